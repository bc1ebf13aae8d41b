import type { DeliveryToSend } from '../model/alert.js';
import type { Queryable } from './database.js';

/**
 * Gives alerts that fired to the channels of their rules: one message each.
 *
 * @returns ids of the deliveries to send now
 */
export async function addToDeliveries(tx: Queryable, alertIds: readonly string[]): Promise<string[]> {
  const deliveryIds: string[] = [];
  const pairs = await tx.query<{ alertId: string; channelId: string }>(
    `select a.id as "alertId", c.id as "channelId"
     from alerts a join rule_channels rc on rc.rule_id = a.rule_id join channels c on c.id = rc.channel_id
     where a.id = any($1::bigint[]) and c.enabled order by a.id, c.id`,
    [alertIds],
  );
  for (const { alertId, channelId } of pairs) {
    const [row] = await tx.query<{ id: string }>(
      `with message as (insert into deliveries (channel_id, status) values ($2, 'pending') returning id)
       insert into delivery_alerts (alert_id, channel_id, delivery_id) select $1::bigint, $2::bigint, id from message
       returning delivery_id as id`,
      [alertId, channelId],
    );
    if (row) deliveryIds.push(row.id);
  }
  return deliveryIds;
}

/** One message with what it carries and where to, or null when its channel was removed. */
export async function findDelivery(db: Queryable, deliveryId: string): Promise<DeliveryToSend | null> {
  const [row] = await db.query<DeliveryToSend & { readonly created_at: Date }>(
    `select d.id, d.status, d.attempts, d.created_at,
       json_build_object('id', c.id::text, 'name', c.name, 'target', c.target, 'manners', c.manners,
         'enabled', c.enabled) as channel
     from deliveries d join channels c on c.id = d.channel_id
     where d.id = $1`,
    [deliveryId],
  );
  if (!row) return null;
  const alerts = await db.query<DeliveryToSend['alerts'][number] & { readonly created_at: Date }>(
    `select a.id, a.card, a.created_at from delivery_alerts da join alerts a on a.id = da.alert_id
     where da.delivery_id = $1 order by a.id`,
    [deliveryId],
  );
  return {
    id: row.id,
    status: row.status,
    channel: row.channel,
    attempts: row.attempts,
    createdAt: row.created_at,
    alerts: alerts.map(({ id, card, created_at }) => ({ id, card, createdAt: created_at })),
  };
}

/** Records that a message arrived. */
export async function markDeliverySent(db: Queryable, deliveryId: string): Promise<void> {
  await db.query(
    `update deliveries set status = 'sent', sent_at = now(), attempts = attempts + 1,
       last_error_code = null, last_error = null
     where id = $1`,
    [deliveryId],
  );
}

/** Parks a message that was given up. It can be replayed. */
export async function parkDelivery(
  db: Queryable,
  deliveryId: string,
  code: string,
  message: string,
): Promise<void> {
  await db.query(
    `update deliveries set status = 'parked', last_error_code = $2, last_error = $3 where id = $1`,
    [deliveryId, code, message],
  );
}

/** Puts a parked message back in line. @returns false when there is none such */
export async function reopenDelivery(db: Queryable, deliveryId: string): Promise<boolean> {
  const rows = await db.query(
    `update deliveries set status = 'pending', queued_at = now() where id = $1 and status = 'parked' returning id`,
    [deliveryId],
  );
  return rows.length > 0;
}
