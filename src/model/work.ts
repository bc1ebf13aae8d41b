import type { ErrorContext } from '../errors.js';

/** The four work queues, in the order of an item's way. */
export const QUEUE_NAMES = ['feeds', 'articles', 'tags', 'alerts'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** A piece of work that was given up: inspectable and replayable. */
export interface QuarantinedWork {
  readonly id: string;
  readonly queue: QueueName;
  /** Id of the feed, article or delivery. */
  readonly subjectId: string;
  readonly code: string;
  readonly message: string;
  readonly attempts: number;
  readonly createdAt: Date;
  /** What it was about, for people: a URL. */
  readonly subject: string | null;
}

/** Ids that wait although no job of theirs was made for some time, by the queue they wait for. */
export interface ForgottenWork {
  readonly articles: readonly string[];
  readonly tags: readonly string[];
  readonly alerts: readonly string[];
}

/** Work to be given up. */
export interface GivenUpWork {
  readonly queue: QueueName;
  readonly subjectId: string;
  readonly code: string;
  readonly message: string;
  readonly context: ErrorContext;
  readonly attempts: number;
}

/** Which quarantined work is meant: every given condition holds. */
export interface QuarantineFilter {
  readonly ids?: readonly string[];
  readonly queue?: QueueName;
  readonly code?: string;
}
