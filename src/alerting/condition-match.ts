import type { AlertCard, AlertEvidence, AlertReason } from '../model/alert.js';
import type { ArticleToTag } from '../model/article-record.js';
import type { Evidence, Span } from '../model/mention.js';
import { quoteSentence } from './quote-sentence.js';

/** What an alert speaks of. */
export interface AlertSubject {
  /** What makes two alerts of a rule the same one. */
  readonly key: string;
  /** Whether the key holds for good, or only within the story. */
  readonly scope: 'forever' | 'story';
  readonly name: string;
  readonly kind: AlertCard['subject']['kind'];
  readonly unverified: boolean;
  readonly headline: string;
  /** Where conditions hold together, the alert speaks of what the lowest of them found. */
  readonly rank: number;
}

/** Something that a condition found. */
export interface ConditionMatch {
  readonly subject: AlertSubject;
  readonly reasons: readonly AlertReason[];
}

/** The order in which conditions give an alert its subject. */
export const SUBJECT_RANK = {
  firstMention: 0,
  surge: 1,
  actor: 2,
  money: 3,
  country: 4,
  topic: 5,
  search: 6,
  silence: 7,
} as const;

/**
 * The words of an article that something rests on.
 *
 * @param resolvedTo - the identity or value that they stand for
 */
export function evidenceFor(
  article: ArticleToTag,
  mention: Span & Evidence,
  resolvedTo: string,
): AlertEvidence {
  return {
    sentence: quoteSentence(article.text, mention.start, mention.end),
    surface: mention.text,
    resolvedTo,
    start: mention.start,
    end: mention.end,
    foundBy: mention.rule,
    confidence: mention.confidence,
  };
}
