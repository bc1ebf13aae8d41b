import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startWebsubWorld, type WebsubWorld } from './websub-world.js';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

let world: WebsubWorld;

beforeAll(async () => {
  world = await startWebsubWorld();
});
afterAll(() => world.close());
beforeEach(() => world.reset());
afterEach(() => world.hub.close());

describe('a lease', () => {
  it('is renewed before it ends, at the same callback, without a gap', async () => {
    const request = await world.subscribe();
    await world.keep(6 * DAY_MS);
    expect(world.hub.requests).toHaveLength(1);
    await world.keep(8.1 * DAY_MS);
    expect(world.hub.requests).toHaveLength(2);
    expect(world.hub.lastRequest().form.toString()).toBe(request.form.toString());
    expect(await world.subscription()).toMatchObject({ state: 'active' });
    expect((await world.hub.deliver(request, world.render('Meanwhile'))).status).toBe(202);
    expect((await world.hub.verify(world.hub.lastRequest())).status).toBe(200);
  });

  it('may be short', async () => {
    await world.poll();
    await world.keep();
    await world.hub.verify(world.hub.lastRequest(), { 'hub.lease_seconds': '600' });
    await world.keep(6 * MINUTE_MS);
    expect(world.hub.requests).toHaveLength(1);
    await world.keep(8.5 * MINUTE_MS);
    expect(world.hub.requests).toHaveLength(2);
  });

  it('that could not be renewed ends; then it is asked for anew', async () => {
    const request = await world.subscribe();
    world.hub.answerWith((_, response) => response.writeHead(503).end('busy'));
    await world.keep(9 * DAY_MS);
    expect(await world.subscription()).toMatchObject({
      state: 'active',
      lastError: expect.stringMatching(/503\): busy/) as string,
    });
    await world.keep(11 * DAY_MS);
    expect(await world.subscription()).toMatchObject({ state: 'failed' });
    expect(world.hub.lastRequest().callback).not.toBe(request.callback);
    world.hub.answerWith(null);
    await world.keep(13 * DAY_MS);
    expect((await world.hub.verify(world.hub.lastRequest())).status).toBe(200);
    expect(await world.subscription()).toMatchObject({ state: 'active', lastError: null });
  });
});

describe('a hub that', () => {
  it('refuses is asked again, less and less often but for ever', async () => {
    world.hub.answerWith((_, response) => response.writeHead(422).end('Topic\u0007 is\nnot ours'));
    await world.poll();
    await world.keep();
    expect(await world.subscription()).toMatchObject({
      state: 'failed',
      lastError: expect.stringMatching(/did not take the request \(HTTP 422\): Topic is not ours$/) as string,
    });
    const asked: number[] = [];
    for (let minute = 1; minute <= 5 * 24 * 60; minute += 3) {
      const before = world.hub.requests.length;
      await world.keep(minute * MINUTE_MS);
      if (world.hub.requests.length > before) asked.push(minute);
    }
    const pauses = asked.map((minute, index) => minute - (asked[index - 1] ?? 0));
    expect(pauses.slice(0, 3).every((pause, index) => pause >= 9 * 2 ** index)).toBe(true);
    expect(Math.max(...pauses)).toBeGreaterThan(20 * 60);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(24 * 60 + 3);
    expect(new Set(world.hub.requests.map((request) => request.callback)).size).toBe(
      world.hub.requests.length,
    );
  }, 120_000);

  it('is down is kept with words, and asked again later', async () => {
    await world.poll();
    await world.app.db.query(`update websub_subscriptions set hubs = '{http://127.0.0.1:9/hub}'`);
    await world.keep();
    expect(await world.subscription()).toMatchObject({
      state: 'failed',
      lastError: expect.stringMatching(/\w+ \w+ \w+/) as string,
    });
    await world.keep();
    expect(world.hub.requests).toEqual([]);
  });

  it('asks for time is left alone for so long', async () => {
    world.hub.answerWith((_, response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    await world.poll();
    await world.keep();
    await world.keep(110 * MINUTE_MS);
    expect(world.hub.requests).toHaveLength(1);
    await world.keep(125 * MINUTE_MS);
    expect(world.hub.requests).toHaveLength(2);
  });

  it('never verifies is asked again, and the next one that the feed names is tried', async () => {
    world.hub.announce(
      `<${world.hub.url}>; rel=hub, <${world.hub.url}/second>; rel=hub, <${world.hub.topic}>; rel=self`,
    );
    await world.poll();
    await world.keep();
    const first = world.hub.lastRequest();
    await world.keep(11 * MINUTE_MS);
    expect(world.hub.requests.map((request) => request.path)).toEqual(['/hub', '/hub/second']);
    expect((await world.hub.verify(first)).status).toBe(404);
    expect((await world.hub.verify(world.hub.lastRequest())).status).toBe(200);
  });

  it('redirects is followed; a permanent move is remembered', async () => {
    world.hub.answerWith((request, response) => {
      if (request.path === '/hub') response.writeHead(308, { location: '/moved' }).end();
      else if (request.path === '/moved')
        response.writeHead(307, { location: `${world.hub.url}/for-now` }).end();
      else response.writeHead(202).end();
    });
    await world.poll();
    await world.keep();
    expect(world.hub.requests.map((request) => request.path)).toEqual(['/hub', '/moved', '/hub/for-now']);
    expect(new Set(world.hub.requests.map((request) => request.form.toString())).size).toBe(1);
    expect(await world.subscription()).toMatchObject({
      state: 'pending',
      hub: world.hub.url.replace('/hub', '/moved'),
    });
  });

  it('redirects in a circle is given up for now', async () => {
    world.hub.answerWith((_, response) => response.writeHead(307, { location: '/hub' }).end());
    await world.poll();
    await world.keep();
    expect(world.hub.requests.length).toBeLessThan(10);
    expect(await world.subscription()).toMatchObject({
      state: 'failed',
      lastError: expect.stringContaining('redirects') as string,
    });
  });

  it('leads into the private network is not followed', async () => {
    world.hub.answerWith((_, response) => response.writeHead(307, { location: 'http://10.1.2.3/hub' }).end());
    await world.poll();
    await world.keep();
    expect(await world.subscription()).toMatchObject({
      state: 'failed',
      lastError: expect.stringContaining('10.1.2.3') as string,
    });
  });

  it('stands in the private network is not asked', async () => {
    world.hub.announce(`<http://169.254.169.254/hub>; rel=hub, <${world.hub.topic}>; rel=self`);
    await world.poll();
    await world.keep(); // HTTPS first
    await world.keep(11 * MINUTE_MS);
    expect(await world.subscription()).toMatchObject({
      state: 'failed',
      hub: 'http://169.254.169.254/hub',
      lastError: expect.stringContaining('169.254.169.254') as string,
    });
  });
});

describe('the end of a subscription', () => {
  it('is asked for when the feed rests, and verified; with the feed it comes back', async () => {
    const request = await world.subscribe();
    await world.app.store.setFeedStatus([world.feedId], 'paused');
    expect((await world.hub.deliver(request, world.render('While it rests'))).status).toBe(410);
    await world.keep();
    const farewell = world.hub.lastRequest();
    expect(farewell.form.get('hub.mode')).toBe('unsubscribe');
    expect(farewell).toMatchObject({ callback: request.callback, topic: world.hub.topic });
    expect(await world.subscription()).toMatchObject({ state: 'unsubscribing' });

    expect((await world.hub.verify(farewell, { 'hub.topic': 'http://x.example/' })).status).toBe(404);
    expect((await world.hub.verify(farewell, { 'hub.mode': 'subscribe' })).status).toBe(404);
    const answer = await world.hub.verify(farewell, { 'hub.lease_seconds': 'ignored' });
    expect(answer).toMatchObject({ status: 200, body: 'q7-Zc_91 of the hub' });
    expect(await world.subscription()).toMatchObject({ state: 'wanted', leaseEndsAt: null });
    expect((await world.hub.verify(farewell)).status).toBe(404);

    await world.keep(DAY_MS);
    expect(world.hub.requests).toHaveLength(2);
    await world.app.store.setFeedStatus([world.feedId], 'active');
    await world.keep();
    expect(world.hub.lastRequest().form.get('hub.mode')).toBe('subscribe');
    expect(world.hub.lastRequest().callback).not.toBe(request.callback);
  });

  it('is asked for when the feed names no hub any more; then nothing is left', async () => {
    await world.subscribe();
    world.hub.announce(null);
    await world.poll();
    await world.keep();
    expect(world.hub.lastRequest().form.get('hub.mode')).toBe('unsubscribe');
    expect((await world.hub.verify(world.hub.lastRequest())).status).toBe(200);
    expect(await world.subscription()).toBeUndefined();
  });

  it('comes by itself when the hub does not care', async () => {
    await world.subscribe();
    world.hub.answerWith((_, response) => response.writeHead(500).end());
    await world.app.store.setFeedStatus([world.feedId], 'paused');
    await world.keep();
    expect(await world.subscription()).toMatchObject({ state: 'unsubscribing' });
    await world.keep(11 * DAY_MS);
    expect(await world.subscription()).toMatchObject({ state: 'wanted' });
  });

  it('is taken back when the feed is polled again meanwhile', async () => {
    const request = await world.subscribe();
    await world.app.store.setFeedStatus([world.feedId], 'paused');
    await world.keep();
    await world.app.store.setFeedStatus([world.feedId], 'active');
    await world.keep(11 * MINUTE_MS);
    expect(world.hub.lastRequest().form.get('hub.mode')).toBe('subscribe');
    expect((await world.hub.verify(world.hub.lastRequest())).status).toBe(200);
    expect((await world.hub.deliver(request, world.render('It goes on'))).status).toBe(202);
  });

  it('is not needed for one that was never verified', async () => {
    await world.poll();
    await world.keep();
    await world.app.store.setFeedStatus([world.feedId], 'paused');
    await world.keep();
    expect(world.hub.requests).toHaveLength(1);
    expect((await world.hub.verify(world.hub.lastRequest())).status).toBe(404);
  });
});
