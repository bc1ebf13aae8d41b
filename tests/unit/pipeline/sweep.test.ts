import { describe, expect, it } from 'vitest';
import type { ForgottenWork } from '../../../src/model/work.js';
import { sweep } from '../../../src/pipeline/sweep.js';

/** Sweeps a store that has forgotten this much. */
async function sweepUp(forgotten: ForgottenWork) {
  const asked: unknown[] = [];
  const pruned: number[] = [];
  const made: Record<string, readonly string[]> = {};
  const make = (queue: string) => (ids: readonly string[]) => {
    made[queue] = ids;
    return Promise.resolve();
  };
  const { outcome } = await sweep({
    takeForgottenWork(options) {
      asked.push(options);
      return Promise.resolve(forgotten);
    },
    enqueueArticles: make('articles'),
    enqueueTags: make('tags'),
    prunePolls(days) {
      pruned.push(days);
      return Promise.resolve(0);
    },
    pollHistoryDays: 30,
    ageMs: 300_000,
  });
  return { outcome, made, asked, pruned };
}

describe('sweep', () => {
  it('makes the jobs of all work that was forgotten, each in its queue', async () => {
    const forgotten = { articles: ['1', '2'], tags: ['3'] };
    const { outcome, made, asked } = await sweepUp(forgotten);
    expect(outcome).toBe('requeued');
    expect(made).toEqual(forgotten);
    expect(asked).toEqual([{ olderThanMs: 300_000, limit: 2_000 }]);
  });

  it.each(['articles', 'tags'] as const)('counts %s alone as work', async (queue) => {
    const { outcome } = await sweepUp({ articles: [], tags: [], [queue]: ['1'] });
    expect(outcome).toBe('requeued');
  });

  it('forgets the polls of long ago', async () => {
    expect((await sweepUp({ articles: [], tags: [] })).pruned).toEqual([30]);
  });

  it('says so when nothing was', async () => {
    expect((await sweepUp({ articles: [], tags: [] })).outcome).toBe('clean');
  });
});
