import { expect, test } from 'vitest';
import { openFetcher, startOrigin, USER_AGENT } from './start-origin.js';

function postRequest(url: string) {
  return { url, body: '{"a":"é"}', headers: { 'content-type': 'application/json' }, maxResponseBytes: 100 };
}

test('a post arrives, and its answer comes back', async () => {
  const origin = await startOrigin((_, response) => response.writeHead(202, { 'x-id': '7' }).end('thanks'));
  const answer = await openFetcher().post(postRequest(`${origin.url}/hook`));
  expect(answer).toMatchObject({ status: 202, body: 'thanks', retryAfterMs: null });
  expect(answer.headers.get('x-id')).toBe('7');
  expect(origin.log[0]).toMatchObject({ method: 'POST', path: '/hook', body: '{"a":"é"}' });
  expect(origin.log[0]?.headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': USER_AGENT,
  });
});

test('a redirect is an answer, not followed', async () => {
  const origin = await startOrigin((_, response) => response.writeHead(307, { location: '/other' }).end());
  expect((await openFetcher().post(postRequest(origin.url))).status).toBe(307);
  expect(origin.log).toHaveLength(1);
});

test('an error is an answer, with the time to come back', async () => {
  const origin = await startOrigin((_, response) =>
    response.writeHead(429, { 'retry-after': '9' }).end('slow'),
  );
  const answer = await openFetcher().post(postRequest(origin.url));
  expect(answer).toMatchObject({ status: 429, body: 'slow', retryAfterMs: 9_000 });
});

test('a long answer is cut', async () => {
  const origin = await startOrigin((_, response) => response.end('x'.repeat(1_000_000)));
  expect((await openFetcher().post(postRequest(origin.url))).body).toBe('x'.repeat(100));
});

test('no answer is a timeout', async () => {
  const origin = await startOrigin(() => undefined);
  const fetcher = openFetcher({ limits: { firstByteTimeoutMs: 100 } });
  await expect(fetcher.post(postRequest(origin.url))).rejects.toMatchObject({
    name: 'TransientError',
    code: 'timeout',
  });
});
