import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.js';
import type { FeedListing } from '../../../src/model/feed-record.js';
import { eventually } from '../../helpers/eventually.js';
import { BACKENDS, openTestApp, startServices, type Services } from '../../helpers/pipeline.js';
import { startCli, type RunningCli } from '../../helpers/run-cli.js';
import { NO_REDIS } from '../../helpers/start-redis.js';
import { arrangePublishers, later } from './arrange-publishers.js';
import { RSS, rss, send, textOf } from './publish.js';
import { startPublishers, type Publishers } from './start-publishers.js';

const HOUR_S = 3_600;
describe.each(BACKENDS)('what publishers wish, by two workers on %s', (backend) => {
  let services: Services | null;
  let world: Publishers;
  let app: App;
  const workers: RunningCli[] = [];

  beforeAll(async () => {
    services = await startServices(backend);
    if (services === null) return;
    world = await startPublishers();
    const feeds = arrangePublishers(world);
    app = await openTestApp(services);
    await app.store.upsertFeeds(feeds.map((url) => ({ url })));
    const env = { ...services.environment, WIREWATCH_FIRST_BYTE_TIMEOUT_MS: '1000' };
    workers.push(startCli(['work'], { env }), startCli(['work'], { env }));
    await settle();
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

  async function settle(): Promise<void> {
    await eventually(
      'polls and articles to end',
      async () => {
        const [row] = await app.db.query<{ open: number }>(
          `select (select count(*) from feeds where last_polled_at is null)::int
             + (select count(*) from articles where status in ('discovered', 'fetched'))::int as open`,
        );
        return row?.open === 0 ? true : undefined;
      },
      90_000,
    );
  }

  async function pollAgain(name: string): Promise<FeedListing> {
    const before = await feedOf(name);
    await app.store.makeFeedsDue([before.id]);
    return eventually(`another poll of ${name}`, async () => {
      const feed = (await app.store.listFeeds()).find(({ id }) => id === before.id);
      return feed?.lastPoll?.polledAt.getTime() === before.lastPoll?.polledAt.getTime() ? undefined : feed;
    });
  }

  async function pollAll(): Promise<void> {
    const [clock] = await app.db.query<{ now: Date }>('select clock_timestamp() as now');
    await app.store.makeFeedsDue(null);
    await eventually('a poll of every feed', async () => {
      const feeds = (await app.store.listFeeds()).filter(({ status }) => status === 'active');
      const isPolled = feeds.every(({ lastPolledAt }) => (lastPolledAt ?? 0) > (clock?.now ?? Infinity));
      return isPolled ? true : undefined;
    });
    await settle();
  }

  /** By the address that the feed had or has. */
  async function feedOf(name: string): Promise<FeedListing> {
    const found = (await app.store.listFeeds()).find(
      ({ url }) => new URL(url).hostname === `${name}.localhost`,
    );
    if (found === undefined) throw new Error(`no feed of ${name}`);
    return found;
  }

  /** From the poll to the next one, in seconds. */
  const pauseOf = ({ lastPolledAt, nextPollAt }: FeedListing) =>
    (nextPollAt.getTime() - (lastPolledAt?.getTime() ?? Number.NaN)) / 1_000;

  const articlesOf = (name: string) =>
    app.db.query<{ url: string; status: string; method: string; status_reason: string; text: string }>(
      'select url, status, method, status_reason, text from articles where url like $1 order by id',
      [`${world.url(name)}/%`],
    );

  it.each([
    ['fresh', 2 * HOUR_S, 2 * HOUR_S + 60],
    ['expiring', 1.5 * HOUR_S - 20, 1.5 * HOUR_S + 60],
    ['unhurried', 3 * HOUR_S, 3 * HOUR_S + 60],
    ['syndicated', 6 * HOUR_S, 6 * HOUR_S + 60],
    ['night-shift', 4 * HOUR_S - 60, 5 * HOUR_S + 1_860],
    ['busy-host', 900, 1_000],
    ['maintenance', 1_190, 1_320],
  ])('%s is polled again when it said', async (name, least, most) => {
    const pause = pauseOf(await feedOf(name));
    expect(pause).toBeGreaterThanOrEqual(least - 5);
    expect(pause).toBeLessThanOrEqual(most + 5);
  });

  it.each([
    ['busy-host', 'http_429'],
    ['maintenance', 'http_503'],
    ['members', 'http_401'],
    ['doorman', 'http_403'],
    ['lost', 'http_404'],
    ['gone', 'http_410'],
    ['broken', 'http_5xx'],
    ['website', 'feed_is_html'],
    ['checked', 'http_403'],
    ['plain-text', 'tls'],
  ])('%s fails with %s and words of its own', async (name, code) => {
    const { lastErrorCode, lastError, status } = await feedOf(name);
    expect(lastErrorCode).toBe(code);
    expect(lastError).toMatch(/(?:\S+ ){4}/);
    expect(status).toBe(code === 'http_410' ? 'gone' : 'active');
  });

  it('rests longer after the second failure, and comes back whole after it', async () => {
    const first = await feedOf('broken');
    const second = await pollAgain('broken');
    expect(second.failureCount).toBe(2);
    expect(pauseOf(second)).toBeGreaterThan(1.5 * pauseOf(first));
    world.serve('broken', '/feed', send(200, RSS, rss(world.url('broken'), [])));
    expect(await pollAgain('broken')).toMatchObject({ failureCount: 0, lastErrorCode: null });
  });

  it('lets a failure be cleared by a full answer only', async () => {
    await pollAgain('fickle');
    expect(world.of('fickle', '/feed').at(-1)?.headers['if-none-match']).toBe('"one"');
    const { log } = { log: world.of('fickle', '/feed').length };
    world.serve('fickle', '/feed', (request, response) => {
      const isConditional = request.headers['if-none-match'] !== undefined;
      if (world.of('fickle', '/feed').length <= log + 3) response.writeHead(500).end();
      else if (isConditional) response.writeHead(304).end();
      else response.writeHead(200, { ...RSS, etag: '"two"' }).end(rss(world.url('fickle'), []));
    });
    expect((await pollAgain('fickle')).lastErrorCode).toBe('http_5xx');
    expect(await pollAgain('fickle')).toMatchObject({ lastErrorCode: null, validators: { etag: '"two"' } });
    expect(world.of('fickle', '/feed').at(-1)).toMatchObject({ status: 200 });
  });

  it('a feed that is gone is left alone', async () => {
    const asked = world.of('gone', '/feed').length;
    await pollAll();
    expect(world.of('gone', '/feed')).toHaveLength(asked);
  });

  it('a feed that moved for good is asked at its new address', async () => {
    expect((await feedOf('mover')).url).toBe(`${world.url('mover')}/new`);
    const asked = world.of('mover', '/feed').length;
    await pollAgain('mover');
    expect(world.of('mover', '/feed')).toHaveLength(asked);
    expect((await feedOf('half-mover')).url).toBe(`${world.url('half-mover')}/first`);
    expect((await feedOf('lodger')).url).toBe(`${world.url('lodger')}/feed`);
  });

  it('a feed that moved to the address of another is merged into it', async () => {
    const heir = await feedOf('heir');
    expect(await feedOf('parent')).toMatchObject({ status: 'merged', mergedInto: heir.id });
    expect(heir.status).toBe('active');
  });

  it('pages that robots.txt forbids are never asked, and the feed stands in', async () => {
    expect(world.of('private').map(({ path }) => path)).not.toContain('/private/0');
    expect(await articlesOf('private')).toMatchObject([
      { method: 'feed', status: 'tagged', status_reason: 'robots_disallowed' },
    ]);
  });

  it.each([
    ['page-403', 'http_403'],
    ['page-404', 'http_404'],
    ['page-pdf', 'not_html'],
    ['page-paid', 'paywall'],
  ])('the whole text of the feed becomes the article for %s', async (name, reason) => {
    const [article] = await articlesOf(name);
    expect(article).toMatchObject({ method: 'feed', status: 'tagged', status_reason: reason });
    expect(article?.text).toBe(textOf(`Notice ${name} 0`));
  });

  it('a teaser does not', async () => {
    expect(await articlesOf('teaser')).toMatchObject([{ status: 'failed' }]);
  });

  it('says when items may have been missed, and comes sooner', async () => {
    const before = await feedOf('torrent');
    world.serve('torrent', '/feed', send(200, RSS, rss(world.url('torrent'), later)));
    const feed = await pollAgain('torrent');
    expect(feed.gapAt).not.toBeNull();
    expect(feed.lastPoll).toMatchObject({ counts: { offered: 8, new: 8 }, notes: [{ code: 'gap' }] });
    expect(feed.intervalMs).toBeLessThan(before.intervalMs);
    await settle();
  });

  it('every offered item has an ending, with the reason where it was dropped', async () => {
    const { id } = await feedOf('oddities');
    const first = (await app.store.listPolls(id, 100)).at(-1);
    expect(first?.counts).toEqual({
      offered: 7,
      new: 4,
      known: 1,
      duplicate: 1,
      dropped: 1,
      failed: 0,
      reasons: { no_link: 1 },
    });
    const rows = await app.db.query(
      `select title, date_problem, date_text from items where date_problem is not null and feed_id = $1 order by title`,
      [id],
    );
    expect(rows).toContainEqual({
      title: 'tomorrow',
      date_problem: 'future',
      date_text: '2099-01-01T00:00:00.000Z',
    });
    expect(rows).toContainEqual({ title: 'sometime', date_problem: 'unreadable', date_text: 'sometime' });
    expect(rows).toContainEqual({ title: 'one', date_problem: 'absent', date_text: null });
  });
});
