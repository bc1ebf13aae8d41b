-- What rules have to know of the past.

-- In which stories an actor was, each once: what surges and "first time in 412 days" are told by.
create table actor_stories (
  actor_id    bigint not null references actors on delete cascade,
  -- The article of the story that mentioned it first.
  article_id  bigint not null references articles on delete cascade,
  -- Null for an article that belongs to none, which counts for itself.
  story_id    bigint references stories on delete cascade,
  occurred_at timestamptz(3) not null,
  primary key (actor_id, article_id),
  unique (actor_id, story_id)
);
create index actor_stories_by_time on actor_stories (actor_id, occurred_at desc);
create index actor_stories_by_article on actor_stories (article_id);
insert into actor_stories (actor_id, article_id, story_id, occurred_at)
select distinct on (m.actor_id, coalesce(a.story_id, -a.id)) m.actor_id, a.id, a.story_id, a.occurred_at
from actor_mentions m join articles a on a.id = m.article_id
order by m.actor_id, coalesce(a.story_id, -a.id), a.occurred_at;

-- Under another name with the same id it is the same actor.
create index actors_by_external_id on actors (external_id) where external_id is not null;

-- The first poll that worked: what it brought was there before anybody watched. Polls are forgotten, so it is kept here.
alter table feeds
  add column first_poll_id      bigint,
  -- When it was last asked whether the feed has fallen silent.
  add column silence_checked_at timestamptz;
update feeds set first_poll_id = coalesce((select min(poll_id) from items where feed_id = feeds.id), 0)
where last_success_at is not null;

alter table alert_rules
  -- Whether the past fires it too: see the watermark.
  add column include_past boolean not null default false;

alter table alerts
  -- Publisher families that have said it: an alert waits until its rule has enough of them.
  add column voices text[] not null default '{}';
create index alerts_waiting_for on alerts (dedupe_key) where state = 'waiting';
