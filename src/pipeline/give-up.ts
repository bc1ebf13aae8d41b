import { errorCodeOf, errorMessageOf, WirewatchError } from '../errors.js';
import type { GivenUpWork, QueueName } from '../model/work.js';

export interface GiveUpDeps {
  /** Keeps a failed poll on its feed. */
  recordPollFailure(feedId: string, error: unknown): Promise<void>;
  /** Puts the work in quarantine and marks its article or delivery as failed, in one transaction. */
  quarantine(work: GivenUpWork): Promise<void>;
}

/**
 * Ends work that failed for good. Nothing is lost: a feed keeps the error and its next poll time; articles and
 * deliveries go to quarantine, from where they can be replayed. A bug in a poll is quarantined as well.
 */
export async function giveUp(
  deps: GiveUpDeps,
  work: { readonly queue: QueueName; readonly subjectId: string; readonly attempts: number },
  error: unknown,
): Promise<void> {
  const code = errorCodeOf(error);
  if (work.queue === 'feeds') await deps.recordPollFailure(work.subjectId, error);
  if (work.queue !== 'feeds' || code === 'unexpected') {
    await deps.quarantine({
      ...work,
      code,
      message: errorMessageOf(error),
      context: error instanceof WirewatchError ? error.context : {},
    });
  }
}
