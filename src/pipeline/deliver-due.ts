import type { StageResult } from './stage-result.js';

export interface DeliverDueDeps {
  /** Messages whose time has come, digests and retries among them, and those whose jobs were lost. */
  takeDueDeliveries(leaseMs: number): Promise<readonly string[]>;
  enqueueAlerts(deliveryIds: readonly string[]): Promise<void>;
  /** How old a job may be before it counts as lost, in milliseconds. */
  readonly leaseMs: number;
}

/** Makes jobs for the messages that are due: the clock of digests, quiet hours, caps and retries. */
export async function deliverDue(deps: DeliverDueDeps): Promise<StageResult> {
  const ids = await deps.takeDueDeliveries(deps.leaseMs);
  await deps.enqueueAlerts(ids);
  return { outcome: ids.length > 0 ? 'enqueued' : 'nothing_due' };
}
