import type { ErrorContext } from '../errors.js';

/** The four work queues, in the order of an item's way. */
export const QUEUE_NAMES = ['feeds', 'articles', 'tags', 'alerts'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** The queues whose work goes to quarantine when it is given up. A message to a channel is parked on its own row. */
export const QUARANTINE_QUEUES = ['feeds', 'articles', 'tags'] as const;
export type QuarantineQueue = (typeof QUARANTINE_QUEUES)[number];

/** A piece of work that was given up: inspectable and replayable. */
export interface QuarantinedWork {
  readonly id: string;
  readonly queue: QuarantineQueue;
  /** Id of the feed or article. */
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
}

/** Work to be given up. */
export interface GivenUpWork {
  readonly queue: QuarantineQueue;
  readonly subjectId: string;
  readonly code: string;
  readonly message: string;
  readonly context: ErrorContext;
  readonly attempts: number;
}

/** Which quarantined work is meant: every given condition holds. */
export interface QuarantineFilter {
  readonly ids?: readonly string[];
  readonly queue?: QuarantineQueue;
  readonly code?: string;
}
