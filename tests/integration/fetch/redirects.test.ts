import { describe, expect, test } from 'vitest';
import { feedRequest, openFetcher, startOrigin, textOf, type Handler, type Origin } from './start-origin.js';

/** Redirects by path, `[status, location]`; any other path is a feed. */
function redirecting(hops: Record<string, [number, string]>): Handler {
  return (request, response) => {
    const hop = hops[request.url ?? ''];
    if (hop) response.writeHead(hop[0], { location: hop[1] }).end('moved');
    else response.end('feed');
  };
}

function paths(origin: Origin): string[] {
  return origin.log.map(({ path }) => path);
}

describe('a redirect', () => {
  test.each([
    [301, '/new'],
    [308, '/new'],
    [302, null],
    [303, null],
    [307, null],
  ])('%i is followed, and told as moved to %s', async (status, moved) => {
    const origin = await startOrigin(redirecting({ '/old': [status, '/new'] }));
    const answer = await openFetcher().fetch(feedRequest(`${origin.url}/old`));
    expect(textOf(answer)).toBe('feed');
    expect(answer.url).toBe(`${origin.url}/new`);
    expect(answer.permanentlyMovedTo).toBe(moved === null ? null : origin.url + moved);
    expect(origin.log[1]?.headers.referer).toBeUndefined();
  });

  test.each([
    ['permanent, then temporary', 301, 302, '/b'],
    ['temporary, then permanent', 302, 301, null],
    ['permanent twice', 308, 301, '/c'],
  ])('%s', async (_, first, second, moved) => {
    const origin = await startOrigin(redirecting({ '/a': [first, '/b'], '/b': [second, '/c'] }));
    const answer = await openFetcher().fetch(feedRequest(`${origin.url}/a`));
    expect(answer.permanentlyMovedTo).toBe(moved === null ? null : origin.url + moved);
  });

  test('goes on to another host, but the validators do not', async () => {
    const other = await startOrigin(redirecting({}));
    const origin = await startOrigin(redirecting({ '/a': [301, '/b'], '/b': [301, `${other.url}/c`] }));
    const validators = { etag: '"secret"', lastModified: null };
    await openFetcher().fetch(feedRequest(`${origin.url}/a`, { validators }));
    expect(origin.log.map(({ headers }) => headers['if-none-match'])).toEqual(['"secret"', '"secret"']);
    expect(other.log.map(({ headers }) => headers['if-none-match'])).toEqual([undefined]);
  });

  test('that waits for its cookie gets it, and no other host does', async () => {
    const other = await startOrigin(redirecting({}));
    const origin = await startOrigin((request, response) => {
      const hasCookie = request.headers.cookie === 'seen=1';
      const location = hasCookie ? `${other.url}/end` : '/a';
      response.writeHead(302, { location, 'set-cookie': 'seen=1; Path=/; HttpOnly' }).end();
    });
    const fetcher = openFetcher();
    await fetcher.fetch(feedRequest(`${origin.url}/a`));
    await fetcher.fetch(feedRequest(`${origin.url}/a`));
    const cookies = ({ log }: Origin) => log.map(({ headers }) => headers.cookie);
    expect(cookies(origin)).toEqual([undefined, 'seen=1', undefined, 'seen=1']);
    expect(cookies(other)).toEqual([undefined, undefined]);
  });
});

describe('a chain', () => {
  const chain = (length: number): Record<string, [number, string]> =>
    Object.fromEntries(Array.from({ length }, (_, i) => [`/${i}`, [302, `/${i + 1}`]]));

  test('of five is followed', async () => {
    const origin = await startOrigin(redirecting(chain(5)));
    await openFetcher().fetch(feedRequest(`${origin.url}/0`));
    expect(paths(origin)).toEqual(['/0', '/1', '/2', '/3', '/4', '/5']);
  });

  test('of six is not', async () => {
    const origin = await startOrigin(redirecting(chain(6)));
    await expect(openFetcher().fetch(feedRequest(`${origin.url}/0`))).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'too_many_redirects',
    });
    expect(paths(origin)).toHaveLength(6);
  });

  test('that closes is left at once', async () => {
    const origin = await startOrigin(redirecting({ '/a': [301, '/b'], '/b': [301, '/a'] }));
    await expect(openFetcher().fetch(feedRequest(`${origin.url}/a`))).rejects.toMatchObject({
      code: 'too_many_redirects',
    });
    expect(paths(origin)).toEqual(['/a', '/b']);
  });

  test.each([
    ['nowhere', ''],
    ['a file', 'file:///etc/passwd'],
    ['ftp', 'ftp://127.0.0.1/feed'],
    ['credentials', 'http://user:secret@127.0.0.1/'],
    ['nonsense', 'http://exa mple/%%'],
  ])('that leads to %s ends', async (_, location) => {
    const origin = await startOrigin(redirecting({ '/a': [302, location] }));
    await expect(openFetcher().fetch(feedRequest(`${origin.url}/a`))).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'bad_redirect',
    });
    expect(origin.log).toHaveLength(1);
  });
});
