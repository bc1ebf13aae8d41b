-- Feeds that name a hub are subscribed to (W3C WebSub), so that news comes by itself.

create table websub_subscriptions (
  feed_id         bigint primary key references feeds on delete cascade,
  -- What the feed names, the hubs in the order in which they are tried. No hubs: the feed names none any more, and
  -- the subscription is being ended.
  hubs            text[] not null,
  topic           text not null,
  -- wanted: not asked for yet. pending: asked for, the hub has not verified it. active: verified, news comes until the
  -- lease ends. denied: the hub said no. failed: could not be asked for, tried again. unsubscribing: being ended.
  state           text not null default 'wanted'
                  check (state in ('wanted', 'pending', 'active', 'denied', 'failed', 'unsubscribing')),
  -- The hub that was asked last.
  hub             text,
  -- The end of the callback address. Who knows it may speak for the hub, but for news, which are signed as well.
  callback_token  text unique,
  secret          text,
  lease_ends_at   timestamptz,
  -- When to ask, ask again or renew; null: not at all.
  next_attempt_at timestamptz default now(),
  -- Requests in a row that the hub has not verified, the one under way included.
  failure_count   integer not null default 0,
  last_error      text,
  last_push_at    timestamptz,
  -- When news came that are not stored yet; the feed is polled should that be forgotten.
  unread_since    timestamptz,
  created_at      timestamptz not null default now()
);
create index websub_subscriptions_due on websub_subscriptions (next_attempt_at);
create index websub_subscriptions_unread on websub_subscriptions (unread_since) where unread_since is not null;
