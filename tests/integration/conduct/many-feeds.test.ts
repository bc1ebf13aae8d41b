import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.js';
import { eventually } from '../../helpers/eventually.js';
import { BACKENDS, openTestApp, startServices, type Services } from '../../helpers/pipeline.js';
import { startCli, type RunningCli } from '../../helpers/run-cli.js';
import { NO_REDIS } from '../../helpers/start-redis.js';
import { publish, send, serveTrackedFeed, HTML, RSS, type TrackedFeed } from './publish.js';
import { startPublishers, type Exchange, type Publishers } from './start-publishers.js';

const HOSTS = 40;
const FEEDS_PER_HOST = 5;
const HOST_DELAY_MS = 100;
/** Every eighth host asks for more. */
const CRAWL_DELAY_MS = 300;

/** When a client goes away, it knows a little earlier than the server. */
const ABORT_SLACK_MS = 25;

/** The ways in which one feed of five fails at first. */
const FAULTS: readonly ((response: ServerResponse) => void)[] = [
  (response) => response.writeHead(500).end('broken'),
  (response) => response.writeHead(503, { 'retry-after': '120' }).end(),
  (response) => response.writeHead(429, { 'retry-after': '120' }).end(),
  () => undefined,
  (response) => response.socket?.destroy(),
  (response) => response.writeHead(200, HTML).end('<!doctype html><title>Log in</title><p>Please.</p>'),
  (response) => response.writeHead(403).end(),
  (response) => response.writeHead(404).end(),
  (response) =>
    response.writeHead(200, { ...RSS, 'content-encoding': 'gzip' }).end(Buffer.from('1f8b0800ff', 'hex')),
  (response) => response.writeHead(200, RSS).end(Buffer.alloc(3_000, 0xfe)),
];

const hostName = (host: number) => `press-${host}`;
const asksForMore = (name: string) => Number(name.split('-')[1]) % 8 === 0;

describe.each(BACKENDS)('200 feeds, one of five failing, and two workers on %s', (backend) => {
  let services: Services | null;
  let world: Publishers;
  let app: App;
  const workers: RunningCli[] = [];
  const feeds: { readonly name: string; readonly feed: TrackedFeed }[] = [];

  function publishEverywhere(edition: number): void {
    for (const [index, { name, feed }] of feeds.entries()) {
      publish(world, name, feed, {
        path: `/story/${index}-${edition}`,
        title: `Notice ${edition} of feed ${index}`,
      });
    }
  }

  beforeAll(async () => {
    services = await startServices(backend);
    if (services === null) return;
    world = await startPublishers();
    for (let host = 0; host < HOSTS; host += 1) {
      const name = hostName(host);
      if (asksForMore(name)) {
        const robots = `User-agent: *\nCrawl-delay: ${CRAWL_DELAY_MS / 1_000}\n`;
        world.serve(name, '/robots.txt', send(200, { 'content-type': 'text/plain' }, robots));
      }
      for (let index = 0; index < FEEDS_PER_HOST; index += 1) {
        feeds.push({ name, feed: serveTrackedFeed(world, name, `/feed-${index}.xml`, feeds.length) });
      }
    }
    for (const [index, { feed }] of feeds.entries()) {
      if (index % 5 === 0) feed.fault = FAULTS[(index / 5) % FAULTS.length] ?? null;
    }
    publishEverywhere(1);
    publishEverywhere(2);
    app = await openTestApp(services);
    await app.store.upsertFeeds(feeds.map(({ feed }) => ({ url: feed.url })));
    const env = {
      ...services.environment,
      WIREWATCH_HOST_DELAY_MS: String(HOST_DELAY_MS),
      WIREWATCH_FIRST_BYTE_TIMEOUT_MS: '1000',
    };
    workers.push(startCli(['work'], { env }), startCli(['work'], { env }));
  }, 120_000);
  afterAll(async () => {
    for (const { child, exited } of workers) {
      child.kill('SIGTERM');
      await exited;
    }
    if (services === null) return;
    await app.close();
    await world.close();
    await services.close();
  }, 120_000);
  beforeEach((ctx) => {
    if (services === null) ctx.skip(NO_REDIS);
  });

  const count = async (sql: string): Promise<number> => {
    const [row] = await app.db.query<{ count: number }>(`select count(*)::int as count from ${sql}`);
    return row?.count ?? 0;
  };
  const until = (what: string, sql: string) =>
    eventually(what, async () => ((await count(sql)) === 0 ? true : undefined), 150_000);
  const served = () =>
    feeds.flatMap(({ name, feed }) => feed.stories.map(({ path }) => world.url(name) + path));

  it('poll every feed, and tell the failing ones from the others', async () => {
    await until('a first poll of every feed', 'feeds where last_polled_at is null');
    const states = await app.store.listFeeds();
    const failing = states.filter((feed) => feed.lastErrorCode !== null);
    expect(failing.map(({ url }) => url).sort()).toEqual(
      feeds.flatMap(({ feed }) => (feed.fault === null ? [] : feed.url)).sort(),
    );
    expect(new Set(failing.map(({ lastErrorCode }) => lastErrorCode))).toEqual(
      new Set([
        'http_5xx',
        'http_503',
        'http_429',
        'timeout',
        'network',
        'feed_is_html',
        'http_403',
        'http_404',
        'truncated',
        'feed_unparseable',
      ]),
    );
  }, 180_000);

  it('lose no item once the publishers are well again', async () => {
    for (const { feed } of feeds) feed.fault = null;
    publishEverywhere(3);
    await app.store.makeFeedsDue(null);
    await until('an end of all failures', 'feeds where last_error_code is not null');
    await eventually(
      'every item',
      async () => ((await count('items')) >= feeds.length * 3 ? true : undefined),
      150_000,
    );
    await until('every article', `articles where status in ('discovered', 'fetched')`);
    const rows = await app.db.query<{ url: string; status: string }>('select url, status from articles');
    expect(rows.map(({ url }) => url).sort()).toEqual(served().sort());
    expect(rows.filter(({ status }) => status !== 'tagged')).toEqual([]);
    const [sums] = await app.db.query(
      `select sum(offered)::int as offered, sum(new + known + duplicate + dropped + failed)::int as ended,
         sum(new)::int as new, sum(failed)::int as failed from polls`,
    );
    expect(sums).toMatchObject({ new: feeds.length * 3, failed: 0 });
    expect(sums).toHaveProperty('ended', (sums as { offered: number }).offered);
  }, 240_000);

  it('ask with the very validators that each feed had given, and no page with any', async () => {
    await app.store.makeFeedsDue(null);
    await eventually(
      'a 304 of every feed',
      () => Promise.resolve(feeds.every(({ feed }) => feed.notModified > 0) ? true : undefined),
      150_000,
    );
    expect(feeds.flatMap(({ feed }) => feed.violations)).toEqual([]);
    const elsewhere = world.log.filter(({ path }) => !path.startsWith('/feed-'));
    expect(elsewhere.length).toBeGreaterThan(feeds.length * 3);
    for (const { headers } of elsewhere) {
      expect(headers['if-none-match'] ?? headers['if-modified-since']).toBeUndefined();
    }
  }, 180_000);

  it('show no host two requests at once, nor one sooner than its delay', () => {
    const faults: string[] = [];
    for (let host = 0; host < HOSTS; host += 1) {
      const log = world.of(hostName(host)).sort((a, b) => a.startedAtMs - b.startedAtMs);
      let restMs = HOST_DELAY_MS;
      for (const [index, exchange] of log.entries()) {
        const before = log[index - 1];
        if (before !== undefined) {
          const slackMs = before.isAborted ? ABORT_SLACK_MS : 0;
          const gapMs = exchange.startedAtMs - before.endedAtMs;
          if (gapMs < restMs - slackMs) faults.push(`${exchange.host}${exchange.path} after ${gapMs} ms`);
        }
        if (exchange.path === '/robots.txt' && asksForMore(hostName(host))) restMs = CRAWL_DELAY_MS;
      }
    }
    expect(faults).toEqual([]);
  });

  it('read robots.txt before the first page of a host, seldom, and say who they are', () => {
    for (let host = 0; host < HOSTS; host += 1) {
      const log = world.of(hostName(host));
      const isRobots = ({ path }: Exchange) => path === '/robots.txt';
      expect(log.findIndex(isRobots)).toBeLessThan(log.findIndex(({ path }) => path.startsWith('/story/')));
      expect(log.filter(isRobots).length).toBeLessThanOrEqual(workers.length);
    }
    for (const { headers } of world.log) expect(headers['user-agent']).toMatch(/^Wirewatch\/\S+ \(\+https:/);
  });
});
