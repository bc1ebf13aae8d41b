-- Every poll leaves a row: what the feed offered and how each item ended. Feeds remember what they ask for between
-- polls, and one that moved to another feed's address is merged into it.

alter table feeds drop constraint feeds_status_check;
alter table feeds
  add constraint feeds_status_check check (status in ('active', 'paused', 'gone', 'merged')),
  add column merged_into bigint references feeds on delete set null,
  -- What the feed's last full answer asked for: {ttlMinutes, skipHours, skipDays}. A 304 repeats nothing.
  add column pace        jsonb not null default '{"ttlMinutes": null, "skipHours": [], "skipDays": []}',
  -- How long the last answer was fresh (Cache-Control, Expires); null when the server did not say.
  add column fresh_ms    bigint,
  -- When a poll last brought nothing but unknown items: some may have come and gone between two polls.
  add column gap_at      timestamptz;

-- Each poll writes the row twice, and neither can be a HOT update: next_poll_at is indexed. With room for the new version
-- in the same page, half as many pages are touched.
alter table feeds set (fillfactor = 80);

create table polls (
  id          bigint generated always as identity primary key,
  feed_id     bigint not null references feeds on delete cascade,
  polled_at   timestamptz not null default now(),
  -- Who began it: the clock, or the feed's hub.
  trigger     text not null check (trigger in ('schedule', 'push')),
  outcome     text not null check (outcome in ('new_items', 'unchanged', 'not_modified', 'failed')),
  error_code  text,
  error       text,
  offered     integer not null default 0,
  new         integer not null default 0,
  known       integer not null default 0,
  duplicate   integer not null default 0,
  dropped     integer not null default 0,
  failed      integer not null default 0,
  -- Why items were dropped or failed, with how many of each.
  reasons     jsonb not null default '{}',
  -- What was odd: [{code, message}].
  notes       jsonb not null default '[]',
  -- Every offered item ends in exactly one way.
  constraint polls_add_up check (offered = new + known + duplicate + dropped + failed)
);
create index polls_by_feed on polls (feed_id, id desc);
create index polls_by_age on polls (polled_at);

alter table items drop constraint items_outcome_check;
alter table items
  add constraint items_outcome_check check (outcome in ('new', 'duplicate', 'dropped', 'failed')),
  -- The poll that brought it. No reference: polls are forgotten after a while, items are not.
  add column poll_id      bigint,
  -- The entry's content as HTML: the article where its page can't be had.
  add column content      text,
  add column updated_at   timestamptz,
  -- Why there is no usable date, or that it lies in the future; and the date as written where it could not be used.
  add column date_problem text check (date_problem in ('absent', 'unreadable', 'absurd', 'future')),
  add column date_text    text,
  add column comments_url text,
  add column categories   text[] not null default '{}',
  add column enclosures   jsonb not null default '[]',
  add column lang         text;
create index items_by_feed on items (feed_id, id desc);

-- What a host's robots.txt asks for, read by one worker and kept to by all.
alter table host_slots add column crawl_delay_ms integer not null default 0;

-- Hosts that had more feeds due than may be taken at once, and where the line of those that wait ends.
create unlogged table host_lines (
  host    text primary key,
  tail_at timestamptz not null
);
