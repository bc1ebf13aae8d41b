import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../helpers/eventually.js';
import { FEED_LIMIT_BYTES, startWebsubWorld, type WebsubWorld } from './websub-world.js';

const MINUTE_MS = 60_000;

let world: WebsubWorld;

beforeAll(async () => {
  world = await startWebsubWorld();
});
afterAll(() => world.close());
beforeEach(() => world.reset());
afterEach(() => world.hub.close());

describe('news', () => {
  it('are stored as those of a poll, and their articles fetched', async () => {
    const request = await world.subscribe();
    const before = await world.app.queues.counts();
    const answer = await world.hub.deliver(request, world.render('Dam plans stolen', 'Port reopened'));
    expect(answer).toMatchObject({ status: 202, body: '' });
    await eventually('both items', async () => ((await world.titles()).length === 3 ? true : undefined));
    expect(await world.titles()).toEqual(['Old news', 'Dam plans stolen', 'Port reopened']);
    await eventually('their jobs', async () => {
      const { articles } = await world.app.queues.counts();
      return (articles.waiting ?? 0) === (before.articles.waiting ?? 0) + 2 ? true : undefined;
    });
    expect((await world.subscription())?.lastPushAt).not.toBeNull();
    expect(world.hub.feedFetches()).toBe(1);
  });

  it('may come twice', async () => {
    const request = await world.subscribe();
    const reads = (await world.outcomes('push_unchanged')) + (await world.outcomes('push_new_items'));
    for (let times = 0; times < 3; times += 1) {
      expect((await world.hub.deliver(request, world.render('Dam plans stolen'))).status).toBe(202);
    }
    await eventually('three readings', async () =>
      (await world.outcomes('push_unchanged')) + (await world.outcomes('push_new_items')) === reads + 3
        ? true
        : undefined,
    );
    expect(await world.titles()).toEqual(['Old news', 'Dam plans stolen']);
    const [{ count } = { count: '' }] = await world.app.db.query<{ count: string }>(
      'select count(*) from articles',
    );
    expect(count).toBe('2');
  });

  it.each(['sha1', 'sha256', 'sha384', 'sha512'] as const)('may be signed with %s', async (method) => {
    const request = await world.subscribe();
    await world.hub.deliver(request, world.render(`Signed with ${method}`), { method });
    await eventually('the item', async () => ((await world.titles()).length === 2 ? true : undefined));
  });

  it.each([
    ['signed with another secret', { secret: 'guessed' }, 'push_forged'],
    ['with a signature of nothing', { signature: 'sha256=' }, 'push_forged'],
    ['with an unknown method', { signature: `md5=${'0'.repeat(32)}` }, 'push_forged'],
    ['without a signature', { signature: null }, 'push_unsigned'],
  ])('%s are acknowledged, counted and ignored', async (_, options, outcome) => {
    const request = await world.subscribe();
    const before = await world.outcomes(outcome);
    expect((await world.hub.deliver(request, world.render('A forgery'), options)).status).toBe(202);
    expect(await world.outcomes(outcome)).toBe(before + 1);
    expect(await world.app.db.query('select unread_since, last_push_at from websub_subscriptions')).toEqual([
      { unread_since: null, last_push_at: null },
    ]);
    // What comes after it is read, so it would have been as well.
    await world.hub.deliver(request, world.render('The truth'));
    await eventually('the true item', async () => ((await world.titles()).length === 2 ? true : undefined));
    expect(await world.titles()).toEqual(['Old news', 'The truth']);
  });

  it('belong to the callback that they come to, whatever their headers say', async () => {
    const request = await world.subscribe();
    const headers = { link: '<https://other.example/feed>; rel=self, <https://other.example/>; rel=hub' };
    await world.hub.deliver(request, world.render('By the callback'), { headers });
    await eventually('the item', async () => ((await world.titles()).length === 2 ? true : undefined));
  });

  it('that are no feed have the feed polled at once', async () => {
    const request = await world.subscribe();
    await world.app.db.query(`update feeds set next_poll_at = now() + interval '6 hours'`);
    expect((await world.hub.deliver(request, 'something has changed')).status).toBe(202);
    await eventually('the feed to be due', async () => {
      const feed = await world.app.store.findFeed(world.feedId);
      return feed !== null && feed.nextPollAt.getTime() <= Date.now() ? true : undefined;
    });
  });

  it('that a dying process has left have the feed polled', async () => {
    await world.subscribe();
    await world.app.db.query(`update feeds set next_poll_at = now() + interval '6 hours'`);
    await world.app.store.notePush(world.feedId, new Date());
    await world.keep();
    expect((await world.app.store.findFeed(world.feedId))?.nextPollAt.getTime()).toBeGreaterThan(Date.now());
    await world.keep(3 * MINUTE_MS);
    expect((await world.app.store.findFeed(world.feedId))?.nextPollAt.getTime()).toBeLessThanOrEqual(
      Date.now(),
    );
  });

  it('that are too large are refused, announced or not', async () => {
    const request = await world.subscribe();
    const news = world.render('x'.repeat(FEED_LIMIT_BYTES));
    expect((await world.hub.deliver(request, news)).status).toBe(413);
    const stream = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(news));
        controller.close();
      },
    });
    const answer = await fetch(request.callback, {
      method: 'POST',
      body: stream,
      headers: { 'x-hub-signature': 'sha256=00' },
      duplex: 'half',
    });
    expect(answer.status).toBe(413);
  });

  it('for nobody end the subscription at the hub', async () => {
    const request = await world.subscribe();
    const unknown = { ...request, callback: `${world.publicUrl}/websub/${'A'.repeat(43)}` };
    expect((await world.hub.deliver(unknown, world.render('For nobody'))).status).toBe(410);
    await world.app.store.removeFeeds([world.feedId]);
    expect((await world.hub.deliver(request, world.render('For a removed feed'))).status).toBe(410);
    expect((await world.hub.verify(request)).status).toBe(404);
  });

  it('leave the validators of the feed alone', async () => {
    const request = await world.subscribe();
    await world.app.db.query(
      `update feeds set etag = '"7"', last_modified = 'Sun, 01 Mar 2026 08:00:00 GMT'`,
    );
    await world.hub.deliver(request, world.render('More'));
    await eventually('the item', async () => ((await world.titles()).length === 2 ? true : undefined));
    expect((await world.app.store.findFeed(world.feedId))?.validators).toEqual({
      etag: '"7"',
      lastModified: 'Sun, 01 Mar 2026 08:00:00 GMT',
    });
  });

  it('make polls needless for as long as no poll finds what they left out', async () => {
    const request = await world.subscribe();
    expect((await world.app.store.findFeed(world.feedId))?.isPushed).toBe(false);
    await world.hub.deliver(request, world.render('First'));
    await eventually('the item', async () => ((await world.titles()).length === 2 ? true : undefined));
    expect((await world.app.store.findFeed(world.feedId))?.isPushed).toBe(true);
    world.hub.publish(['Old news', 'First', 'Never pushed']);
    await world.poll();
    expect((await world.app.store.findFeed(world.feedId))?.isPushed).toBe(false);
    await world.hub.deliver(request, world.render('Second'));
    await eventually('the item', async () => ((await world.titles()).length === 4 ? true : undefined));
    expect((await world.app.store.findFeed(world.feedId))?.isPushed).toBe(true);
    await world.app.db.query(`update websub_subscriptions set lease_ends_at = now() - interval '1 second'`);
    expect((await world.app.store.findFeed(world.feedId))?.isPushed).toBe(false);
  });
});
