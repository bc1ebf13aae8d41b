import { expect, test } from 'vitest';
import { followRedirects } from '../../../src/fetch/follow-redirects.js';
import type { IncomingResponse } from '../../../src/fetch/send-request.js';

const VALIDATORS = { etag: '"a"', lastModified: null };

/** A web of redirects in memory; the real ones are walked in the integration tests. */
function web(hops: Record<string, [status: number, location: string]>) {
  const asked: { url: string; headers: Readonly<Record<string, string>> }[] = [];
  const send = (url: URL, headers: Readonly<Record<string, string>>): Promise<IncomingResponse> => {
    asked.push({ url: url.href, headers });
    const [status, location] = hops[url.href] ?? [200, ''];
    return Promise.resolve({
      status,
      headers: new Map([['location', location]]),
      setCookies: [],
      body: Buffer.of(),
    });
  };
  const walk = (start: string) =>
    followRedirects(send, { start: new URL(start), maxRedirects: 5, validators: VALIDATORS });
  return { asked, walk };
}

test.each([
  ['http://news.example/feed', 'https://news.example/feed', true],
  ['http://news.example/feed', 'http://news.example/other', true],
  ['https://news.example/feed', 'http://news.example/feed', false],
  ['http://news.example:81/feed', 'https://news.example/feed', false],
  ['https://news.example/feed', 'https://cdn.example/feed', false],
])('validators of %s go on to %s: %s', async (start, target, goOn) => {
  const { asked, walk } = web({ [start]: [302, target] });
  await walk(start);
  expect(asked[0]?.headers).toEqual({ 'if-none-match': '"a"' });
  expect(asked[1]).toEqual({ url: target, headers: goOn ? { 'if-none-match': '"a"' } : {} });
});

test('a Location in UTF-8 bytes is understood', async () => {
  const { asked, walk } = web({ 'http://a.example/': [302, Buffer.from('/новости').toString('latin1')] });
  await walk('http://a.example/');
  expect(asked[1]?.url).toBe('http://a.example/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8');
});
