import { describe, expect, it } from 'vitest';
import { PermanentError, ThrottledError, TransientError, type WirewatchError } from '../../../src/errors.js';
import { postMessage, type PostRequest } from '../../../src/notify/post-message.js';

const SECRET_PART = 'T0KENT0KENT0KEN';
const URL_OF_HOOK = `https://user:pw@hooks.example/services/${SECRET_PART}?sig=S1GNATURE%2Bx`;

interface Answer {
  readonly status: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly retryAfterMs?: number;
}

/** Posts to a receiver that answers like that. */
function postTo({ status, body = '', headers = {}, retryAfterMs }: Answer) {
  const post: PostRequest = () =>
    Promise.resolve({
      status,
      body,
      headers: new Map(Object.entries(headers)),
      retryAfterMs: retryAfterMs ?? null,
    });
  return postMessage(post, { url: URL_OF_HOOK, body: '{}', headers: {}, secrets: [URL_OF_HOOK, 'k3y'] });
}

async function errorOf(answer: Answer): Promise<WirewatchError> {
  return postTo(answer).then(
    () => {
      throw new Error('it was taken');
    },
    (error: unknown) => error as WirewatchError,
  );
}

describe('postMessage', () => {
  it.each([200, 201, 202, 204, 299])('takes %d for accepted', async (status) => {
    expect(await postTo({ status })).toEqual({ answer: `answered ${status}`, remark: null });
  });

  it('says what the receiver said', async () => {
    expect(await postTo({ status: 200, body: ' ok\n' })).toEqual({
      answer: 'answered 200: ok',
      remark: null,
    });
    expect((await errorOf({ status: 400, body: 'invalid_payload' })).message).toContain(
      'hooks.example answered 400: invalid_payload. ',
    );
  });

  it.each<[number, abstract new (...args: never[]) => WirewatchError, string]>([
    [408, TransientError, 'http_408'],
    [429, ThrottledError, 'http_429'],
    [500, TransientError, 'http_5xx'],
    [503, TransientError, 'http_5xx'],
    [301, PermanentError, 'delivery_redirected'],
    [307, PermanentError, 'delivery_redirected'],
    [400, PermanentError, 'delivery_refused'],
    [401, PermanentError, 'delivery_refused'],
    [404, PermanentError, 'delivery_refused'],
    [410, PermanentError, 'delivery_gone'],
  ])('answers %d with a %o', async (status, type, code) => {
    const error = await errorOf({ status });
    expect(error).toBeInstanceOf(type);
    expect(error).toMatchObject({ code });
    expect(error.message).toContain(`hooks.example answered ${status}`);
  });

  it('comes back when the receiver said, and in a minute when it did not say', async () => {
    expect(await errorOf({ status: 429, retryAfterMs: 7_000 })).toMatchObject({ retryAfterMs: 7_000 });
    expect(await errorOf({ status: 503, retryAfterMs: 7_000 })).toMatchObject({
      code: 'http_503',
      retryAfterMs: 7_000,
    });
    expect(await errorOf({ status: 429 })).toMatchObject({ retryAfterMs: 60_000 });
  });

  it('names the host of a redirect, not its address', async () => {
    const location = 'http://169.254.169.254/latest/secret-of-theirs';
    const { message } = await errorOf({ status: 302, headers: { location } });
    expect(message).toContain('elsewhere to 169.254.169.254. ');
    expect(message).not.toContain('secret-of-theirs');
  });

  it.each([
    `Cannot POST /services/${SECRET_PART}?sig=S1GNATURE%2Bx`,
    `no such hook: ${SECRET_PART}`,
    'signature S1GNATURE+x is wrong, key k3y',
    URL_OF_HOOK,
    `\u202e${SECRET_PART}\n\u0007`,
  ])('does not repeat what is secret of %j', async (body) => {
    const { message } = await errorOf({ status: 404, body });
    expect(message).toContain('***');
    expect(message).not.toMatch(/T0KEN|S1GNATURE|k3y|pw@|[\u202e\p{Cc}]/u);
  });

  it('shows no page for a browser, and a bounded part of a text', async () => {
    const page = { status: 500, body: '<h1>Oops</h1>', headers: { 'content-type': 'text/html' } };
    expect((await errorOf(page)).message).toBe('hooks.example answered 500');
    expect((await errorOf({ status: 500, body: 'x'.repeat(100_000) })).message.length).toBeLessThan(300);
  });

  it('lets failures of the connection through without the address in them', async () => {
    const failure = new TransientError(
      'network',
      `hooks.example refuses (ECONNREFUSED): ${new URL(URL_OF_HOOK).href}.`,
      {
        context: { url: URL_OF_HOOK },
        cause: new Error(URL_OF_HOOK),
      },
    );
    const error = await postMessage(() => Promise.reject(failure), {
      url: URL_OF_HOOK,
      body: '{}',
      headers: {},
      secrets: [URL_OF_HOOK],
    }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TransientError);
    expect(error).toMatchObject({ code: 'network', context: {} });
    expect((error as Error).message).toMatch(/^hooks\.example refuses \(ECONNREFUSED\): /);
    expect(JSON.stringify([(error as Error).message, error])).not.toMatch(/T0KEN|S1GN/);
    expect((error as Error).cause).toBeUndefined();
  });

  it('lets bugs through as they are', async () => {
    const bug = new TypeError('x is not a function');
    await expect(
      postMessage(() => Promise.reject(bug), { url: URL_OF_HOOK, body: '', headers: {}, secrets: [] }),
    ).rejects.toBe(bug);
  });
});
