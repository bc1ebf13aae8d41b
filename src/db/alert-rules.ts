import type { AlertCondition, AlertRule, Corroboration } from '../model/alert.js';
import type { Queryable } from './database.js';

/** A rule on its way into the database. */
export interface RuleToSave {
  readonly name: string;
  readonly condition: AlertCondition;
  readonly corroboration: Corroboration;
  /** Names of channels that exist. */
  readonly channels: readonly string[];
}

/** All rules, the older first. */
export async function listAlertRules(db: Queryable): Promise<AlertRule[]> {
  const rows = await db.query<Omit<AlertRule, 'mutedUntil'> & { readonly muted_until: Date | null }>(
    `select r.id, r.name, r.condition, r.corroboration, r.since, r.enabled, r.muted_until,
       array(select c.name from rule_channels rc join channels c on c.id = rc.channel_id
             where rc.rule_id = r.id order by c.name) as channels
     from alert_rules r order by r.id`,
  );
  return rows.map(({ muted_until, ...rule }) => ({ ...rule, mutedUntil: muted_until }));
}

/**
 * Adds a rule, or replaces the one of the same name; its watermark is now.
 *
 * @returns its id
 */
export async function saveAlertRule(tx: Queryable, rule: RuleToSave): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into alert_rules (name, condition, corroboration) values ($1, $2, $3)
     on conflict (name) do update set condition = excluded.condition, corroboration = excluded.corroboration,
       since = now(), enabled = true
     returning id`,
    [rule.name, JSON.stringify(rule.condition), JSON.stringify(rule.corroboration)],
  );
  if (!row) throw new Error('an upsert returned no row');
  await tx.query('delete from rule_channels where rule_id = $1', [row.id]);
  await tx.query(
    'insert into rule_channels (rule_id, channel_id) select $1::bigint, id from channels where name = any($2::text[])',
    [row.id, rule.channels],
  );
  return row.id;
}

/** Removes a rule with its alerts. @returns false when there is none of that name */
export async function removeAlertRule(db: Queryable, name: string): Promise<boolean> {
  const rows = await db.query('delete from alert_rules where name = $1 returning id', [name]);
  return rows.length > 0;
}
