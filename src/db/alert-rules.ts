import { PermanentError } from '../errors.js';
import type { AlertCondition, AlertRule, RuleDefinition } from '../model/alert.js';
import type { Queryable } from './database.js';

/** All rules, the older first. */
export async function listAlertRules(db: Queryable): Promise<AlertRule[]> {
  return db.query<AlertRule>(
    `select r.id, r.name, r.condition, r.corroboration, r.since, r.enabled, r.muted_until as "mutedUntil",
       r.include_past as "includePast",
       array(select c.name from rule_channels rc join channels c on c.id = rc.channel_id
             where rc.rule_id = r.id order by c.name) as channels
     from alert_rules r order by r.id`,
  );
}

/**
 * Adds a rule, or replaces the one of the same name; its watermark is now.
 *
 * @returns its id
 * @throws PermanentError `rule_invalid` for a channel that does not exist and for a search that finds nothing
 */
export async function saveAlertRule(tx: Queryable, rule: RuleDefinition): Promise<string> {
  for (const text of searchTextsOf(rule.condition)) await requireSearchable(tx, text);
  const [row] = await tx.query<{ id: string }>(
    `insert into alert_rules (name, condition, corroboration, include_past) values ($1, $2, $3, $4)
     on conflict (name) do update set condition = excluded.condition, corroboration = excluded.corroboration,
       include_past = excluded.include_past, since = now(), enabled = true
     returning id`,
    [
      rule.name,
      JSON.stringify(rule.condition),
      JSON.stringify(rule.corroboration),
      rule.includePast ?? false,
    ],
  );
  if (!row) throw new Error('an upsert returned no row');
  await saveRuleChannels(tx, row.id, rule);
  return row.id;
}

async function saveRuleChannels(tx: Queryable, ruleId: string, rule: RuleDefinition): Promise<void> {
  await tx.query('delete from rule_channels where rule_id = $1', [ruleId]);
  const named = await tx.query<{ name: string }>(
    `with named as (select id, name from channels where name = any($2::text[])),
     linked as (insert into rule_channels (rule_id, channel_id) select $1::bigint, id from named)
     select name from named`,
    [ruleId, rule.channels],
  );
  const missing = rule.channels.find((channel) => !named.some(({ name }) => name === channel));
  if (missing !== undefined) {
    throw new PermanentError(
      'rule_invalid',
      `channels: there is no channel named ${missing}; add it first, or leave it out`,
      { context: { rule: rule.name, channel: missing } },
    );
  }
}

/** What Postgres leaves of "the" or "!" matches nothing. */
async function requireSearchable(db: Queryable, text: string): Promise<void> {
  const [row] = await db.query<{ terms: number }>(
    `select numnode(websearch_to_tsquery('english', $1)) as terms`,
    [text],
  );
  if (row !== undefined && row.terms > 0) return;
  throw new PermanentError(
    'rule_invalid',
    `search.text ${JSON.stringify(text)} holds only words that every text has, so it finds nothing: add a word that tells`,
    { context: { text } },
  );
}

function searchTextsOf(condition: AlertCondition): string[] {
  if ('all' in condition) return condition.all.flatMap(searchTextsOf);
  if ('any' in condition) return condition.any.flatMap(searchTextsOf);
  if ('not' in condition) return searchTextsOf(condition.not);
  return 'search' in condition && condition.search.text !== undefined ? [condition.search.text] : [];
}

/** Removes a rule with its alerts. @returns false when there is none of that name */
export async function removeAlertRule(db: Queryable, name: string): Promise<boolean> {
  const rows = await db.query('delete from alert_rules where name = $1 returning id', [name]);
  return rows.length > 0;
}

/** Rests or wakes a rule. What is found while it rests never fires it. @returns false when there is none of that name */
export async function setRuleEnabled(db: Queryable, name: string, enabled: boolean): Promise<boolean> {
  const rows = await db.query(
    `update alert_rules set enabled = $2, since = case when $2 and not enabled then now() else since end
     where name = $1 returning id`,
    [name, enabled],
  );
  return rows.length > 0;
}

/** Has a rule's alerts kept and not sent until then; null ends that. @returns false when there is none of that name */
export async function muteRule(db: Queryable, name: string, until: Date | null): Promise<boolean> {
  const rows = await db.query('update alert_rules set muted_until = $2 where name = $1 returning id', [
    name,
    until,
  ]);
  return rows.length > 0;
}
