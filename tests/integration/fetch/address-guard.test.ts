import { describe, expect, test } from 'vitest';
import type { HostAddress } from '../../../src/fetch/resolve-host.js';
import { feedRequest, openFetcher, startOrigin } from './start-origin.js';

const FORBIDDEN = { name: 'PermanentError', code: 'address_forbidden' };

function startFeed() {
  return startOrigin((_, response) => response.end('feed'));
}

describe('a private address is never asked', () => {
  test.each([
    '127.0.0.1',
    '2130706433',
    '0x7f000001',
    '017700000001',
    '127.1',
    '0',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::]',
  ])('written as %s', async (host) => {
    const origin = await startFeed();
    const fetcher = openFetcher({ allowHosts: [] });
    await expect(fetcher.fetch(feedRequest(`http://${host}:${origin.port}/`))).rejects.toMatchObject(
      FORBIDDEN,
    );
    expect(origin.log).toHaveLength(0);
  });

  test.each(['localhost', 'localhost.', 'app.localhost'])('named %s', async (host) => {
    const origin = await startFeed();
    const fetcher = openFetcher({ allowHosts: [] });
    await expect(fetcher.fetch(feedRequest(`http://${host}:${origin.port}/`))).rejects.toMatchObject(
      FORBIDDEN,
    );
    expect(origin.log).toHaveLength(0);
  });

  test.each([['127.0.0.1'], ['::ffff:127.0.0.1'], ['93.184.215.14', '127.0.0.1'], ['fe80::1']])(
    'when a name resolves to %s %s',
    async (...addresses) => {
      const origin = await startFeed();
      const fetcher = openFetcher({ lookup: () => Promise.resolve(addresses.map(toHostAddress)) });
      const url = `http://news.example:${origin.port}/`;
      await expect(fetcher.fetch(feedRequest(url))).rejects.toMatchObject(FORBIDDEN);
      expect(origin.log).toHaveLength(0);
    },
  );

  test('after a redirect', async () => {
    const origin = await startOrigin((request, response) => {
      if (request.url === '/inner') response.end('secret');
      else response.writeHead(302, { location: `http://127.0.0.77:${origin.port}/inner` }).end();
    });
    const fetcher = openFetcher({ allowHosts: ['127.0.0.1'] });
    await expect(fetcher.fetch(feedRequest(`${origin.url}/feed`))).rejects.toMatchObject(FORBIDDEN);
    expect(origin.log.map(({ path }) => path)).toEqual(['/feed']);
  });

  test('by a webhook', async () => {
    const origin = await startFeed();
    const request = { url: origin.url, body: '{}', headers: {}, maxResponseBytes: 1_000 };
    await expect(openFetcher({ allowHosts: [] }).post(request)).rejects.toMatchObject(FORBIDDEN);
    expect(origin.log).toHaveLength(0);
  });

  test('on another port than the one allowed', async () => {
    const origin = await startFeed();
    const other = await startFeed();
    const fetcher = openFetcher({ allowHosts: [`127.0.0.1:${origin.port}`] });
    await fetcher.fetch(feedRequest(origin.url));
    await expect(fetcher.fetch(feedRequest(other.url))).rejects.toMatchObject(FORBIDDEN);
    expect(other.log).toHaveLength(0);
  });
});

test('the connection goes to the address that was checked: a name cannot change its mind in between', async () => {
  const origin = await startFeed();
  const answers = [[toHostAddress('127.0.0.1')]];
  const lookup = () => {
    const answer = answers.shift();
    return answer ? Promise.resolve(answer) : Promise.reject(new Error('asked twice'));
  };
  const fetcher = openFetcher({ allowHosts: ['rebind.example'], lookup });
  await fetcher.fetch(feedRequest(`http://rebind.example:${origin.port}/`));
  expect(origin.log[0]?.headers.host).toBe(`rebind.example:${origin.port}`);
});

test.each(['localhost', 'app.localhost'])('%s is loopback without asking anybody', async (host) => {
  const origin = await startFeed();
  const fetcher = openFetcher({ lookup: () => Promise.reject(new Error('asked')) });
  const { status } = await fetcher.fetch(feedRequest(`http://${host}:${origin.port}/`));
  expect(status).toBe(200);
});

test.each([
  ['ENOTFOUND', 'No host named'],
  ['EAI_AGAIN', 'could not be looked up'],
])('a lookup that fails with %s is told in words', async (code, words) => {
  const fetcher = openFetcher({ lookup: () => Promise.reject(Object.assign(new Error(code), { code })) });
  const fetching = fetcher.fetch(feedRequest('http://news.example/'));
  await expect(fetching).rejects.toMatchObject({ name: 'TransientError', code: 'dns' });
  await expect(fetching).rejects.toThrow(words);
});

test('a name without addresses is told as such', async () => {
  const fetcher = openFetcher({ lookup: () => Promise.resolve([]) });
  await expect(fetcher.fetch(feedRequest('http://news.example/'))).rejects.toMatchObject({ code: 'dns' });
});

function toHostAddress(address: string): HostAddress {
  return { address, family: address.includes(':') ? 6 : 4 };
}
