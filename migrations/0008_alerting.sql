-- Rules that combine conditions, channels of their own, and messages that carry one alert or several.

create table channels (
  id         bigint generated always as identity primary key,
  name       text not null unique,
  -- Kind, address and secret; secrets are never shown again.
  target     jsonb not null,
  -- Digest, quiet hours, cap.
  manners    jsonb not null,
  -- False: its messages wait.
  enabled    boolean not null default true,
  created_at timestamptz not null default now(),
  -- Failed tries since the last one that was taken, and until when it is left alone for them.
  failure_count integer not null default 0,
  rests_until   timestamptz
);

alter table alert_rules
  add column corroboration jsonb not null default '{"voices": 1, "trusted": []}',
  -- The watermark: articles found before then never fire it.
  add column since         timestamptz not null default now(),
  add column muted_until   timestamptz;

create table rule_channels (
  rule_id    bigint not null references alert_rules on delete cascade,
  channel_id bigint not null references channels on delete cascade,
  primary key (rule_id, channel_id)
);

-- Rules of the first form: one channel each, conditions of one kind.
insert into channels (name, target, manners)
select name, channel, '{"digest": "immediately", "quietHours": null, "maxPerHour": null}' from alert_rules;
insert into rule_channels (rule_id, channel_id)
select r.id, c.id from alert_rules r join channels c on c.name = r.name;
update alert_rules set condition = jsonb_build_object('firstMention', jsonb_build_object('kinds', condition -> 'kinds'));
alter table alert_rules drop column channel;

alter table alerts
  -- What makes an alert one of its kind for its rule: "actor:17", "story:4 actor:17".
  add column dedupe_key text,
  add column story_id   bigint references stories on delete set null,
  add column state      text not null default 'fired' check (state in ('waiting', 'fired')),
  add column fired_at   timestamptz,
  alter column article_id drop not null;
update alerts set dedupe_key = 'article:' || article_id || ' ' || subject, fired_at = created_at;
alter table alerts
  alter column dedupe_key set not null,
  drop constraint alerts_rule_id_article_id_subject_key,
  drop column subject,
  add unique (rule_id, dedupe_key);
create index alerts_newest on alerts (fired_at desc, id desc) where state = 'fired';
create index alerts_by_rule on alerts (rule_id, fired_at desc, id desc) where state = 'fired';
create index alerts_waiting on alerts (story_id) where state = 'waiting';

-- A message to one channel. It collects alerts until it is due, then is sent, and tried again until it is parked.
alter table deliveries rename to old_deliveries;
drop index deliveries_unfinished;
create table deliveries (
  id              bigint generated always as identity primary key,
  -- Unique among all installations: receivers drop repeats by it.
  key             uuid not null default gen_random_uuid(),
  channel_id      bigint not null references channels on delete cascade,
  status          text not null default 'pending' check (status in ('collecting', 'pending', 'sent', 'parked')),
  -- It bundles what a digest, quiet hours or the cap held back.
  collected       boolean not null default false,
  -- When it is to be sent, or tried again.
  due_at          timestamptz not null default now(),
  attempts        integer not null default 0,
  -- Its first try. From then on it carries what it carries; a day later it is parked.
  started_at      timestamptz,
  last_error_code text,
  last_error      text,
  created_at      timestamptz not null default now(),
  -- When a job was made for it; null: none is under way.
  queued_at       timestamptz,
  sent_at         timestamptz
);
-- Of a channel one message at most collects.
create unique index deliveries_collecting on deliveries (channel_id) where status = 'collecting';
create index deliveries_due on deliveries (due_at) where status = 'collecting';
create index deliveries_waiting on deliveries (channel_id, due_at, id) where status = 'pending';
create index deliveries_in_flight on deliveries (channel_id, queued_at) where status = 'pending' and queued_at is not null;
create index deliveries_started on deliveries (channel_id, started_at) where started_at is not null;
create index deliveries_parked on deliveries (id) where status = 'parked';

-- Which alerts a message carries. An alert goes through a channel once.
create table delivery_alerts (
  alert_id    bigint not null references alerts on delete cascade,
  channel_id  bigint not null references channels on delete cascade,
  delivery_id bigint not null references deliveries on delete cascade,
  primary key (alert_id, channel_id)
);
create index delivery_alerts_by_delivery on delivery_alerts (delivery_id, alert_id);

-- The ids stay: receivers drop repeats by them.
insert into deliveries (id, channel_id, status, due_at, attempts, started_at, last_error_code, last_error, created_at, sent_at)
overriding system value
select d.id, rc.channel_id, case d.status when 'failed' then 'parked' else d.status end,
  a.created_at, d.attempts, case when d.attempts > 0 then a.created_at end, d.last_error_code, d.last_error,
  a.created_at, d.sent_at
from old_deliveries d join alerts a on a.id = d.alert_id join rule_channels rc on rc.rule_id = a.rule_id;
insert into delivery_alerts (alert_id, channel_id, delivery_id)
select o.alert_id, d.channel_id, d.id from old_deliveries o join deliveries d on d.id = o.id;
select setval(pg_get_serial_sequence('deliveries', 'id'), greatest((select max(id) from deliveries), 1));
drop table old_deliveries;

-- What was given up is parked on its own row.
delete from quarantine where queue = 'alerts';
alter table quarantine
  drop constraint quarantine_queue_check,
  add constraint quarantine_queue_check check (queue in ('feeds', 'articles', 'tags'));
