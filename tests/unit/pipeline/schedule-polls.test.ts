import { describe, expect, it } from 'vitest';
import { TransientError } from '../../../src/errors.js';
import { schedulePolls } from '../../../src/pipeline/schedule-polls.js';

const NOW = new Date('2026-03-01T12:00:00Z');

async function scheduleWith(dueFeedIds: readonly string[]) {
  const asked: unknown[] = [];
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
    makeFeedsDue: () => Promise.reject(new Error('nothing was taken in vain')),
    now: () => NOW,
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
    expect(options).toEqual({
      now: NOW,
      limit: 250,
      perHost: 10,
      leaseMs: 300_000,
      lineStepMs: 1_000,
    });
  });

  it('gives the feeds back when their jobs can not be made', async () => {
    const givenBack: string[] = [];
    const scheduling = schedulePolls({
      takeDueFeeds: () => Promise.resolve(['7', '8']),
      now: () => NOW,
      enqueueFeeds: () => Promise.reject(new TransientError('queue_unavailable', 'Redis is away')),
      makeFeedsDue(ids) {
        givenBack.push(...ids);
        return Promise.resolve();
      },
    });
    await expect(scheduling).rejects.toMatchObject({ code: 'queue_unavailable' });
    expect(givenBack).toEqual(['7', '8']);
  });
});
