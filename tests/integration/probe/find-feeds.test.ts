import { describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config.js';
import { findFeeds, type FeedSearch, type Guessing } from '../../../src/probe/find-feeds.js';
import { openFetcher, startOrigin, type Origin } from '../fetch/start-origin.js';

/** What a site serves, by path; anything else is a 404. A body that begins with `<rss` is a feed. */
type Site = Readonly<Record<string, string>>;

function rss(title: string, date = 'Mon, 02 Jun 2025 10:00:00 GMT'): string {
  return `<rss version="2.0"><channel><title>${title}</title><item><title>One</title><link>https://news.example/1</link><pubDate>${date}</pubDate></item></channel></rss>`;
}

function page(head: string): string {
  return `<!doctype html><html><head><title>Site</title>${head}</head><body>Hello</body></html>`;
}

function startSite(site: Site): Promise<Origin> {
  return startOrigin((request, response) => {
    const body = site[request.url ?? ''];
    response.statusCode = body === undefined ? 404 : 200;
    response.setHeader(
      'content-type',
      body?.startsWith('<rss') === true ? 'application/rss+xml' : 'text/html',
    );
    response.end(body ?? page(''));
  });
}

function search(url: string, guessing: Guessing = 'when-nothing-else', hostDelayMs = 0): Promise<FeedSearch> {
  const fetcher = openFetcher({ hostDelayMs });
  const deps = {
    fetch: fetcher.fetch.bind(fetcher),
    limits: parseConfig({}).fetch,
    announce: () => undefined,
  };
  return findFeeds(deps, url, guessing);
}

/** What was asked, robots.txt aside. */
function asked(origin: Origin): string[] {
  return origin.log.map(({ path }) => path).filter((path) => path !== '/robots.txt');
}

describe('findFeeds', () => {
  test('says so when the address is a feed', async () => {
    const origin = await startSite({ '/feed': rss('All') });
    const { feeds } = await search(`${origin.url}/feed`);
    expect(feeds).toMatchObject([{ kind: 'itself', title: 'All', format: 'rss', items: 1 }]);
    expect(asked(origin)).toEqual(['/feed']);
  });

  test('reads what the page declares, and asks nothing else', async () => {
    const origin = await startSite({
      '/': page(
        '<link rel=alternate type=application/rss+xml href=/dead title=Old><link rel=feed href=/live>',
      ),
      '/live': rss('Live'),
    });
    const { feeds, guessesTried } = await search(origin.url);
    expect(feeds).toMatchObject([
      {
        url: `${origin.url}/live`,
        title: 'Live',
        items: 1,
        newestAt: '2025-06-02T10:00:00.000Z',
        problem: null,
      },
      {
        url: `${origin.url}/dead`,
        title: 'Old',
        items: null,
        problem: expect.stringContaining('HTTP 404') as string,
      },
    ]);
    expect(guessesTried).toBe(0);
    expect(asked(origin)).toEqual(['/', '/dead', '/live']);
  });

  test('tries guesses when the page declares nothing, and keeps those that are feeds', async () => {
    const origin = await startSite({
      '/': page(''),
      '/feed': page('soft 404'),
      '/atom.xml': rss('Atom'),
      '/rss': rss('R'),
    });
    const { feeds, guessesTried } = await search(origin.url);
    expect(feeds.map(({ url, kind }) => [url.slice(origin.url.length), kind])).toEqual([
      ['/rss', 'guessed'],
      ['/atom.xml', 'guessed'],
    ]);
    expect(guessesTried).toBeLessThanOrEqual(12);
    expect(asked(origin)).toHaveLength(1 + guessesTried);
  });

  test('tells a feed with two addresses once', async () => {
    const origin = await startSite({
      '/': page('<link rel=feed href=/rss>'),
      '/rss': rss('One'),
      '/feed': rss('One'),
    });
    const { feeds } = await search(origin.url, 'always');
    expect(feeds.map(({ url }) => url)).toEqual([`${origin.url}/rss`]);
  });

  test('goes by the address of a page that refuses us', async () => {
    const origin = await startSite({ '/@desk.rss': rss('Desk') });
    const found = await search(`${origin.url}/@desk`);
    expect(found.pageProblem).toContain('HTTP 404');
    expect(found.feeds).toMatchObject([{ url: `${origin.url}/@desk.rss`, kind: 'guessed' }]);
  });

  test('waits for the rest that the host is due', async () => {
    const origin = await startSite({
      '/': page('<link rel=feed href=/a><link rel=feed href=/b>'),
      '/a': rss('A'),
      '/b': rss('B'),
    });
    const { feeds } = await search(origin.url, 'when-nothing-else', 400);
    expect(feeds).toMatchObject([{ problem: null }, { problem: null }]);
  });

  test('does not begin when nobody answers', async () => {
    const origin = await startOrigin((request) => request.socket.destroy());
    await expect(search(origin.url)).rejects.toMatchObject({ code: 'network' });
  });
});
