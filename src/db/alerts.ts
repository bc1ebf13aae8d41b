import type { AlertDraft } from '../model/alert.js';
import type { Queryable } from './database.js';
import { addToDeliveries } from './deliveries.js';

/**
 * Stores alerts, and the messages that carry those that fire. An alert that exists already is left as it is.
 *
 * @returns ids of the deliveries to send now
 */
export async function insertAlerts(tx: Queryable, drafts: readonly AlertDraft[]): Promise<string[]> {
  if (drafts.length === 0) return [];
  const fired = await tx.query<{ id: string }>(
    `with stored as (
       insert into alerts (rule_id, dedupe_key, article_id, story_id, state, card, fired_at)
       select rule_id, dedupe_key, article_id, story_id, state, card, case state when 'fired' then now() end
       from unnest($1::bigint[], $2::text[], $3::bigint[], $4::bigint[], $5::text[], $6::jsonb[])
         as draft (rule_id, dedupe_key, article_id, story_id, state, card)
       on conflict (rule_id, dedupe_key) do nothing
       returning id, state
     )
     select id from stored where state = 'fired' order by id`,
    [
      drafts.map((draft) => draft.ruleId),
      drafts.map((draft) => draft.dedupeKey),
      drafts.map((draft) => draft.articleId),
      drafts.map((draft) => draft.storyId),
      drafts.map((draft) => draft.state),
      drafts.map((draft) => JSON.stringify(draft.card)),
    ],
  );
  return addToDeliveries(
    tx,
    fired.map(({ id }) => id),
  );
}
