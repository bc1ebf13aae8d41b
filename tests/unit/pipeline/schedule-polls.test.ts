import { describe, expect, it } from 'vitest';
import { schedulePolls } from '../../../src/pipeline/schedule-polls.js';

async function scheduleWith(dueFeedIds: readonly string[]) {
  const asked: { limit: number; perHost: number; leaseMs: number }[] = [];
  const made: string[] = [];
  const { outcome } = await schedulePolls({
    takeDueFeeds(options) {
      asked.push(options);
      return Promise.resolve(dueFeedIds);
    },
    enqueueFeeds(ids) {
      made.push(...ids);
      return Promise.resolve();
    },
  });
  return { outcome, made, asked };
}

describe('schedulePolls', () => {
  it('makes a job for each feed that is due', async () => {
    const { outcome, made } = await scheduleWith(['7', '8']);
    expect(outcome).toBe('scheduled');
    expect(made).toEqual(['7', '8']);
  });

  it('says so when none is', async () => {
    const { outcome, made } = await scheduleWith([]);
    expect(outcome).toBe('idle');
    expect(made).toEqual([]);
  });

  it('takes a bounded number, few of one host, and holds them longer than a poll lasts', async () => {
    const [options] = (await scheduleWith([])).asked;
    expect(options).toEqual({ limit: 500, perHost: 10, leaseMs: 900_000 });
  });
});
