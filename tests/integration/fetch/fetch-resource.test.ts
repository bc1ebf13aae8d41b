import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { feedRequest, openFetcher, startOrigin, textOf, USER_AGENT } from './start-origin.js';

const FEED = '<rss version="2.0"><channel><title>Lab</title></channel></rss>';

describe('a request', () => {
  test('says who we are and what we take, and nothing else', async () => {
    const origin = await startOrigin((_, response) => response.end(FEED));
    await openFetcher().fetch(feedRequest(`${origin.url}/feed?a=1#top`));
    expect(origin.log).toHaveLength(1);
    expect(origin.log[0]).toMatchObject({ method: 'GET', path: '/feed?a=1' });
    expect(origin.log[0]?.headers).toEqual({
      host: `127.0.0.1:${origin.port}`,
      connection: 'keep-alive',
      'user-agent': USER_AGENT,
      accept: 'application/rss+xml, */*;q=0.1',
      'accept-encoding': 'gzip, deflate, br, zstd',
    });
  });

  test('uses a connection again', async () => {
    const ports = new Set<number | undefined>();
    const origin = await startOrigin((request, response) => {
      ports.add(request.socket.remotePort);
      response.end(FEED);
    });
    const fetcher = openFetcher({ hostDelayMs: 20 });
    for (let i = 0; i < 3; i++) await fetcher.fetch(feedRequest(origin.url));
    expect(ports.size).toBe(1);
  });
});

describe('an answer', () => {
  test('comes with status, type, headers and body', async () => {
    const origin = await startOrigin((_, response) => {
      response.writeHead(
        226,
        [
          ['Content-Type', 'application/rss+xml'],
          ['X-Two', 'a'],
          ['X-Two', 'b'],
        ].flat(),
      );
      response.end(FEED);
    });
    const answer = await openFetcher().fetch(feedRequest(`${origin.url}/feed`));
    expect(answer).toMatchObject({
      status: 226,
      url: `${origin.url}/feed`,
      permanentlyMovedTo: null,
      contentType: 'application/rss+xml',
      validators: { etag: null, lastModified: null },
      notModified: false,
    });
    expect(answer.headers.get('x-two')).toBe('a, b');
    expect(textOf(answer)).toBe(FEED);
  });

  test.each([
    ['gzip', gzipSync(FEED)],
    ['br', brotliCompressSync(FEED)],
  ])('is unpacked from %s', async (encoding, bytes) => {
    const origin = await startOrigin((_, response) => {
      response.setHeader('content-encoding', encoding);
      response.end(bytes);
    });
    expect(textOf(await openFetcher().fetch(feedRequest(origin.url)))).toBe(FEED);
  });

  test.each([
    [404, 'PermanentError', 'http_404'],
    [410, 'PermanentError', 'http_410'],
    [500, 'TransientError', 'http_5xx'],
  ])('with HTTP %i is an error, body or not', async (status, name, code) => {
    const origin = await startOrigin((_, response) => {
      response.statusCode = status;
      response.end(FEED);
    });
    await expect(openFetcher().fetch(feedRequest(origin.url))).rejects.toMatchObject({ name, code });
  });

  test('with HTTP 429 names the time to come back', async () => {
    const origin = await startOrigin((_, response) =>
      response.writeHead(429, { 'retry-after': '120' }).end(),
    );
    await expect(openFetcher().fetch(feedRequest(origin.url))).rejects.toMatchObject({
      name: 'ThrottledError',
      code: 'http_429',
      retryAfterMs: 120_000,
    });
    expect(origin.log).toHaveLength(1);
  });

  test('with HTTP 503 and a date names the time to come back, by our clock', async () => {
    const nowMs = Date.UTC(2025, 5, 2, 10);
    const origin = await startOrigin((_, response) =>
      response.writeHead(503, { 'retry-after': 'Mon, 02 Jun 2025 10:10:00 GMT' }).end(),
    );
    await expect(openFetcher({ now: () => nowMs }).fetch(feedRequest(origin.url))).rejects.toMatchObject({
      code: 'http_503',
      retryAfterMs: 600_000,
    });
  });

  test('with an error page that never ends is still told by its status', async () => {
    const origin = await startOrigin((_, response) => {
      response.writeHead(404);
      const more = (): void => {
        if (!response.destroyed) response.write(Buffer.alloc(16_384), more);
      };
      more();
    });
    await expect(openFetcher().fetch(feedRequest(origin.url))).rejects.toMatchObject({ code: 'http_404' });
  });
});

describe('a conditional request', () => {
  test.each<[{ etag?: string; 'last-modified'?: string }]>([
    [{ etag: '"abc-123"' }],
    [{ etag: 'W/"a1b2"' }],
    [{ etag: 'unquoted' }],
    [{ etag: '"xyz-gzip"' }],
    [{ etag: Buffer.from('"é—"').toString('latin1') }],
    [{ 'last-modified': 'Mon, 02 Jun 2025 10:00:00 GMT' }],
    [{ 'last-modified': '2025-06-02T10:00:00' }],
    [{ etag: '"v1"', 'last-modified': 'Mon, 02 Jun 2025 10:00:00 GMT' }],
  ])('sends %j back to the byte, poll after poll', async (headers) => {
    const origin = await startOrigin((request, response) => {
      const isKnown =
        request.headers['if-none-match'] === headers.etag &&
        request.headers['if-modified-since'] === headers['last-modified'];
      if (isKnown) response.writeHead(304).end();
      else response.writeHead(200, headers).end(FEED);
    });
    const fetcher = openFetcher();
    const first = await fetcher.fetch(feedRequest(origin.url));
    const second = await fetcher.fetch(feedRequest(origin.url, { validators: first.validators }));
    const third = await fetcher.fetch(feedRequest(origin.url, { validators: second.validators }));
    expect(first.notModified).toBe(false);
    expect(second).toMatchObject({ status: 304, notModified: true, validators: first.validators });
    expect(second.body).toHaveLength(0);
    expect(third.notModified).toBe(true);
  });

  test('takes the new validators of a 304 and of a changed body', async () => {
    const answers = [
      { status: 304, etag: '"two"' },
      { status: 200, etag: '"three"' },
    ];
    const origin = await startOrigin((_, response) => {
      const { status = 500, etag = '' } = answers.shift() ?? {};
      response.writeHead(status, { etag }).end();
    });
    const fetcher = openFetcher();
    const validators = { etag: '"one"', lastModified: 'Mon, 02 Jun 2025 10:00:00 GMT' };
    const confirmed = await fetcher.fetch(feedRequest(origin.url, { validators }));
    expect(confirmed.validators).toEqual({ ...validators, etag: '"two"' });
    const changed = await fetcher.fetch(feedRequest(origin.url, { validators }));
    expect(changed.validators).toEqual({ etag: '"three"', lastModified: null });
  });
});
