import type { AlertDraft, AlertFilter, AlertRecord, ConfirmedAlert, WaitingAlert } from '../model/alert.js';
import type { Queryable } from './database.js';
import { addToDeliveries } from './deliveries.js';
import { createConditions } from './conditions.js';

/** An alert that was not there before. */
export interface StoredAlert extends Pick<AlertDraft, 'ruleId' | 'dedupeKey' | 'state'> {
  readonly id: string;
}

/**
 * Stores alerts, and the messages that carry those that fire. An alert that exists already is left as it is.
 *
 * @returns ids of the deliveries to send now
 */
export async function insertAlerts(tx: Queryable, drafts: readonly AlertDraft[]): Promise<string[]> {
  const stored = await storeAlerts(tx, drafts, []);
  const fired = stored.filter(({ state }) => state === 'fired').map(({ id }) => id);
  return addToDeliveries(tx, await withoutMuted(tx, fired));
}

/**
 * Stores alerts that are not there yet.
 *
 * @param voices - publisher families that say so
 * @returns those that are new
 */
export async function storeAlerts(
  tx: Queryable,
  drafts: readonly AlertDraft[],
  voices: readonly string[],
): Promise<StoredAlert[]> {
  if (drafts.length === 0) return [];
  // Sorted: transactions that raise the same alerts wait for each other in the same order.
  const sorted = [...drafts].sort(
    (a, b) => Number(a.ruleId) - Number(b.ruleId) || (a.dedupeKey < b.dedupeKey ? -1 : 1),
  );
  return tx.query<StoredAlert>(
    `insert into alerts (rule_id, dedupe_key, article_id, story_id, state, card, voices, fired_at)
     select rule_id, dedupe_key, article_id, story_id, state, card, $7::text[], case state when 'fired' then now() end
     from unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::jsonb[])
       as draft (rule_id, dedupe_key, article_id, story_id, state, card)
     on conflict (rule_id, dedupe_key) do nothing
     returning id, rule_id as "ruleId", dedupe_key as "dedupeKey", state`,
    [
      sorted.map((draft) => draft.ruleId),
      sorted.map((draft) => draft.dedupeKey),
      sorted.map((draft) => draft.articleId),
      sorted.map((draft) => draft.storyId),
      sorted.map((draft) => draft.state),
      sorted.map((draft) => JSON.stringify(draft.card)),
      voices,
    ],
  );
}

/**
 * Locks the alerts of enabled rules that wait for another voice: those that an article would have raised itself, and
 * those that wait for any word about one of its actors.
 *
 * @param actorKeys - dedupe keys, whatever the rule
 */
export async function lockWaitingAlerts(
  tx: Queryable,
  again: readonly Pick<AlertDraft, 'ruleId' | 'dedupeKey'>[],
  actorKeys: readonly string[],
): Promise<(WaitingAlert & { readonly ruleId: string })[]> {
  return tx.query(
    `select a.id, a.rule_id as "ruleId", a.dedupe_key as "dedupeKey", r.corroboration, a.voices, a.card
     from alerts a join alert_rules r on r.id = a.rule_id
     where a.state = 'waiting' and r.enabled and a.dedupe_key = any($1::text[] || $3::text[])
       and (a.dedupe_key = any($1::text[])
         or (a.rule_id, a.dedupe_key) in (select * from unnest($2::bigint[], $3::text[])))
     order by a.id for update of a`,
    [actorKeys, again.map(({ ruleId }) => ruleId), again.map(({ dedupeKey }) => dedupeKey)],
  );
}

/** Leaves on a waiting alert what another voice made of it. The caller holds its lock. */
export async function saveConfirmed(
  tx: Queryable,
  alertId: string,
  { state, voices, card }: ConfirmedAlert,
): Promise<void> {
  await tx.query(
    `update alerts set state = $2, voices = $3, card = $4, fired_at = case $2 when 'fired' then now() end
     where id = $1 and state = 'waiting'`,
    [alertId, state, voices, JSON.stringify(card)],
  );
}

/** Those of the alerts whose rules are not muted: the others are kept and not sent. */
export async function withoutMuted(tx: Queryable, alertIds: readonly string[]): Promise<string[]> {
  if (alertIds.length === 0) return [];
  const rows = await tx.query<{ id: string }>(
    `select a.id from alerts a join alert_rules r on r.id = a.rule_id
     where a.id = any($1::bigint[]) and (r.muted_until is null or r.muted_until <= now()) order by a.id`,
    [alertIds],
  );
  return rows.map(({ id }) => id);
}

/** Alerts, the latest first. */
export async function listAlerts(db: Queryable, filter: AlertFilter): Promise<AlertRecord[]> {
  const where = createConditions();
  if (filter.rule !== undefined) where.add((value) => `r.name = ${value}`, filter.rule);
  if (filter.state !== undefined) where.add((value) => `a.state = ${value}`, filter.state);
  if (filter.since !== undefined) where.add((value) => `a.created_at >= ${value}`, filter.since);
  if (filter.before !== undefined) where.add((value) => `a.id < ${value}::bigint`, filter.before);
  return db.query<AlertRecord>(
    `select a.id, r.name as rule, a.state, a.voices, a.card, a.created_at as "createdAt", a.fired_at as "firedAt"
     from alerts a join alert_rules r on r.id = a.rule_id
     where ${where.sql()} order by a.id desc limit ${where.value(filter.limit)}`,
    where.values,
  );
}
