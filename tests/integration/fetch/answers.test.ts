import { describe, expect, test } from 'vitest';
import type { FetchHop } from '../../../src/fetch/fetcher.js';
import { buildZstd, zstdOf } from '../../helpers/build-zstd.js';
import { feedRequest, openFetcher, pageRequest, startOrigin, textOf } from './start-origin.js';

const VALIDATORS = { etag: '"v1"', lastModified: null };

describe('zstd', () => {
  test('is unpacked', async () => {
    const origin = await startOrigin((_, response) => {
      response.setHeader('content-encoding', 'zstd');
      response.end(zstdOf('<rss/>'));
    });
    expect(textOf(await openFetcher().fetch(feedRequest(origin.url)))).toBe('<rss/>');
  });

  test('that would fill the memory is refused', async () => {
    const origin = await startOrigin((_, response) => {
      response.setHeader('content-encoding', 'zstd');
      response.end(buildZstd(Array.from({ length: 5_000 }, () => ({ byte: 0x20, times: 128 * 1024 }))));
    });
    await expect(openFetcher().fetch(feedRequest(origin.url))).rejects.toMatchObject({
      code: 'body_too_large',
    });
  });
});

describe('freshness', () => {
  test('is read off 200 and 304 alike', async () => {
    const origin = await startOrigin((request, response) => {
      const isKnown = request.headers['if-none-match'] === '"v1"';
      response.writeHead(isKnown ? 304 : 200, {
        etag: '"v1"',
        'cache-control': `max-age=${isKnown ? 600 : 60}`,
      });
      response.end();
    });
    const fetcher = openFetcher();
    expect(await fetcher.fetch(feedRequest(origin.url))).toMatchObject({ freshForMs: 60_000 });
    const again = await fetcher.fetch(feedRequest(origin.url, { validators: VALIDATORS }));
    expect(again).toMatchObject({ notModified: true, freshForMs: 600_000 });
  });
});

describe('a 304', () => {
  const refusal = { name: 'TransientError', code: 'unasked_304', context: { status: 304 } };

  test('that nobody asked for is an error', async () => {
    const origin = await startOrigin((_, response) => response.writeHead(304).end());
    await expect(openFetcher().fetch(feedRequest(origin.url))).rejects.toMatchObject(refusal);
    const empty = { etag: null, lastModified: null };
    await expect(openFetcher().fetch(feedRequest(origin.url, { validators: empty }))).rejects.toMatchObject(
      refusal,
    );
  });

  test('of another origin, which got no validators, is an error', async () => {
    const other = await startOrigin((_, response) => response.writeHead(304).end());
    const origin = await startOrigin((_, response) => response.writeHead(302, { location: other.url }).end());
    const fetching = openFetcher().fetch(feedRequest(origin.url, { validators: VALIDATORS }));
    await expect(fetching).rejects.toMatchObject(refusal);
  });
});

describe('validators', () => {
  async function follow(status: number) {
    const other = await startOrigin((_, response) =>
      response.writeHead(200, { etag: '"theirs"' }).end('feed'),
    );
    const origin = await startOrigin((_, response) =>
      response.writeHead(status, { location: other.url }).end(),
    );
    return openFetcher().fetch(feedRequest(origin.url));
  }

  test('of another origin are not kept for this one', async () => {
    expect((await follow(302)).validators).toEqual({ etag: null, lastModified: null });
  });

  test('of another origin are kept when the feed moved there', async () => {
    expect((await follow(301)).validators).toEqual({ etag: '"theirs"', lastModified: null });
  });
});

describe('a bot check', () => {
  const PAGE =
    '<!DOCTYPE html><html><title>Just a moment...</title><body>Checking your browser</body></html>';

  test.each([200, 202])('that comes with HTTP %i is told as such', async (status) => {
    const origin = await startOrigin((_, response) =>
      response.writeHead(status, { server: 'cloudflare', 'content-type': 'text/html' }).end(PAGE),
    );
    await expect(openFetcher().fetch(feedRequest(origin.url))).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'bot_check',
      context: { status, blocked: true },
    });
  });

  test('is found in the page of a refusal', async () => {
    const origin = await startOrigin((_, response) =>
      response.writeHead(403, { server: 'cloudflare', 'content-encoding': 'zstd' }).end(zstdOf(PAGE)),
    );
    await expect(openFetcher().fetch(feedRequest(origin.url))).rejects.toMatchObject({
      code: 'http_403',
      context: { blocked: true },
    });
  });
});

describe('an observer', () => {
  test('is told of robots.txt, redirects and the answer, in order', async () => {
    const origin = await startOrigin((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else if (request.url === '/old') response.writeHead(302, { location: '/new' }).end();
      else response.writeHead(200, { etag: '"n"' }).end('page');
    });
    const hops: FetchHop[] = [];
    const request = pageRequest(`${origin.url}/old`, {
      onHop: (hop) => hops.push(hop),
      validators: VALIDATORS,
    });
    await openFetcher().fetch(request);
    expect(hops.map(({ url, status }) => [url.slice(origin.url.length), status])).toEqual([
      ['/robots.txt', 404],
      ['/old', 302],
      ['/new', 200],
    ]);
    expect(hops[1]?.requestHeaders).toMatchObject({ accept: 'text/html', 'if-none-match': '"v1"' });
    expect(hops[2]?.responseHeaders.get('etag')).toBe('"n"');
    expect(hops.every(({ durationMs, errorCode }) => durationMs > 0 && errorCode === null)).toBe(true);
  });

  test('is told why no answer came', async () => {
    const origin = await startOrigin((request) => request.socket.resetAndDestroy());
    const hops: FetchHop[] = [];
    const fetching = openFetcher().fetch(feedRequest(origin.url, { onHop: (hop) => hops.push(hop) }));
    await expect(fetching).rejects.toMatchObject({ code: 'network' });
    expect(hops).toMatchObject([{ status: null, errorCode: 'network' }]);
  });
});
