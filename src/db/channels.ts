import type { Channel } from '../model/alert.js';
import type { ChannelListing, ChannelToSave } from '../model/delivery.js';
import type { Queryable } from './database.js';

/** One channel with its secrets: not for listings. */
export async function findChannel(db: Queryable, name: string): Promise<Channel | null> {
  const [channel] = await db.query<Channel>(
    'select id, name, target, manners, enabled from channels where name = $1',
    [name],
  );
  return channel ?? null;
}

/** All channels, by name, as they may be shown. */
export async function listChannels(db: Queryable): Promise<ChannelListing[]> {
  return db.query<ChannelListing>(
    `select c.id, c.name, coalesce(c.target ->> 'flavour', c.target ->> 'type') as type,
       array(
         select distinct split_part(receiver, '@', 2)
         from jsonb_array_elements_text(coalesce(c.target -> 'to', '[]')) receiver
         union all
         -- Authority of the address, without user name and password.
         select regexp_replace(substring(c.target ->> 'url' from '^[a-z]+://([^/?#]+)'), '^.*@', '')
         where c.target ? 'url'
         order by 1
       ) as hosts,
       c.manners, c.enabled, c.failure_count as "failureCount", c.rests_until as "restsUntil",
       array(select r.name from rule_channels rc join alert_rules r on r.id = rc.rule_id
             where rc.channel_id = c.id order by r.name) as rules,
       counted.*
     from channels c cross join lateral (
       select count(*) filter (where d.status in ('collecting', 'pending'))::int as waiting,
         count(*) filter (where d.status = 'parked')::int as parked, max(d.sent_at) as "lastSentAt"
       from deliveries d where d.channel_id = c.id
     ) counted
     order by c.name`,
  );
}

/**
 * Adds a channel, or replaces the one of the same name: what it collects is looked at again, by its new manners.
 *
 * @returns its id
 */
export async function saveChannel(tx: Queryable, channel: ChannelToSave): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into channels (name, target, manners) values ($1, $2, $3)
     on conflict (name) do update set target = excluded.target, manners = excluded.manners, enabled = true,
       failure_count = 0, rests_until = null
     returning id`,
    [channel.name, JSON.stringify(channel.target), JSON.stringify(channel.manners)],
  );
  if (!row) throw new Error('an upsert returned no row');
  await tx.query(`update deliveries set due_at = now() where channel_id = $1 and status = 'collecting'`, [
    row.id,
  ]);
  return row.id;
}

/** Lets the messages of a channel wait. @returns false when there is none of that name */
export async function pauseChannel(db: Queryable, name: string): Promise<boolean> {
  const rows = await db.query('update channels set enabled = false where name = $1 returning id', [name]);
  return rows.length > 0;
}

/**
 * Lets a channel speak again. What came meanwhile becomes one message, rather than a flood.
 *
 * @returns false when there is none of that name
 */
export async function resumeChannel(tx: Queryable, name: string): Promise<boolean> {
  const [channel] = await tx.query<{ id: string; wasEnabled: boolean }>(
    'select id, enabled as "wasEnabled" from channels where name = $1 for no key update',
    [name],
  );
  if (!channel) return false;
  await tx.query('update channels set enabled = true, failure_count = 0, rests_until = null where id = $1', [
    channel.id,
  ]);
  if (!channel.wasEnabled) await bundleUntried(tx, channel.id);
  return true;
}

/** Messages that are bundled into one: mostly they carry one alert each. */
const MESSAGES_PER_BUNDLE = 200;

async function bundleUntried(tx: Queryable, channelId: string): Promise<void> {
  const untried = await tx.query<{ id: string }>(
    `select id from deliveries where channel_id = $1 and attempts = 0 and status in ('pending', 'collecting')
     order by id for update`,
    [channelId],
  );
  for (let from = 0; from < untried.length; from += MESSAGES_PER_BUNDLE) {
    const [bundle, ...others] = untried.slice(from, from + MESSAGES_PER_BUNDLE).map(({ id }) => id);
    await tx.query('update delivery_alerts set delivery_id = $1 where delivery_id = any($2::bigint[])', [
      bundle,
      others,
    ]);
    await tx.query('delete from deliveries where id = any($1::bigint[])', [others]);
    await tx.query(
      `update deliveries set status = 'pending', collected = true, due_at = now(), queued_at = null where id = $1`,
      [bundle],
    );
  }
}

/** Removes a channel with its messages. @returns false when there is none of that name */
export async function removeChannel(db: Queryable, name: string): Promise<boolean> {
  const rows = await db.query('delete from channels where name = $1 returning id', [name]);
  return rows.length > 0;
}
