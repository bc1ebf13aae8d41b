import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWebsubWorld, type WebsubWorld } from './websub-world.js';

const DAY_MS = 24 * 60 * 60_000;

let world: WebsubWorld;

beforeAll(async () => {
  world = await startWebsubWorld();
});
afterAll(() => world.close());
beforeEach(() => world.reset());
afterEach(() => world.hub.close());

describe('a subscription', () => {
  it('is asked for as the Recommendation says, where the feed names a hub', async () => {
    await world.poll();
    expect(await world.subscription()).toMatchObject({ state: 'wanted' });
    await world.keep();
    const request = world.hub.lastRequest();
    expect(request).toMatchObject({
      method: 'POST',
      path: '/hub',
      contentType: 'application/x-www-form-urlencoded',
      topic: world.hub.topic,
    });
    expect([...request.form.keys()].sort()).toEqual([
      'hub.callback',
      'hub.lease_seconds',
      'hub.mode',
      'hub.secret',
      'hub.topic',
    ]);
    expect(request.form.get('hub.mode')).toBe('subscribe');
    expect(request.form.get('hub.lease_seconds')).toMatch(/^[1-9]\d*$/);
    expect(request.callback).toMatch(new RegExp(`^${world.publicUrl}/websub/[\\w-]{43}$`));
    expect(Buffer.byteLength(request.secret)).toBeLessThan(200);
    expect(request.secret).toMatch(/^[\w-]{43}$/);
    expect(request.callback).not.toContain(request.secret);
    expect(await world.subscription()).toMatchObject({
      state: 'pending',
      hub: world.hub.url,
      lastError: null,
    });
  });

  it('is active when the hub has verified it', async () => {
    await world.poll();
    await world.keep();
    const answer = await world.hub.verify(world.hub.lastRequest(), {
      'hub.challenge': '<script>alert(1)</script>',
    });
    expect(answer).toMatchObject({ status: 200, body: '<script>alert(1)</script>' });
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const row = await world.subscription();
    expect(row?.state).toBe('active');
    const leaseMs = (row?.leaseEndsAt?.getTime() ?? 0) - Date.now();
    expect(leaseMs).toBeGreaterThan(9.9 * DAY_MS);
    expect(leaseMs).toBeLessThanOrEqual(10 * DAY_MS);
  });

  it('may be verified before the request is answered', async () => {
    world.hub.answerWith((request, response) => {
      void world.hub.verify(request).then(() => response.writeHead(204).end());
    });
    await world.poll();
    await world.keep();
    expect(await world.subscription()).toMatchObject({ state: 'active', lastError: null });
  });

  it('stays verified when the hub fails after that', async () => {
    world.hub.answerWith((request, response) => {
      void world.hub.verify(request).then(() => response.writeHead(500).end());
    });
    await world.poll();
    await world.keep();
    expect(await world.subscription()).toMatchObject({ state: 'active', lastError: null });
  });

  it('is asked for once, however often the feed is polled', async () => {
    await world.subscribe();
    await world.poll();
    await world.keep();
    await world.keep(DAY_MS);
    expect(world.hub.requests).toHaveLength(1);
  });

  it('is not asked for where no hub is named, or no topic', async () => {
    for (const link of [null, `<${world.hub.url}>; rel=hub`, `<${world.hub.feedUrl}>; rel=self`]) {
      world.hub.announce(link);
      await world.poll();
      await world.keep();
    }
    expect(world.hub.requests).toEqual([]);
    expect(await world.subscription()).toBeUndefined();
  });

  it('goes to another hub or topic when the feed names one', async () => {
    const old = await world.subscribe();
    world.hub.announce(`<${world.hub.url}>; rel=hub, <${world.hub.feedUrl}?second>; rel=self`);
    await world.poll();
    await world.keep();
    const request = world.hub.lastRequest();
    expect(request.topic).toBe(`${world.hub.feedUrl}?second`);
    expect(request.callback).not.toBe(old.callback);
    expect(request.secret).not.toBe(old.secret);
    expect((await world.hub.deliver(old, world.render('Late news'))).status).toBe(410);
  });
});

describe('a hub’s question', () => {
  it.each([
    ['another topic', { 'hub.topic': 'http://127.0.0.1/another.xml' }],
    ['a part of the topic', { 'hub.topic': 'http://127.0.0.1' }],
    ['no topic', { 'hub.topic': null }],
    ['another action', { 'hub.mode': 'unsubscribe' }],
    ['an unknown action', { 'hub.mode': 'publish' }],
    ['no action', { 'hub.mode': null }],
    ['no challenge', { 'hub.challenge': null }],
    ['an endless challenge', { 'hub.challenge': 'x'.repeat(1_025) }],
    ['a binary challenge', { 'hub.challenge': 'MZ\u0000\u0001' }],
    ['no lease to speak of', { 'hub.lease_seconds': '0' }],
    ['a lease that is no number', { 'hub.lease_seconds': 'forever' }],
  ])('with %s is answered with 404, and changes nothing', async (_, fields) => {
    await world.poll();
    await world.keep();
    const answer = await world.hub.verify(world.hub.lastRequest(), fields);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('hub of');
    expect(await world.subscription()).toMatchObject({ state: 'pending', leaseEndsAt: null });
  });

  it('at an address that we never gave is answered with 404', async () => {
    await world.poll();
    await world.keep();
    const request = world.hub.lastRequest();
    for (const token of ['A'.repeat(43), 'short', `${'A'.repeat(43)}x`, '%00']) {
      const answer = await world.hub.verify({ ...request, callback: `${world.publicUrl}/websub/${token}` });
      expect(answer.status).toBe(404);
    }
  });

  it('is agreed with again while the subscription is active', async () => {
    const request = await world.subscribe();
    expect((await world.hub.verify(request, { 'hub.lease_seconds': '1728000' })).status).toBe(200);
    const leaseMs = ((await world.subscription())?.leaseEndsAt?.getTime() ?? 0) - Date.now();
    expect(leaseMs).toBeGreaterThan(19 * DAY_MS);
  });

  it('that tells of a denial ends it, with the reason in plain words', async () => {
    const request = await world.subscribe();
    const denial = { 'hub.mode': 'denied', 'hub.challenge': null, 'hub.reason': 'Not for\u001b[31m  you' };
    expect((await world.hub.verify(request, { ...denial, 'hub.topic': 'http://x.example/' })).status).toBe(
      404,
    );
    expect(await world.subscription()).toMatchObject({ state: 'active' });
    expect((await world.hub.verify(request, denial)).status).toBe(200);
    expect(await world.subscription()).toMatchObject({
      state: 'denied',
      leaseEndsAt: null,
      lastError: 'The hub refuses the subscription: Not for [31m you',
    });
    expect((await world.hub.verify(request)).status).toBe(404);
    await world.keep(100 * DAY_MS);
    await world.poll();
    await world.keep(200 * DAY_MS);
    expect(world.hub.requests).toHaveLength(1);
  });
});
