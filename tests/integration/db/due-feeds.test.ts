import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/db/database.js';
import type { Store } from '../../../src/db/store.js';
import { openTestStore, type TestStore } from '../../helpers/open-test-store.js';

const MINUTE_MS = 60_000;

describe('the store', () => {
  let opened: TestStore;
  let db: Database;
  let store: Store;

  beforeAll(async () => {
    opened = await openTestStore();
    ({ db, store } = opened);
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await db.query('truncate feeds, host_lines restart identity cascade');
  });

  describe('takes due feeds', () => {
    const options = { limit: 20, perHost: 4, leaseMs: MINUTE_MS, lineStepMs: 1_000 };
    const take = (now = new Date(), changes: Partial<typeof options> = {}) =>
      store.takeDueFeeds({ ...options, now, ...changes });

    it('once, whoever asks', async () => {
      await store.upsertFeeds(
        Array.from({ length: 30 }, (_, index) => ({ url: `https://host-${index}.example/` })),
      );
      const now = new Date(Date.now() + 1_000);
      const taken = (await Promise.all([1, 2, 3].map(() => take(now)))).flat();
      expect(new Set(taken).size).toBe(taken.length);
      const rest = await take(now, { limit: 100 });
      expect(taken.length + rest.length).toBe(30);
      expect(await take(now)).toEqual([]);
    });

    it('and line the further ones of a host up, so that others come to their turn', async () => {
      await store.upsertFeeds(
        Array.from({ length: 30 }, (_, index) => ({ url: `https://big.example/${index}` })),
      );
      await db.query(`update feeds set next_poll_at = now() - interval '1 hour'`);
      const { ids } = await store.upsertFeeds([{ url: 'https://small.example/' }]);
      const now = new Date(Date.now() + 1_000);
      expect(await take(now)).toHaveLength(4);
      expect(await take(now)).toHaveLength(5);
      const [waiting] = await db.query<{ count: string; places: string; seconds: number }>(
        `select count(*), count(distinct next_poll_at) as places,
           extract(epoch from max(next_poll_at) - $1)::float8 as seconds
         from feeds where host = 'big.example' and next_poll_at < $1::timestamptz + interval '30 seconds'`,
        [now],
      );
      // 16 of the first round and 6 of the second, in one line.
      expect(waiting).toEqual({ count: '22', places: '22', seconds: 22 });
      expect(await take(now)).toEqual([]);
      expect(await take(new Date(now.getTime() + 3_500))).not.toContain(ids[0]);
    });

    it('one a line step from a host that has thousands due, whatever ticks pass', async () => {
      await store.upsertFeeds(
        Array.from({ length: 200 }, (_, index) => ({ url: `https://big.example/${index}` })),
      );
      await store.makeFeedsDue(null);
      const startMs = Date.now() + 1_000;
      const taken: number[] = [];
      for (let tick = 0; tick < 60; tick += 1) {
        taken.push((await take(new Date(startMs + tick * 4_000), { leaseMs: 60 * MINUTE_MS })).length);
      }
      expect(taken.reduce((sum, count) => sum + count, 0)).toBe(200);
      // All 200 have their places after ten ticks of 20; from then on the line alone is served: 4 in 4 seconds.
      expect(taken.slice(11, 40)).toEqual(new Array(29).fill(4));
    });

    it('without waiting in a line that makes no sense any more, once all are made due', async () => {
      await store.upsertFeeds(
        Array.from({ length: 12 }, (_, index) => ({ url: `https://big.example/${index}` })),
      );
      const now = new Date(Date.now() + 60_000);
      for (let round = 0; round < 3; round += 1) {
        await store.makeFeedsDue(null);
        expect(await take(now)).toHaveLength(4);
      }
      const [last] = await db.query<{ seconds: number }>(
        `select extract(epoch from max(next_poll_at) - $1)::float8 as seconds from feeds
         where next_poll_at < $1::timestamptz + interval '30 seconds'`,
        [now],
      );
      expect(last?.seconds).toBe(8);
    });
  });
});
