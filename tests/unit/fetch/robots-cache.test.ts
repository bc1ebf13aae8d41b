import { expect, test } from 'vitest';
import { PermanentError, ThrottledError, TransientError } from '../../../src/errors.js';
import { createRobotsCache, type LoadedRobots } from '../../../src/fetch/robots-cache.js';

const HOUR_MS = 3_600_000;
const ORIGIN = 'https://news.example';

function setUp() {
  const clock = { nowMs: 0 };
  let loads = 0;
  const cache = createRobotsCache(() => clock.nowMs);
  const loading = (result: () => LoadedRobots) => () => {
    loads += 1;
    return Promise.resolve().then(result);
  };
  return { clock, cache, loading, loads: () => loads };
}

const CLOSED: LoadedRobots = { rules: { isAllowed: () => false, crawlDelayMs: 7_000 }, bytes: 100 };

function fail(error: Error): () => never {
  return () => {
    throw error;
  };
}

test('rules are kept for 24 hours, and the crawl delay with them', async () => {
  const { clock, cache, loading, loads } = setUp();
  const load = loading(() => CLOSED);
  expect(cache.crawlDelayMs(ORIGIN)).toBeNull();
  expect(await cache.rulesFor(ORIGIN, load)).toBe(CLOSED.rules);
  clock.nowMs = 24 * HOUR_MS - 1;
  expect(await cache.rulesFor(ORIGIN, load)).toBe(CLOSED.rules);
  expect(cache.crawlDelayMs(ORIGIN)).toBe(7_000);
  expect(loads()).toBe(1);
  clock.nowMs = 24 * HOUR_MS;
  await cache.rulesFor(ORIGIN, load);
  expect(loads()).toBe(2);
});

test.each(['http_404', 'http_401', 'http_403', 'http_4xx', 'too_many_redirects'] as const)(
  '%s allows all',
  async (code) => {
    const { cache, loading } = setUp();
    const rules = await cache.rulesFor(ORIGIN, loading(fail(new PermanentError(code, 'no'))));
    expect(rules.isAllowed(new URL(ORIGIN))).toBe(true);
  },
);

test('a host without answer is closed for now, and asked again after a while', async () => {
  const { clock, cache, loading, loads } = setUp();
  const down = loading(fail(new TransientError('http_5xx', 'It is down.')));
  const refusal = { name: 'TransientError', code: 'http_5xx' };
  await expect(cache.rulesFor(ORIGIN, down)).rejects.toMatchObject(refusal);
  await expect(cache.rulesFor(ORIGIN, down)).rejects.toMatchObject(refusal);
  expect(loads()).toBe(1);
  clock.nowMs = 6 * 60_000;
  expect(
    await cache.rulesFor(
      ORIGIN,
      loading(() => CLOSED),
    ),
  ).toBe(CLOSED.rules);
});

test.each([new ThrottledError('host_busy', 'busy', 5), new PermanentError('address_forbidden', 'private')])(
  '$code passes through and is not kept',
  async (error) => {
    const { cache, loading, loads } = setUp();
    await expect(cache.rulesFor(ORIGIN, loading(fail(error)))).rejects.toBe(error);
    await expect(cache.rulesFor(ORIGIN, loading(fail(error)))).rejects.toBe(error);
    expect(loads()).toBe(2);
  },
);

test('the least used origins are forgotten when the texts grow large', async () => {
  const { cache, loading, loads } = setUp();
  const large = loading(() => ({ ...CLOSED, bytes: 500 * 1024 }));
  for (let i = 0; i < 100; i++) {
    await cache.rulesFor(`https://${i}.example`, large);
    await cache.rulesFor('https://0.example', large);
  }
  expect(loads()).toBe(100);
  await cache.rulesFor('https://1.example', large);
  expect(loads()).toBe(101);
});

test('a failure of our own is not held against the host', async () => {
  const { cache, loading, loads } = setUp();
  const lost = fail(new TransientError('db_unavailable', 'the slots are not to be had'));
  await expect(cache.rulesFor(ORIGIN, loading(lost))).rejects.toMatchObject({ code: 'db_unavailable' });
  expect(
    await cache.rulesFor(
      ORIGIN,
      loading(() => CLOSED),
    ),
  ).toBe(CLOSED.rules);
  expect(loads()).toBe(2);
});

test('rules that ran out are kept while the host gives no answer', async () => {
  const { clock, cache, loading, loads } = setUp();
  await cache.rulesFor(
    ORIGIN,
    loading(() => CLOSED),
  );
  clock.nowMs = 25 * HOUR_MS;
  const down = loading(fail(new TransientError('http_5xx', 'It is down.')));
  expect(await cache.rulesFor(ORIGIN, down)).toBe(CLOSED.rules);
  clock.nowMs += 60_000;
  expect(await cache.rulesFor(ORIGIN, down)).toBe(CLOSED.rules);
  expect(loads()).toBe(3);
});

test('many who ask at once cost one load, and share its failure', async () => {
  const { cache, loading, loads } = setUp();
  const ask = (result: () => LoadedRobots) =>
    Promise.allSettled(Array.from({ length: 5 }, () => cache.rulesFor(ORIGIN, loading(result))));
  const busy = await ask(fail(new ThrottledError('host_busy', 'busy', 5)));
  expect(busy.map(({ status }) => status)).toEqual(Array.from({ length: 5 }, () => 'rejected'));
  const found = await ask(() => CLOSED);
  expect(found.every((one) => one.status === 'fulfilled' && one.value === CLOSED.rules)).toBe(true);
  expect(loads()).toBe(2);
});
