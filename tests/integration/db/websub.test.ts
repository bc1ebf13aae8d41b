import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/db/database.js';
import type { Store } from '../../../src/db/store.js';
import type { Subscription } from '../../../src/model/websub.js';
import { openTestStore, type TestStore } from '../../helpers/open-test-store.js';

const HUB = { hubs: ['https://hub.example/'], topic: 'https://a.example/self' };
const TOKEN = 't'.repeat(43);
const HOUR_MS = 3_600_000;

describe('the store of subscriptions', () => {
  let opened: TestStore;
  let db: Database;
  let store: Store;

  beforeAll(async () => {
    opened = await openTestStore();
    ({ db, store } = opened);
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(() => db.query('truncate feeds restart identity cascade'));

  const fromNow = (ms: number) => new Date(Date.now() + ms);
  const take = (now = fromNow(1_000), limit = 100) =>
    store.takeDueSubscriptions({ now, limit, leaseMs: HOUR_MS });

  async function wish(count = 1): Promise<string[]> {
    const urls = Array.from({ length: count }, (_, index) => `https://a.example/${index}`);
    const { ids } = await store.upsertFeeds(urls.map((url) => ({ url })));
    for (const id of ids) await store.wishSubscription(id, HUB);
    return ids;
  }

  async function find(feedId: string): Promise<Subscription> {
    const found = await store.findSubscription(feedId);
    if (found === null) throw new Error('there is no such subscription');
    return found;
  }

  /** A wish for which a hub was asked. */
  async function ask(): Promise<Subscription> {
    const [feedId = ''] = await wish();
    const request = {
      mode: 'subscribe',
      hub: HUB.hubs[0] ?? '',
      topic: HUB.topic,
      secret: 's',
      state: 'pending',
    } as const;
    await store.openRequest(await find(feedId), { ...request, callbackToken: TOKEN }, fromNow(HOUR_MS));
    return find(feedId);
  }

  const confirm = () =>
    store.confirmSubscription({
      token: TOKEN,
      leaseEndsAt: fromNow(9 * HOUR_MS),
      renewAt: fromNow(6 * HOUR_MS),
    });

  it('gives each that is due to one of many callers, until the lease ends', async () => {
    const ids = await wish(30);
    const taken = await Promise.all(Array.from({ length: 6 }, () => take(fromNow(1_000), 10)));
    expect(taken.flat().length).toBe(new Set(taken.flat()).size);
    const rest = await take();
    expect([...taken.flat(), ...rest].sort()).toEqual([...ids].sort());
    expect(await take()).toEqual([]);
    expect(await take(fromNow(HOUR_MS + 2_000))).toHaveLength(30);
  });

  it('takes nothing for a feed that rests and has nothing to end', async () => {
    const [feedId = ''] = await wish();
    await store.setFeedStatus([feedId], 'paused');
    expect(await take(fromNow(1_000 * HOUR_MS))).toEqual([]);
    await store.setFeedStatus([feedId], 'active');
    expect(await take()).toEqual([feedId]);
  });

  it('takes what was denied never again', async () => {
    await ask();
    await store.denySubscription(TOKEN, 'no');
    expect(await take(fromNow(10_000 * HOUR_MS))).toEqual([]);
  });

  it('takes what is active when it is to be renewed, at once when its feed rests', async () => {
    const { feedId } = await ask();
    await confirm();
    expect(await take(fromNow(5 * HOUR_MS))).toEqual([]);
    expect(await take(fromNow(7 * HOUR_MS))).toEqual([feedId]);
    await store.setFeedStatus([feedId], 'paused');
    expect(await take(fromNow(0))).toEqual([feedId]);
  });

  it('confirms only what is still asked for', async () => {
    await ask();
    expect(await confirm()).toBe(true);
    expect(await confirm()).toBe(true);
    await store.denySubscription(TOKEN, 'no');
    expect(await confirm()).toBe(false);
    expect(await store.findSubscriptionByToken(TOKEN)).toMatchObject({ state: 'denied' });
  });

  it('opens no request for what has changed since it was looked at', async () => {
    const seen = await ask();
    const request = {
      mode: 'subscribe',
      hub: 'https://hub.example/',
      topic: HUB.topic,
      secret: 's',
      state: 'pending',
    } as const;
    await store.wishSubscription(seen.feedId, { ...HUB, topic: 'https://a.example/other' });
    expect(await store.openRequest(seen, { ...request, callbackToken: 'x' }, fromNow(0))).toBe(false);
    expect(await find(seen.feedId)).toMatchObject({ state: 'wanted', callbackToken: null });
  });

  it('lets a feed that changes its mind wait for its next attempt', async () => {
    const { feedId } = await ask();
    await store.wishSubscription(feedId, { ...HUB, topic: 'https://a.example/other' });
    expect(await take()).toEqual([]);
    expect(await take(fromNow(2 * HOUR_MS))).toEqual([feedId]);
  });

  it('does not take a request for failed that is not the last one', async () => {
    const { feedId } = await ask();
    const failure = { feedId, message: 'too late', nextAttemptAt: fromNow(0) };
    await store.failRequest({ ...failure, callbackToken: 'of-an-earlier-one' });
    expect((await find(feedId)).state).toBe('pending');
    await store.failRequest({ ...failure, callbackToken: TOKEN });
    expect((await find(feedId)).state).toBe('failed');
  });

  it('ends only what stands as it was seen', async () => {
    const seen = await ask();
    await confirm();
    expect(await store.settleSubscription(seen)).toBe(false);
    expect(await store.settleSubscription(await find(seen.feedId))).toBe(true);
    expect(await find(seen.feedId)).toMatchObject({ state: 'wanted', callbackToken: null, secret: null });
  });

  it('forgets a wish at once, and a subscription when it has ended', async () => {
    const { feedId } = await ask();
    await store.unwishSubscription(feedId);
    expect(await store.findSubscription(feedId)).toBeNull();
    await ask();
    await confirm();
    await store.unwishSubscription(feedId);
    expect(await find(feedId)).toMatchObject({ state: 'active', hubs: [] });
    expect(await take()).toEqual([feedId]);
    await store.settleSubscription(await find(feedId));
    expect(await store.findSubscription(feedId)).toBeNull();
  });

  it('knows the later of two pushes as unread when the earlier one is stored', async () => {
    const { feedId } = await ask();
    const [early, late] = [fromNow(-2_000), fromNow(-1_000)];
    await store.notePush(feedId, early);
    await store.notePush(feedId, late);
    await store.savePush(feedId, [], early);
    expect(await store.pollForUnreadPushes({ arrivedUntil: early, feedId: null })).toBe(0);
    expect(await store.pollForUnreadPushes({ arrivedUntil: late, feedId: null })).toBe(1);
    expect(await store.pollForUnreadPushes({ arrivedUntil: late, feedId: null })).toBe(0);
  });

  it('has one feed polled and not the others', async () => {
    const [one = '', two = ''] = await wish(2);
    const now = new Date();
    for (const id of [one, two]) await store.notePush(id, now);
    expect(await store.pollForUnreadPushes({ arrivedUntil: now, feedId: one })).toBe(1);
    expect(await store.pollForUnreadPushes({ arrivedUntil: now, feedId: null })).toBe(1);
  });

  it('goes with its feed', async () => {
    const { feedId } = await ask();
    await store.removeFeeds([feedId]);
    expect(await store.findSubscriptionByToken(TOKEN)).toBeNull();
    expect(await store.listSubscriptions()).toEqual([]);
  });
});
