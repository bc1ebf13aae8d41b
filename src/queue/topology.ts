import { z } from 'zod';
import type { QueueName } from '../model/work.js';

/** Database ids travel as decimal strings: bigint does not fit a JSON number. */
const id = z.string().regex(/^\d{1,19}$/, 'must be a database id');

/** What a queue carries and how its jobs are retried. */
interface QueueSpec<Payload extends z.ZodType> {
  /** Checked when a job arrives: the store may hold jobs of another version, or of a stranger. */
  readonly payload: Payload;
  /** How often a job is tried before it is given up. */
  readonly attempts: number;
}

/** The queues, in the order of an item's way. Payloads are ids; everything else is in Postgres. */
export const TOPOLOGY = {
  feeds: {
    payload: z.object({ feedId: id }),
    // Few: the feed's own next poll is the real retry, and comes with a back-off of its own.
    attempts: 3,
  },
  articles: {
    payload: z.object({ articleId: id }),
    // With the default base of 2 s these spread over two to four minutes (the jitter takes up to half off): long
    // enough for a restart of a publisher's server.
    attempts: 8,
  },
  tags: {
    payload: z.object({ articleId: id, reason: z.enum(['new', 'retag']) }),
    // Pure work: only the database or a dying thread can make it fail, and both come back quickly.
    attempts: 5,
  },
  alerts: {
    payload: z.object({ deliveryId: id }),
    // Only the database can make it fail: what the receiver does is kept on the message, with its next try.
    attempts: 5,
  },
} as const satisfies Record<QueueName, QueueSpec<z.ZodType>>;

/** The payload of a queue's jobs. */
export type Payload<Name extends QueueName> = z.output<(typeof TOPOLOGY)[Name]['payload']>;

/** The longest wait between two tries. */
export const MAX_BACKOFF_MS = 3_600_000;

/** Id of what a job is about: what quarantine and deduplication go by. */
export function subjectIdOf(payload: Payload<QueueName>): string {
  if ('feedId' in payload) return payload.feedId;
  return 'articleId' in payload ? payload.articleId : payload.deliveryId;
}
