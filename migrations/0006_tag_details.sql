-- What the tagger says of a mention beyond its value.

alter table money_mentions
  -- "min": the sum is a lower bound ("more than $5"). "max": an upper one ("up to $5").
  add column bound         text check (bound in ('min', 'max')),
  -- What a rate is counted by, in the singular: "month", "barrel".
  add column per           text,
  -- For the same figure in another currency: start_offset of the sum, in the same text, that it converts.
  add column conversion_of integer;

alter table actor_mentions
  -- Only the words around the name say that it is an actor: no catalogue has it.
  add column unverified boolean not null default false;

alter table actors
  -- True while every mention so far is unverified and nobody has imported the actor. Never comes back.
  add column unverified boolean not null default false;

alter table articles
  -- In a language that the tagger does not know: only what can be found safely is tagged.
  add column tags_partial boolean not null default false;
