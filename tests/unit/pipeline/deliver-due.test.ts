import { expect, it } from 'vitest';
import { deliverDue } from '../../../src/pipeline/deliver-due.js';

it.each([
  [['1', '2'], 'enqueued'],
  [[], 'nothing_due'],
])('makes jobs for %j: %s', async (ids, outcome) => {
  const made: (readonly string[])[] = [];
  const leases: number[] = [];
  const result = await deliverDue({
    takeDueDeliveries(leaseMs) {
      leases.push(leaseMs);
      return Promise.resolve(ids);
    },
    enqueueAlerts(deliveryIds) {
      made.push(deliveryIds);
      return Promise.resolve();
    },
    leaseMs: 300_000,
  });
  expect(result).toEqual({ outcome });
  expect(made.flat()).toEqual(ids);
  expect(leases).toEqual([300_000]);
});
