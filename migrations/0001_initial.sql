-- The tables of Wirewatch. Ids are bigints from identity columns; times are timestamptz; every child row goes
-- with its parent. "occurred_at" orders listings: when an article was published, else when it was found.

create table feeds (
  id              bigint generated always as identity primary key,
  url             text not null unique,
  -- What politeness is counted by: host and port of the address.
  host            text not null,
  site_url        text,
  title           text,
  category        text,
  schedule        text,
  interval_ms     bigint not null default 1800000,
  status          text not null default 'active' check (status in ('active', 'paused', 'gone')),
  next_poll_at    timestamptz not null default now(),
  last_polled_at  timestamptz,
  last_success_at timestamptz,
  etag            text,
  last_modified   text,
  failure_count   integer not null default 0,
  last_error_code text,
  last_error      text,
  created_at      timestamptz not null default now()
);
create index feeds_due on feeds (next_poll_at) where status = 'active';

create table articles (
  id              bigint generated always as identity primary key,
  -- Normalised address as first offered.
  url             text not null unique,
  -- What the page itself says its address is; null until fetched.
  canonical_url   text unique,
  duplicate_of    bigint references articles on delete set null,
  -- The feed that offered it first.
  feed_id         bigint references feeds on delete set null,
  title           text,
  byline          text,
  site            text,
  lang            text,
  published_at    timestamptz(3),
  modified_at     timestamptz,
  discovered_at   timestamptz(3) not null default now(),
  occurred_at     timestamptz(3) not null generated always as (coalesce(published_at, discovered_at)) stored,
  fetched_at      timestamptz,
  tagged_at       timestamptz,
  summary         text,
  text            text,
  method          text,
  content_hash    text,
  story_id        bigint,
  tagger_version  text,
  status          text not null default 'discovered'
                  check (status in ('discovered', 'fetched', 'tagged', 'skipped', 'duplicate', 'failed')),
  -- Why a page was skipped.
  status_reason   text,
  last_error_code text,
  last_error      text,
  -- When a job was last made for it: the sweep looks for rows that wait too long.
  queued_at       timestamptz not null default now(),
  search          tsvector not null generated always as (
                    setweight(to_tsvector('english', coalesce(title, '')), 'A') ||
                    setweight(to_tsvector('english', coalesce(text, '')), 'B')
                  ) stored
);
create index articles_newest on articles (occurred_at desc, id desc);
create index articles_unfinished on articles (queued_at) where status in ('discovered', 'fetched');
create index articles_search on articles using gin (search);
create index articles_by_feed on articles (feed_id, occurred_at desc);
create index articles_by_content on articles (content_hash) where content_hash is not null;

-- What each feed offered: one row per feed and identity, whether or not the article was known already.
create table items (
  id           bigint generated always as identity primary key,
  feed_id      bigint not null references feeds on delete cascade,
  identity     text not null,
  article_id   bigint references articles on delete set null,
  outcome      text not null check (outcome in ('new', 'duplicate', 'dropped')),
  reason       text,
  title        text,
  link         text,
  summary      text,
  author       text,
  published_at timestamptz,
  seen_at      timestamptz not null default now(),
  unique (feed_id, identity)
);
create index items_by_article on items (article_id);

create table actors (
  id               bigint generated always as identity primary key,
  name             text not null,
  kind             text not null check (kind in ('threat-actor', 'person', 'organisation')),
  external_id      text,
  first_seen_at    timestamptz,
  first_article_id bigint references articles on delete set null,
  created_at       timestamptz not null default now()
);
-- The row that wins this index is the first mention, whatever number of workers run.
create unique index actors_identity on actors (kind, lower(name));

create table actor_aliases (
  actor_id bigint not null references actors on delete cascade,
  alias    text not null,
  source   text not null,
  primary key (actor_id, alias)
);
create index actor_aliases_lookup on actor_aliases (lower(alias));

create table country_mentions (
  article_id   bigint not null references articles on delete cascade,
  start_offset integer not null,
  end_offset   integer not null,
  surface      text not null,
  code         text not null,
  via          text not null check (via in ('name', 'demonym', 'code', 'city', 'region', 'metonym')),
  -- Said by the text itself, or only implied by a place.
  said         boolean not null generated always as (via in ('name', 'demonym', 'code')) stored,
  place_name   text,
  confidence   real not null,
  rule         text not null,
  primary key (article_id, start_offset, end_offset, code)
);
create index country_mentions_by_code on country_mentions (code, article_id) where said;

create table actor_mentions (
  article_id   bigint not null references articles on delete cascade,
  actor_id     bigint not null references actors on delete cascade,
  start_offset integer not null,
  end_offset   integer not null,
  surface      text not null,
  confidence   real not null,
  rule         text not null,
  primary key (article_id, start_offset, end_offset, actor_id)
);
create index actor_mentions_by_actor on actor_mentions (actor_id, article_id);

create table money_mentions (
  article_id   bigint not null references articles on delete cascade,
  start_offset integer not null,
  end_offset   integer not null,
  surface      text not null,
  amount       numeric not null,
  amount_max   numeric,
  currency     text not null,
  amount_usd   numeric,
  purpose      text,
  approx       boolean not null default false,
  confidence   real not null,
  rule         text not null,
  primary key (article_id, start_offset, end_offset)
);
create index money_mentions_by_currency on money_mentions (currency, amount desc);

create table alert_rules (
  id         bigint generated always as identity primary key,
  name       text not null unique,
  condition  jsonb not null,
  channel    jsonb not null,
  enabled    boolean not null default true,
  created_at timestamptz not null default now()
);

create table alerts (
  id         bigint generated always as identity primary key,
  rule_id    bigint not null references alert_rules on delete cascade,
  article_id bigint not null references articles on delete cascade,
  subject    text not null,
  card       jsonb not null,
  created_at timestamptz not null default now(),
  unique (rule_id, article_id, subject)
);

create table deliveries (
  id              bigint generated always as identity primary key,
  alert_id        bigint not null unique references alerts on delete cascade,
  status          text not null default 'pending' check (status in ('pending', 'sent', 'failed')),
  attempts        integer not null default 0,
  last_error_code text,
  last_error      text,
  queued_at       timestamptz not null default now(),
  sent_at         timestamptz
);
create index deliveries_unfinished on deliveries (queued_at) where status = 'pending';

-- Work that was given up. A replay deletes the row and makes the job again.
create table quarantine (
  id         bigint generated always as identity primary key,
  queue      text not null check (queue in ('feeds', 'articles', 'tags', 'alerts')),
  subject_id bigint not null,
  code       text not null,
  message    text not null,
  context    jsonb not null default '{}',
  attempts   integer not null,
  created_at timestamptz not null default now(),
  unique (queue, subject_id)
);

-- Politeness, shared by all workers on all machines: who may ask a host, and when the next one may.
create unlogged table host_slots (
  host    text primary key,
  holder  text not null,
  free_at timestamptz not null,
  -- Where the queue of those who wait ends: each refusal is given a later time to come back.
  tail_at timestamptz not null
);
