import type {
  AlertCard,
  AlertDraft,
  AlertRule,
  DeliveryToSend,
  FirstMentionCondition,
  WebhookChannel,
} from '../model/alert.js';
import type { Queryable } from './database.js';

/** The rules that are switched on. */
export async function listAlertRules(db: Queryable): Promise<AlertRule[]> {
  return db.query<AlertRule>(
    'select id, name, condition, channel from alert_rules where enabled order by id',
  );
}

/** Adds a rule, or replaces the one of the same name. @returns its id */
export async function upsertAlertRule(
  db: Queryable,
  rule: {
    readonly name: string;
    readonly condition: FirstMentionCondition;
    readonly channel: WebhookChannel;
  },
): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `insert into alert_rules (name, condition, channel) values ($1, $2, $3)
     on conflict (name) do update set condition = excluded.condition, channel = excluded.channel, enabled = true
     returning id`,
    [rule.name, JSON.stringify(rule.condition), JSON.stringify(rule.channel)],
  );
  if (!row) throw new Error('an upsert returned no row');
  return row.id;
}

/** Removes a rule with its alerts. @returns false when there is none of that name */
export async function removeAlertRule(db: Queryable, name: string): Promise<boolean> {
  const rows = await db.query('delete from alert_rules where name = $1 returning id', [name]);
  return rows.length > 0;
}

/**
 * Stores alerts and their deliveries. An alert that exists already is left as it is.
 *
 * @returns ids of the deliveries to send
 */
export async function insertAlerts(
  tx: Queryable,
  articleId: string,
  drafts: readonly AlertDraft[],
): Promise<string[]> {
  if (drafts.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `with stored as (
       insert into alerts (rule_id, article_id, subject, card)
       select rule_id, $1::bigint, subject, card
       from unnest($2::bigint[], $3::text[], $4::jsonb[]) as draft (rule_id, subject, card)
       on conflict (rule_id, article_id, subject) do nothing
       returning id
     )
     insert into deliveries (alert_id) select id from stored returning id`,
    [
      articleId,
      drafts.map((draft) => draft.ruleId),
      drafts.map((draft) => draft.subject),
      drafts.map((draft) => JSON.stringify(draft.card)),
    ],
  );
  return rows.map((row) => row.id);
}

/** One delivery with what it carries and where to, or null when its rule was removed. */
export async function findDelivery(db: Queryable, deliveryId: string): Promise<DeliveryToSend | null> {
  const [row] = await db.query<{
    id: string;
    alert_id: string;
    status: 'pending' | 'sent' | 'failed';
    channel: WebhookChannel;
    card: AlertCard;
    created_at: Date;
  }>(
    `select d.id, d.alert_id, d.status, r.channel, a.card, a.created_at
     from deliveries d join alerts a on a.id = d.alert_id join alert_rules r on r.id = a.rule_id
     where d.id = $1`,
    [deliveryId],
  );
  if (!row) return null;
  return {
    id: row.id,
    alertId: row.alert_id,
    status: row.status,
    channel: row.channel,
    card: row.card,
    createdAt: row.created_at,
  };
}

/** Records that a delivery arrived. */
export async function markDeliverySent(db: Queryable, deliveryId: string): Promise<void> {
  await db.query(
    `update deliveries set status = 'sent', sent_at = now(), attempts = attempts + 1,
       last_error_code = null, last_error = null
     where id = $1`,
    [deliveryId],
  );
}

/** Parks a delivery that was given up. It can be replayed. */
export async function failDelivery(
  db: Queryable,
  deliveryId: string,
  code: string,
  message: string,
): Promise<void> {
  await db.query(
    `update deliveries set status = 'failed', last_error_code = $2, last_error = $3 where id = $1`,
    [deliveryId, code, message],
  );
}

/** Puts a parked delivery back in line. @returns false when there is none such */
export async function reopenDelivery(db: Queryable, deliveryId: string): Promise<boolean> {
  const rows = await db.query(
    `update deliveries set status = 'pending', queued_at = now() where id = $1 and status = 'failed' returning id`,
    [deliveryId],
  );
  return rows.length > 0;
}
