import { describe, expect, it } from 'vitest';
import { keepSubscriptions } from '../../../src/pipeline/keep-subscriptions.js';

const NOW = new Date('2026-03-01T12:00:00Z');

/** Keeps the subscriptions of these feeds. */
async function keep(feedIds: readonly string[], request: (feedId: string) => Promise<void>) {
  const calls: unknown[] = [];
  const run = keepSubscriptions({
    takeDueSubscriptions(options) {
      calls.push(options);
      return Promise.resolve(feedIds);
    },
    async requestSubscription({ feedId }) {
      await request(feedId);
      return { outcome: 'subscribe_sent' };
    },
    pollForUnreadPushes(which) {
      calls.push(which);
      return Promise.resolve(0);
    },
    now: () => NOW,
  });
  return { ...(await run), calls };
}

describe('keepSubscriptions', () => {
  it('looks for lost news first, then takes what is due', async () => {
    const { outcome, calls } = await keep([], () => Promise.reject(new Error('nobody is to be asked')));
    expect(outcome).toBe('idle');
    expect(calls).toEqual([
      { arrivedUntil: new Date('2026-03-01T11:58:00Z'), feedId: null },
      { now: NOW, limit: 40, leaseMs: 600_000 },
    ]);
  });

  it('asks for each once, a few at a time', async () => {
    const feedIds = Array.from({ length: 40 }, (_, index) => String(index));
    const asked: string[] = [];
    let atOnce = 0;
    let most = 0;
    const { outcome } = await keep(feedIds, async (feedId) => {
      asked.push(feedId);
      most = Math.max(most, (atOnce += 1));
      await new Promise(setImmediate);
      atOnce -= 1;
    });
    expect(outcome).toBe('asked');
    expect(asked).toEqual(feedIds);
    expect(most).toBe(4);
  });

  it('asks for the others when one fails, and tells of it then', async () => {
    const asked: string[] = [];
    const kept = keep(['1', '2', '3', '4', '5', '6'], (feedId) => {
      asked.push(feedId);
      return feedId === '2' ? Promise.reject(new Error('a bug')) : Promise.resolve();
    });
    await expect(kept).rejects.toThrow('a bug');
    expect(asked).toHaveLength(6);
  });
});
