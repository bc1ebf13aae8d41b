import type { TaggedActor } from '../model/alert-facts.js';
import type { AlertDraft } from '../model/alert.js';
import type { TagsToSave } from '../model/tagging.js';
import { readAlertFacts, type TaggedArticle } from './alert-facts.js';
import { addToDeliveries } from './deliveries.js';
import { lockWaitingAlerts, saveConfirmed, storeAlerts, withoutMuted } from './alerts.js';
import type { Queryable } from './database.js';

/** What no rule asks for is not looked up. */
const NO_NEEDS = { watched: [], histories: false, searches: [] } as const;

/**
 * Stores the alerts that the tags of an article call for, and adds its voice to those that wait for one.
 *
 * @param tx - the transaction of the tags
 * @returns ids of the deliveries to send now
 */
export async function raiseAlerts(tx: Queryable, work: TagsToSave, tagged: TaggedArticle): Promise<string[]> {
  const facts = await readAlertFacts(tx, tagged, work.needs ?? NO_NEEDS);
  const drafts = work.draftAlerts(facts);
  const stored = await storeAlerts(tx, drafts, [facts.voice]);
  const fired = stored.filter(({ state }) => state === 'fired').map(({ id }) => id);
  if (work.reason === 'new' && work.confirmAlert !== undefined) {
    const isStored = new Set(stored.map(({ ruleId, dedupeKey }) => keyOf({ ruleId, dedupeKey })));
    const again = new Map(
      drafts.filter((draft) => !isStored.has(keyOf(draft))).map((draft) => [keyOf(draft), draft]),
    );
    for (const waiting of await lockWaitingAlerts(tx, [...again.values()], keysOfActors(facts.actors))) {
      if (isStored.has(keyOf(waiting))) continue;
      const confirmed = work.confirmAlert(waiting, again.get(keyOf(waiting)) ?? null, facts);
      if (confirmed.voices.length === waiting.voices.length) continue;
      await saveConfirmed(tx, waiting.id, confirmed);
      if (confirmed.state === 'fired') fired.push(waiting.id);
    }
  }
  return addToDeliveries(tx, await withoutMuted(tx, fired));
}

/** An alert of a first mention waits for anybody who mentions the actor. */
function keysOfActors(actors: readonly TaggedActor[]): string[] {
  return actors.map(({ actorId }) => `actor:${actorId}`);
}

function keyOf({ ruleId, dedupeKey }: Pick<AlertDraft, 'ruleId' | 'dedupeKey'>): string {
  return `${ruleId} ${dedupeKey}`;
}
