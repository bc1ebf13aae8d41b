import { describe, expect, it } from 'vitest';
import type { WebsubDeps } from '../../../src/http/websub.js';
import type { PushOutcome } from '../../../src/model/websub.js';
import { openHttpApp, readProblem } from './open-http-app.js';

const CALLBACK = `/websub/${'t'.repeat(43)}`;

/** An application with callbacks; what they were asked comes along. */
function openCallbacks(deps: Partial<WebsubDeps> = {}) {
  const asked: unknown[] = [];
  const app = openHttpApp({
    apiToken: 'a-token-that-hubs-do-not-have',
    websub: {
      maxBodyBytes: 10,
      verifyIntent({ token, query }) {
        asked.push([token, Object.fromEntries(query)]);
        return Promise.resolve(null);
      },
      receivePush() {
        asked.push('a push');
        return Promise.resolve('push_received');
      },
      ...deps,
    },
  });
  return { app, asked };
}

/** Delivers a body to callbacks that read it. @returns what they read, and the answer */
async function deliver(init: RequestInit) {
  const read: (string | null)[] = [];
  const { app } = openCallbacks({
    async receivePush({ readBody }) {
      const body = await readBody();
      read.push(body === null ? null : new TextDecoder().decode(body));
      return body === null ? 'push_too_large' : 'push_received';
    },
  });
  const response = await app.request(CALLBACK, { method: 'POST', ...init });
  return { status: response.status, read };
}

describe('a callback that is asked', () => {
  it('gives the challenge back as text that no browser takes for anything else', async () => {
    const challenge = '<script>alert(1)</script>';
    const { app } = openCallbacks({ verifyIntent: () => Promise.resolve(challenge) });
    const response = await app.request(CALLBACK);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe(challenge);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': expect.stringMatching(/^text\/plain(;|$)/) as string,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining("default-src 'none'") as string,
      'cache-control': 'no-store',
    });
  });

  it('hands on the query as it was meant', async () => {
    const { app, asked } = openCallbacks();
    await app.request(`${CALLBACK}?hub.topic=https%3A%2F%2Fa.example%2F%3Fb%3Dc%26d&hub.mode=subscribe`);
    expect(asked).toEqual([
      ['t'.repeat(43), { 'hub.topic': 'https://a.example/?b=c&d', 'hub.mode': 'subscribe' }],
    ]);
  });

  it('answers 404 to what we did not ask for, and gives nothing back', async () => {
    const response = await openCallbacks().app.request(`${CALLBACK}?hub.challenge=a1b2`);
    expect(response.status).toBe(404);
    expect(JSON.stringify(await readProblem(response))).not.toContain('a1b2');
  });
});

describe('a callback that is delivered to', () => {
  it.each<[PushOutcome, number]>([
    ['push_received', 202],
    ['push_unsigned', 202],
    ['push_forged', 202],
    ['push_unwanted', 410],
    ['push_too_large', 413],
  ])('answers %s with %i, never with a redirect', async (outcome, status) => {
    const { app } = openCallbacks({ receivePush: () => Promise.resolve(outcome) });
    expect((await app.request(CALLBACK, { method: 'POST', body: 'x' })).status).toBe(status);
  });

  it('reads up to the limit', async () => {
    expect(await deliver({ body: '0123456789' })).toEqual({ status: 202, read: ['0123456789'] });
    expect(await deliver({})).toEqual({ status: 202, read: [''] });
  });

  it('reads nothing over it, announced or not', async () => {
    expect(await deliver({ body: '0123456789a' })).toEqual({ status: 413, read: [null] });
    let pulls = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulls += 1;
        controller.enqueue(new Uint8Array(4));
      },
    });
    expect(await deliver({ body, duplex: 'half' })).toEqual({ status: 413, read: [null] });
    expect(pulls).toBeLessThan(10);
  });

  it('hands on what the hub says about it', async () => {
    const seen: unknown[] = [];
    const { app } = openCallbacks({
      receivePush({ token, signature, contentType }) {
        seen.push({ token, signature, contentType });
        return Promise.resolve('push_received');
      },
    });
    const headers = { 'x-hub-signature': 'sha256=00', 'content-type': 'application/atom+xml' };
    await app.request(CALLBACK, { method: 'POST', body: 'x', headers });
    await app.request(CALLBACK, { method: 'POST' });
    expect(seen).toEqual([
      { token: 't'.repeat(43), signature: 'sha256=00', contentType: 'application/atom+xml' },
      { token: 't'.repeat(43), signature: null, contentType: null },
    ]);
  });

  it('fails with 500 when it could not be noted, so that the hub delivers again', async () => {
    const { app } = openCallbacks({ receivePush: () => Promise.reject(new Error('the database is away')) });
    expect((await app.request(CALLBACK, { method: 'POST', body: 'x' })).status).toBe(500);
  });
});

describe('callbacks', () => {
  it('look nothing up for an address that can’t be theirs', async () => {
    const { app, asked } = openCallbacks();
    for (const token of ['short', 't'.repeat(44), `${'t'.repeat(42)}%2F`, `${'t'.repeat(42)}%00`]) {
      for (const method of ['GET', 'POST']) {
        expect((await app.request(`/websub/${token}`, { method })).status).toBe(404);
      }
    }
    expect(asked).toEqual([]);
  });

  it('are not there unless others can reach us', async () => {
    const app = openHttpApp();
    expect((await app.request(CALLBACK)).status).toBe(404);
    expect((await app.request(CALLBACK, { method: 'POST', body: 'x' })).status).toBe(404);
  });
});
