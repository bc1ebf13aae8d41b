import type { AlertCard, AlertRule, RuleDefinition } from '../model/alert.js';
import type { RehearsedAlert } from '../model/rehearsal.js';
import { confirmAlert } from './corroborate.js';
import { isPastFor, matchRules } from './match-rules.js';
import type { TaggingEvent } from './tagging-event.js';

/** A rule that is tried out on what is stored. */
export interface Rehearsal {
  /** Takes the next article, in the order in which they came out. @returns what would have been sent */
  take(event: TaggingEvent): RehearsedAlert[];
  /** Alerts that still wait for more voices. */
  waiting(): number;
}

interface Waiting {
  readonly voices: readonly string[];
  readonly card: AlertCard;
}

/**
 * Tries out a rule on articles as if it had been there when they came: with the same evaluation, each subject once, and
 * with the same gate. Nothing is stored.
 */
export function createRehearsal(definition: RuleDefinition): Rehearsal {
  const rule: AlertRule = {
    ...definition,
    id: '0',
    enabled: true,
    mutedUntil: null,
    since: new Date(0),
    includePast: true,
  };
  const known = new Set<string>();
  const waiting = new Map<string, Waiting>();

  function confirm(event: TaggingEvent, drafts: ReturnType<typeof matchRules>): AlertCard[] {
    const { corroboration } = rule;
    const actorKeys = event.facts.actors.map(({ actorId }) => `actor:${actorId}`);
    const keys = new Set([...drafts.map(({ dedupeKey }) => dedupeKey), ...actorKeys]);
    return [...keys].flatMap((dedupeKey) => {
      const alert = waiting.get(dedupeKey);
      if (alert === undefined) return [];
      const again = drafts.find((draft) => draft.dedupeKey === dedupeKey) ?? null;
      const confirmed = confirmAlert(
        { id: '0', dedupeKey, corroboration, ...alert },
        again,
        event.article,
        event.facts,
      );
      if (confirmed.state === 'waiting') {
        waiting.set(dedupeKey, confirmed);
        return [];
      }
      waiting.delete(dedupeKey);
      return [confirmed.card];
    });
  }

  return {
    take(event) {
      const drafts = matchRules([rule], event);
      const cards = confirm(event, drafts);
      for (const { dedupeKey, state, card } of drafts) {
        if (known.has(dedupeKey)) continue;
        known.add(dedupeKey);
        if (state === 'fired') cards.push(card);
        else waiting.set(dedupeKey, { voices: [event.facts.voice], card });
      }
      const isPast = isPastFor(rule, event);
      return cards.map((card) => ({ at: event.facts.occurredAt, card, isPast }));
    },
    waiting: () => waiting.size,
  };
}
