import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import type { Writable } from 'node:stream';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { feedRequest, openFetcher, startOrigin, type Handler } from './start-origin.js';

const SHORT = { firstByteTimeoutMs: 150, totalTimeoutMs: 400 };
const TIMEOUT = { name: 'TransientError', code: 'timeout' };
const TRUNCATED = { name: 'TransientError', code: 'truncated' };
const TOO_LARGE = { name: 'PermanentError', code: 'body_too_large' };

/** Answers with raw bytes below HTTP. */
function raw(bytes: string): Handler {
  return (request) => request.socket.end(bytes);
}

async function fetchFrom(handler: Handler, options: { maxBytes?: number; limits?: typeof SHORT } = {}) {
  const { maxBytes = 1_000_000, limits = {} } = options;
  const origin = await startOrigin(handler);
  const fetcher = openFetcher({ limits });
  const outcome: unknown = await fetcher
    .fetch(feedRequest(origin.url, { maxBytes }))
    .catch((error: unknown) => error);
  // Whatever happened, the fetcher goes on (a busy machine may take longer than the short limits).
  const healthy = await startOrigin((_, response) => response.end('fine'));
  const ask = async () => (await fetcher.fetch(feedRequest(healthy.url))).status;
  await expect.poll(ask, { timeout: 30_000 }).toBe(200);
  return outcome;
}

/** Sends `chunk` again and again until the client leaves. */
function drip(stream: Writable, chunk: string): void {
  const timer = setInterval(() => stream.write(chunk), 20);
  stream.on('close', () => {
    clearInterval(timer);
  });
}

describe('a slow server', () => {
  test('that never answers', async () => {
    expect(await fetchFrom(() => undefined, { limits: SHORT })).toMatchObject(TIMEOUT);
  });

  test('that drips headers', async () => {
    const handler: Handler = ({ socket }) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      drip(socket, 'x-a: 1\r\n');
    };
    expect(await fetchFrom(handler, { limits: SHORT })).toMatchObject(TIMEOUT);
  });

  test('that drips a body', async () => {
    const handler: Handler = (_, response) => {
      response.write('<rss>');
      drip(response, ' ');
    };
    expect(await fetchFrom(handler, { limits: SHORT })).toMatchObject(TIMEOUT);
  });

  test('that redirects slowly gets no more time than others', async () => {
    const handler: Handler = (request, response) => {
      setTimeout(() => response.writeHead(302, { location: `${request.url ?? ''}x` }).end(), 100);
    };
    const origin = await startOrigin(handler);
    const fetcher = openFetcher({
      limits: { firstByteTimeoutMs: 5_000, totalTimeoutMs: 250, maxRedirects: 100 },
    });
    await expect(fetcher.fetch(feedRequest(`${origin.url}/`))).rejects.toMatchObject(TIMEOUT);
    expect(origin.log.length).toBeLessThanOrEqual(3);
  });
});

describe('a large body', () => {
  test('is refused by its announced length', async () => {
    const handler: Handler = (_, response) => {
      response.writeHead(200, { 'content-length': '2000' }).write('x');
    };
    expect(await fetchFrom(handler, { maxBytes: 1_000 })).toMatchObject(TOO_LARGE);
  });

  test('is refused as it comes, however long it goes on', async () => {
    const handler: Handler = (_, response) => {
      const more = (): void => {
        if (!response.destroyed) response.write(Buffer.alloc(65_536), more);
      };
      more();
    };
    expect(await fetchFrom(handler)).toMatchObject(TOO_LARGE);
  });

  test.each([
    ['gzip', gzipSync(Buffer.alloc(50_000_000))],
    ['br', brotliCompressSync(Buffer.alloc(50_000_000))],
  ])('is refused when it comes as a %s bomb', async (encoding, bomb) => {
    const handler: Handler = (_, response) =>
      response.writeHead(200, { 'content-encoding': encoding }).end(bomb);
    expect(await fetchFrom(handler)).toMatchObject(TOO_LARGE);
  });

  test('of the very limit is taken', async () => {
    const handler: Handler = (_, response) => response.end('x'.repeat(1_000));
    expect(await fetchFrom(handler, { maxBytes: 1_000 })).toMatchObject({ status: 200 });
  });
});

describe('a broken answer', () => {
  test.each([
    ['shorter than announced', 'HTTP/1.1 200 OK\r\ncontent-length: 9999\r\n\r\n<rss>'],
    ['without its last chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<rss>\r\n'],
    ['with a bad chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n<rss>\r\nzz\r\n'],
  ])('%s is truncated', async (_, bytes) => {
    expect(await fetchFrom(raw(bytes))).toMatchObject(TRUNCATED);
  });

  test('reset in the middle is truncated', async () => {
    const handler: Handler = ({ socket }, response) => {
      response.write('<rss>', () => socket.resetAndDestroy());
    };
    expect(await fetchFrom(handler)).toMatchObject(TRUNCATED);
  });

  test('with gzip that stops is truncated', async () => {
    const handler: Handler = (_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('<rss/>').subarray(0, 15));
    expect(await fetchFrom(handler)).toMatchObject(TRUNCATED);
  });

  test.each([
    ['is not HTTP', 'SSH-2.0-OpenSSH_9.2\r\n', 'does not speak HTTP'],
    ['is nothing', '', 'closed the connection'],
    [
      'has endless headers',
      `HTTP/1.1 200 OK\r\n${`x-a: ${'y'.repeat(1_000)}\r\n`.repeat(200)}\r\n`,
      'too many headers',
    ],
  ])('that %s is told in words', async (_, bytes, words) => {
    const error = await fetchFrom(raw(bytes));
    expect(error).toMatchObject({ name: 'TransientError', code: 'network' });
    expect((error as Error).message).toContain(words);
  });
});

test('a closed port is told in words', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  const fetching = openFetcher().fetch(feedRequest(`http://127.0.0.1:${port}/`));
  await expect(fetching).rejects.toMatchObject({ name: 'TransientError', code: 'network' });
  await expect(fetching).rejects.toThrow('refuses the connection');
});

test('an abort ends the request and closes the connection', async () => {
  const controller = new AbortController();
  const { signal } = controller;
  const reason = new Error('shutting down');
  const origin = await startOrigin(() => {
    controller.abort(reason);
  });
  const fetcher = openFetcher();
  await expect(fetcher.fetch(feedRequest(origin.url, { signal }))).rejects.toBe(reason);
  await expect.poll(() => origin.log[0]?.endedAtMs).toBeLessThan(Infinity);
  await expect(fetcher.fetch(feedRequest(origin.url, { signal }))).rejects.toBe(reason);
  expect(origin.log).toHaveLength(1);
});
