import type { AlertFacts } from '../model/alert-facts.js';
import type {
  AlertDraft,
  AlertEvidence,
  ConfirmedAlert,
  Corroboration,
  WaitingAlert,
} from '../model/alert.js';
import type { ArticleToTag } from '../model/article-record.js';
import { evidenceFor } from './condition-match.js';
import { storyOnCard } from './render-card.js';

/** Whether these publisher families are as many as a rule asks for, or one of them is trusted. */
export function isCorroborated({ voices, trusted }: Corroboration, saidBy: readonly string[]): boolean {
  return saidBy.length >= voices || saidBy.some((voice) => trusted.includes(voice.toLowerCase()));
}

/**
 * Adds the voice of an article to an alert that waits for more. It fires when they are enough, with the card of the
 * article that spoke first and the word of this one.
 *
 * @param again - the same alert as this article would have drafted it; null when it only mentions the actor
 * @returns what the alert is now; the same as before when the voice has spoken already
 */
export function confirmAlert(
  waiting: WaitingAlert,
  again: AlertDraft | null,
  article: ArticleToTag,
  facts: AlertFacts,
): ConfirmedAlert {
  if (waiting.voices.includes(facts.voice))
    return { state: 'waiting', voices: waiting.voices, card: waiting.card };
  const voices = [...waiting.voices, facts.voice];
  const evidence = again?.card.reasons[0]?.evidence ?? evidenceOfActor(waiting, article, facts);
  const isEnough = isCorroborated(waiting.corroboration, voices);
  const trusted = waiting.corroboration.trusted.includes(facts.voice.toLowerCase())
    ? ', which is trusted'
    : '';
  const reason = { condition: 'corroboration', text: `said by ${facts.voice} too${trusted}`, evidence };
  return {
    state: isEnough ? 'fired' : 'waiting',
    voices,
    card: {
      ...waiting.card,
      reasons: [...waiting.card.reasons, reason],
      story: waiting.card.story?.id === facts.story?.id ? storyOnCard(facts.story) : waiting.card.story,
    },
  };
}

function evidenceOfActor(
  waiting: WaitingAlert,
  article: ArticleToTag,
  facts: AlertFacts,
): AlertEvidence | null {
  const actor = facts.actors.find(({ actorId }) => waiting.dedupeKey === `actor:${actorId}`);
  const mention = actor?.mentions[0];
  return actor === undefined || mention === undefined ? null : evidenceFor(article, mention, actor.name);
}
