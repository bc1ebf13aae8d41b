-- Stories: the articles of several publishers about one event.

create table stories (
  id              bigint generated always as identity primary key,
  -- What stands for it in listings.
  lead_article_id bigint not null references articles on delete cascade,
  first_at        timestamptz(3) not null,
  last_at         timestamptz(3) not null,
  articles        integer not null default 1,
  -- Publisher families that speak for themselves: the reprints of a wire's text are one voice.
  voices          text[] not null default '{}'
);
create index stories_newest on stories (last_at desc, id desc);
create index stories_by_lead on stories (lead_article_id);

alter table articles
  add constraint articles_story foreign key (story_id) references stories on delete set null,
  -- The family that publishes it: its site without the prefixes of one house.
  add column publisher   text,
  -- Whose word it is: its publisher's, that of the agency it credits, or of the article it reprints.
  add column voice       text,
  -- The article whose text this one reprints.
  add column reprint_of  bigint references articles on delete set null,
  -- Its address without what makes no other page: http or https, www, a slash at the end.
  add column address_key text;
create index articles_by_story on articles (story_id, occurred_at);
create index articles_by_reprint on articles (reprint_of) where reprint_of is not null;
create index articles_by_duplicate on articles (duplicate_of) where duplicate_of is not null;
create index articles_by_address on articles (address_key) where address_key is not null;

-- What articles are compared by.
create table fingerprints (
  article_id bigint primary key references articles on delete cascade,
  -- MinHash of the text's shingles, and how many there are.
  signature  integer[] not null,
  shingles   integer not null,
  -- Hashes of names and figures, and what they weighed together.
  names      integer[] not null,
  figures    integer[] not null,
  weight     real not null,
  -- Its rows of fingerprint_keys.
  keys       integer[] not null
);

-- Under which keys an article is found by others like it. The index holds all that a lookup reads, newest first within a
-- key, so that its cost hangs on the articles of that time and not on the archive. No foreign key: each would cost an
-- index of its own, and rows of removed articles find nothing.
create table fingerprint_keys (
  key         integer not null,
  occurred_at timestamptz(3) not null,
  article_id  bigint not null
);
create index fingerprint_keys_lookup on fingerprint_keys (key, occurred_at, article_id);

-- In how many articles a name or figure stands, of those counted. Terms share 2^20 rows by their hash: the table stays
-- small, and where two meet, both pass for less rare than they are, which merges less. Row -1 holds the number of articles.
create table term_counts (
  bucket   integer primary key,
  articles integer not null
) with (fillfactor = 70);
