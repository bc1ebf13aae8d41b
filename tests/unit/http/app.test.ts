import { describe, expect, it } from 'vitest';
import { openHttpApp, readProblem } from './open-http-app.js';

const TOKEN = 'a-token/of+enough~characters_1.2==';

describe('health', () => {
  it('lives as long as it answers', async () => {
    const response = await openHttpApp().request('/healthz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ok' });
  });

  it('is ready while database and queue answer', async () => {
    const response = await openHttpApp().request('/readyz');
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ status: 'ready' });
  });

  it('says with 503 why it is not ready', async () => {
    const app = openHttpApp({ checkReady: () => Promise.reject(new Error('the database is starting up')) });
    const response = await app.request('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'not ready', reason: 'the database is starting up' });
    expect((await app.request('/healthz')).status).toBe(200);
  });
});

describe('metrics', () => {
  it('are in the text format of Prometheus', async () => {
    const response = await openHttpApp().request('/metrics');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await response.text()).toBe('wirewatch_pending 0\n');
  });
});

describe('the token', () => {
  const app = openHttpApp({ apiToken: TOKEN });
  const get = (path: string, authorization?: string) =>
    app.request(path, authorization === undefined ? {} : { headers: { authorization } });

  it.each(['/metrics', '/api/articles', '/api/articles?limit=0', '/api/nothing'])(
    'is needed for %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await readProblem(response)).toMatchObject({ status: 401, title: 'A token is needed' });
    },
  );

  it('lets its bearer through, whatever the case of the scheme', async () => {
    for (const authorization of [`Bearer ${TOKEN}`, `bearer ${TOKEN}`]) {
      expect((await get('/metrics', authorization)).status).toBe(200);
      expect((await get('/api/articles', authorization)).status).toBe(200);
    }
    expect((await get('/api/nothing', `Bearer ${TOKEN}`)).status).toBe(404);
  });

  it.each([
    ['another token', `Bearer ${TOKEN}x`],
    ['a part of it', `Bearer ${TOKEN.slice(0, -1)}`],
    ['no token', 'Bearer '],
    ['another scheme', `Basic ${TOKEN}`],
    ['the token alone', TOKEN],
    ['more than the token', `Bearer ${TOKEN} ${TOKEN}`],
  ])('does not let %s through', async (_, authorization) => {
    expect((await get('/metrics', authorization)).status).toBe(401);
  });

  it('is not needed for health and the front page', async () => {
    for (const path of ['/healthz', '/readyz', '/']) expect((await get(path)).status).toBe(200);
  });
});

describe('problems', () => {
  it('tells that there is nothing at an address', async () => {
    for (const path of ['/nothing', '/api/nothing', '/api/articles/7']) {
      const response = await openHttpApp().request(path);
      expect(response.status).toBe(404);
      expect(await readProblem(response)).toEqual({
        type: 'about:blank',
        status: 404,
        title: 'There is nothing at this address',
      });
    }
  });

  it('hides what broke from the client and reports it', async () => {
    const reported: unknown[] = [];
    const failure = new Error('password authentication failed for user wirewatch');
    const app = openHttpApp({
      listArticles: () => Promise.reject(failure),
      reportError: (error) => reported.push(error),
    });
    const response = await app.request('/api/articles');
    expect(response.status).toBe(500);
    expect(await readProblem(response)).toEqual({
      type: 'about:blank',
      status: 500,
      title: 'Something broke on our side; it was logged',
    });
    expect(reported).toEqual([failure]);
  });
});

describe('every answer', () => {
  it.each(['/', '/healthz', '/metrics', '/api/articles', '/nothing', '/api/articles?limit=0'])(
    'carries security headers: %s',
    async (path) => {
      const { headers } = await openHttpApp().request(path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
      });
    },
  );

  it('does so when it is a refusal or a failure', async () => {
    const refusal = await openHttpApp({ apiToken: TOKEN }).request('/api/articles');
    const failure = await openHttpApp({ listArticles: () => Promise.reject(new Error('x')) }).request(
      '/api/articles',
    );
    for (const { headers } of [refusal, failure]) {
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    }
  });
});
