import type { AlertToSend } from '../model/alert.js';
import type { DeliveryFailure, DeliveryFilter, DeliveryListing } from '../model/delivery.js';
import type { Queryable } from './database.js';

/** Messages of one channel that are sent at once, in the whole installation: a slow receiver holds no more workers. */
const AT_ONCE_PER_CHANNEL = 4;

/** A job that was made so long ago is lost: longer than any try takes, in milliseconds. */
const DEFAULT_LEASE_MS = 300_000;

/**
 * Gives alerts that fired to the channels of their rules, a message each; a channel that has it already is left out.
 * Whether a message goes alone and when is decided when it is to be sent (`startDelivery`).
 *
 * @returns ids of the deliveries to make jobs for; those that are not among them are taken up later
 */
export async function addToDeliveries(tx: Queryable, alertIds: readonly string[]): Promise<string[]> {
  if (alertIds.length === 0) return [];
  // Whoever gives the same alerts to their channels waits here, and then sees that it is done.
  await tx.query('select 1 from alerts where id = any($1::bigint[]) order by id for no key update', [
    alertIds,
  ]);
  const added = await tx.query<{ channelId: string }>(
    `with pair as materialized (
       select wanted.*, nextval(pg_get_serial_sequence('deliveries', 'id')) as delivery_id
       from (
         select a.id as alert_id, rc.channel_id
         from alerts a join rule_channels rc on rc.rule_id = a.rule_id
         where a.id = any($1::bigint[]) and not exists (
           select 1 from delivery_alerts da where da.alert_id = a.id and da.channel_id = rc.channel_id
         )
         order by a.id, rc.channel_id
       ) wanted
     ), message as (
       insert into deliveries (id, channel_id) overriding system value select delivery_id, channel_id from pair
     )
     insert into delivery_alerts (alert_id, channel_id, delivery_id)
     select alert_id, channel_id, delivery_id from pair
     returning channel_id as "channelId"`,
    [alertIds],
  );
  return takePendingDeliveries(tx, [...new Set(added.map(({ channelId }) => channelId))]);
}

/**
 * Messages that are due and that no job is under way for, those of a channel as far as it has room: fewer where its
 * last try failed, none while it rests or is paused. They count as under way from now on.
 *
 * @param channelIds - of these channels; null: of all
 * @param leaseMs - for how long, in milliseconds
 * @returns ids to make jobs for
 */
export async function takePendingDeliveries(
  db: Queryable,
  channelIds: readonly string[] | null,
  leaseMs = DEFAULT_LEASE_MS,
): Promise<string[]> {
  if (channelIds?.length === 0) return [];
  const rows = await db.query<{ id: string }>(
    `with channel as (
       select c.id, case when c.failure_count > 0 then 1 else ${AT_ONCE_PER_CHANNEL} end - (
         select count(*) from deliveries d
         where d.channel_id = c.id and d.status = 'pending'
           and d.queued_at > now() - make_interval(secs => $2 / 1000.0)
       ) as room
       from channels c
       where c.enabled and coalesce(c.rests_until <= now(), true)
         and ($1::bigint[] is null or c.id = any($1::bigint[]))
     )
     update deliveries set queued_at = now()
     where id in (
       select due.id from channel cross join lateral (
         select d.id from deliveries d
         where d.channel_id = channel.id and d.status = 'pending' and d.due_at <= now()
           and coalesce(d.queued_at <= now() - make_interval(secs => $2 / 1000.0), true)
         order by d.due_at, d.id limit greatest(channel.room, 0) for update skip locked
       ) due
     )
     returning id`,
    [channelIds, leaseMs],
  );
  return rows.map(({ id }) => id);
}

/** Ends the collecting of messages that are due: from now on they are to be sent. */
export async function closeDueCollections(db: Queryable): Promise<void> {
  await db.query(`update deliveries set status = 'pending' where status = 'collecting' and due_at <= now()`);
}

/** What a message carries, in the order of the alerts. */
export async function listAlertsOf(db: Queryable, deliveryId: string): Promise<AlertToSend[]> {
  return db.query<AlertToSend>(
    `select a.id, a.card, a.created_at as "createdAt"
     from delivery_alerts da join alerts a on a.id = da.alert_id
     where da.delivery_id = $1 order by a.id`,
    [deliveryId],
  );
}

/** Records that a message was taken: the channel works. */
export async function markDeliverySent(
  tx: Queryable,
  sent: { readonly deliveryId: string; readonly channelId: string; readonly remark: string | null },
): Promise<void> {
  await tx.query(
    'update channels set failure_count = 0, rests_until = null where id = $1 and failure_count > 0',
    [sent.channelId],
  );
  await tx.query(
    `update deliveries set status = 'sent', sent_at = now(), queued_at = null,
       last_error_code = case when $2::text is not null then 'delivery_refused' end, last_error = $2
     where id = $1`,
    [sent.deliveryId, sent.remark],
  );
}

/** The longest rest of a channel: its other messages may fare better than the one that failed. */
const MAX_REST_MS = 300_000;

/**
 * Records a try that failed. The channel rests, longer from failure to failure, so that a receiver that is down costs
 * one try now and then and holds nobody up.
 *
 * @param failed.restBaseMs - the rest after the first failure
 * @param failed.leastRestMs - what the receiver asked for; 0 when it did not say
 */
export async function postponeDelivery(
  tx: Queryable,
  failed: {
    readonly deliveryId: string;
    readonly channelId: string;
    readonly failure: DeliveryFailure;
    readonly nextTryAt: Date;
    readonly restBaseMs: number;
    readonly leastRestMs: number;
  },
): Promise<void> {
  await tx.query(
    `update channels set failure_count = failure_count + 1,
       rests_until = now() + make_interval(secs =>
         greatest($3::float8, least(${MAX_REST_MS}, $2::float8 * power(2, least(failure_count, 20)))) / 1000)
     where id = $1`,
    [failed.channelId, failed.restBaseMs, failed.leastRestMs],
  );
  await tx.query(
    `update deliveries set due_at = $2, queued_at = null, last_error_code = $3, last_error = $4
     where id = $1 and status = 'pending'`,
    [failed.deliveryId, failed.nextTryAt, failed.failure.code, failed.failure.message],
  );
}

/** Parks a message that was given up. It can be retried by hand. */
export async function parkDelivery(
  db: Queryable,
  deliveryId: string,
  failure: DeliveryFailure,
): Promise<void> {
  await db.query(
    `update deliveries set status = 'parked', queued_at = null, last_error_code = $2, last_error = $3
     where id = $1 and status <> 'sent'`,
    [deliveryId, failure.code, failure.message],
  );
}

/** Puts parked messages back in line, each for another day. @returns how many */
export async function reopenDeliveries(
  db: Queryable,
  filter: Pick<DeliveryFilter, 'ids' | 'channel'>,
): Promise<number> {
  const rows = await db.query(
    `update deliveries set status = 'pending', due_at = now(), queued_at = null, started_at = null, attempts = 0
     where status = 'parked' and ($1::bigint[] is null or id = any($1::bigint[]))
       and ($2::text is null or channel_id = (select id from channels where name = $2))
     returning id`,
    [filter.ids ?? null, filter.channel ?? null],
  );
  return rows.length;
}

/** Messages, the newest first. */
export async function listDeliveries(
  db: Queryable,
  filter: DeliveryFilter,
  limit: number,
): Promise<DeliveryListing[]> {
  return db.query<DeliveryListing>(
    `select d.id, d.key, c.name as channel, d.status, d.attempts, d.due_at as "dueAt", d.created_at as "createdAt",
       d.started_at as "startedAt", d.sent_at as "sentAt", d.last_error_code as "lastErrorCode",
       d.last_error as "lastError", carried.alerts, carried.headline
     from deliveries d join channels c on c.id = d.channel_id cross join lateral (
       select count(*)::int as alerts, (array_agg(a.card ->> 'headline' order by a.id))[1] as headline
       from delivery_alerts da join alerts a on a.id = da.alert_id where da.delivery_id = d.id
     ) carried
     where ($1::bigint[] is null or d.id = any($1::bigint[])) and ($2::text is null or d.status = $2)
       and ($3::text is null or c.name = $3)
     order by d.id desc limit $4`,
    [filter.ids ?? null, filter.status ?? null, filter.channel ?? null, limit],
  );
}

/** How many messages each code has parked, most first. */
export async function countParked(db: Queryable): Promise<{ code: string; count: number }[]> {
  return db.query<{ code: string; count: number }>(
    `select last_error_code as code, count(*)::int as count from deliveries where status = 'parked'
     group by 1 order by count desc, code`,
  );
}
