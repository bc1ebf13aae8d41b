import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { ThrottledError } from '../../../src/errors.js';
import type { FetchedResource, Fetcher, FetchRequest } from '../../../src/fetch/fetcher.js';
import { createLocalHostSlots, type HostSlots } from '../../../src/fetch/host-slots.js';
import {
  feedRequest,
  openFetcher,
  pageRequest,
  startOrigin,
  type Handler,
  type Origin,
} from './start-origin.js';

/** As the queue does: a throttled job comes back when it was told to. */
async function fetchPatiently(fetcher: Fetcher, request: FetchRequest): Promise<FetchedResource> {
  for (;;) {
    try {
      return await fetcher.fetch(request);
    } catch (error) {
      if (!(error instanceof ThrottledError)) throw error;
      await wait(error.retryAfterMs);
    }
  }
}

/** From the end of each answer to the start of the next request, by the server's log. */
function rests({ log }: Origin): number[] {
  return log.slice(1).map((request, i) => request.startedAtMs - (log[i]?.endedAtMs ?? 0));
}

const slowly: Handler = (_, response) => {
  response.write('begin');
  setTimeout(() => response.end('end'), 15);
};

describe('one host', () => {
  test('never sees two requests at once, nor sooner than its rest, whoever asks', async () => {
    const origin = await startOrigin(slowly);
    const slots = createLocalHostSlots(() => performance.now());
    const fetchers = [openFetcher({ slots, hostDelayMs: 20 }), openFetcher({ slots, hostDelayMs: 20 })];
    const jobs = Array.from({ length: 6 }, (_, i) =>
      fetchers.map((fetcher) => fetchPatiently(fetcher, feedRequest(`${origin.url}/${i}`))),
    );
    await Promise.all(jobs.flat());
    expect(origin.log).toHaveLength(12);
    for (const rest of rests(origin)) expect(rest).toBeGreaterThanOrEqual(20);
  });

  test('that redirects to itself gets its rest between the hops', async () => {
    const origin = await startOrigin((request, response) => {
      if (request.url === '/c') response.end('feed');
      else response.writeHead(302, { location: request.url === '/a' ? '/b' : '/c' }).end();
    });
    await openFetcher({ hostDelayMs: 400 }).fetch(feedRequest(`${origin.url}/a`));
    expect(origin.log).toHaveLength(3);
    for (const rest of rests(origin)) expect(rest).toBeGreaterThanOrEqual(400);
  });

  test('that is held by somebody else is left for later', async () => {
    const origin = await startOrigin(slowly);
    const slots = createLocalHostSlots(() => performance.now());
    await slots.claim(`127.0.0.1:${origin.port}`, 'another machine', 2_000, 60_000);
    const fetching = openFetcher({ slots, hostDelayMs: 2_000 }).fetch(feedRequest(origin.url));
    await expect(fetching).rejects.toMatchObject({
      name: 'ThrottledError',
      code: 'host_busy',
      retryAfterMs: 2_000,
    });
    expect(origin.log).toHaveLength(0);
  });

  test('does not hold up another', async () => {
    const [one, two] = [await startOrigin(slowly), await startOrigin(slowly)];
    const fetcher = openFetcher({ hostDelayMs: 60_000 });
    await fetcher.fetch(feedRequest(one.url));
    await fetcher.fetch(feedRequest(two.url));
    await expect(fetcher.fetch(feedRequest(one.url))).rejects.toMatchObject({ code: 'host_busy' });
  });
});

describe('the slot', () => {
  function recording() {
    const calls: string[] = [];
    const local = createLocalHostSlots(() => performance.now());
    const slots: HostSlots = {
      claim(host, holder, delayMs, leaseMs) {
        calls.push(`claim ${host}`);
        return local.claim(host, holder, delayMs, leaseMs);
      },
      release(host, holder, rest) {
        calls.push(`release ${host}`);
        return local.release(host, holder, rest);
      },
    };
    return { calls, slots };
  }

  test.each<[string, Handler]>([
    ['a good answer', (_, response) => response.end()],
    ['an error', (_, response) => response.writeHead(500).end()],
    ['a broken connection', ({ socket }) => socket.destroy()],
    ['a timeout', () => undefined],
  ])('is given back after %s', async (_, handler) => {
    const origin = await startOrigin(handler);
    const { calls, slots } = recording();
    const fetcher = openFetcher({ slots, limits: { firstByteTimeoutMs: 100 } });
    await Promise.allSettled([fetcher.fetch(feedRequest(origin.url))]);
    const host = `127.0.0.1:${origin.port}`;
    expect(calls).toEqual([`claim ${host}`, `release ${host}`]);
  });

  test('of the first host is given back before the next is taken', async () => {
    const target = await startOrigin((_, response) => response.end());
    const origin = await startOrigin((_, response) =>
      response.writeHead(302, { location: target.url }).end(),
    );
    const { calls, slots } = recording();
    await openFetcher({ slots }).fetch(feedRequest(origin.url));
    const [first, second] = [`127.0.0.1:${origin.port}`, `127.0.0.1:${target.port}`];
    expect(calls).toEqual([`claim ${first}`, `release ${first}`, `claim ${second}`, `release ${second}`]);
  });
});

test('a Crawl-delay lengthens the rest, and feeds keep it too', async () => {
  const origin = await startOrigin((request, response) => {
    response.end(request.url === '/robots.txt' ? 'User-agent: *\nCrawl-delay: 0.4' : 'page');
  });
  const fetcher = openFetcher({ hostDelayMs: 5 });
  await fetcher.fetch(pageRequest(`${origin.url}/1`));
  await fetchPatiently(fetcher, feedRequest(`${origin.url}/feed`));
  expect(origin.log.map(({ path }) => path)).toEqual(['/robots.txt', '/1', '/feed']);
  for (const rest of rests(origin)) expect(rest).toBeGreaterThanOrEqual(400);
});

test('a Crawl-delay that one worker has read is kept by another that has not', async () => {
  const origin = await startOrigin((request, response) => {
    response.end(request.url === '/robots.txt' ? 'User-agent: *\nCrawl-delay: 0.4' : 'page');
  });
  const slots = createLocalHostSlots(() => performance.now());
  const reader = openFetcher({ slots, hostDelayMs: 5 });
  const other = openFetcher({ slots, hostDelayMs: 5 });
  await reader.fetch(pageRequest(`${origin.url}/1`));
  for (const path of ['/feed', '/feed?again']) await fetchPatiently(other, feedRequest(origin.url + path));
  expect(origin.log).toHaveLength(4);
  for (const rest of rests(origin)) expect(rest).toBeGreaterThanOrEqual(400);
});
