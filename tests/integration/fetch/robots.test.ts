import { describe, expect, test } from 'vitest';
import {
  feedRequest,
  openFetcher,
  pageRequest,
  startOrigin,
  USER_AGENT,
  type Origin,
} from './start-origin.js';

/** A site whose robots.txt is `[status, body]`. */
function startSite(status: number, robots: string, headers: Record<string, string> = {}): Promise<Origin> {
  return startOrigin((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(status, headers).end(robots);
    else response.end('page');
  });
}

function paths(origin: Origin): string[] {
  return origin.log.map(({ path }) => path);
}

describe('robots.txt', () => {
  test('is asked once per origin, before the first page, under our name', async () => {
    const site = await startSite(200, 'User-agent: *\nDisallow: /private');
    const fetcher = openFetcher();
    await fetcher.fetch(pageRequest(`${site.url}/1`));
    await fetcher.fetch(pageRequest(`${site.url}/2`));
    expect(paths(site)).toEqual(['/robots.txt', '/1', '/2']);
    expect(site.log[0]?.headers['user-agent']).toBe(USER_AGENT);
  });

  test('keeps us from what it disallows', async () => {
    const site = await startSite(200, 'User-agent: wirewatch\nDisallow: /private');
    await expect(openFetcher().fetch(pageRequest(`${site.url}/private/1`))).rejects.toMatchObject({
      name: 'PermanentError',
      code: 'robots_disallowed',
    });
    expect(paths(site)).toEqual(['/robots.txt']);
  });

  test('is not asked for feeds, nor when switched off', async () => {
    const site = await startSite(200, 'User-agent: *\nDisallow: /');
    await openFetcher().fetch(feedRequest(`${site.url}/feed`));
    await openFetcher({ obeyRobots: false }).fetch(pageRequest(`${site.url}/1`));
    expect(paths(site)).toEqual(['/feed', '/1']);
  });

  test.each([401, 403, 404, 410])('with HTTP %i allows all', async (status) => {
    const site = await startSite(status, 'User-agent: *\nDisallow: /');
    expect((await openFetcher().fetch(pageRequest(`${site.url}/1`))).status).toBe(200);
  });

  test.each([500, 503])(
    'with HTTP %i closes the site for now, without asking again and again',
    async (status) => {
      const site = await startSite(status, '');
      const fetcher = openFetcher();
      for (let i = 0; i < 3; i++) {
        await expect(fetcher.fetch(pageRequest(`${site.url}/${i}`))).rejects.toMatchObject({
          name: 'TransientError',
          code: 'http_5xx',
        });
      }
      expect(paths(site)).toEqual(['/robots.txt']);
    },
  );

  test('with HTTP 429 asks to wait', async () => {
    const site = await startSite(429, '', { 'retry-after': '30' });
    await expect(openFetcher().fetch(pageRequest(`${site.url}/1`))).rejects.toMatchObject({
      name: 'ThrottledError',
      retryAfterMs: 30_000,
    });
  });

  test('is read up to 500 KiB', async () => {
    const site = await startSite(200, `User-agent: *\nDisallow: /a\n${'#'.repeat(2_000_000)}\nDisallow: /b`);
    const fetcher = openFetcher();
    await expect(fetcher.fetch(pageRequest(`${site.url}/a`))).rejects.toMatchObject({
      code: 'robots_disallowed',
    });
    expect((await fetcher.fetch(pageRequest(`${site.url}/b`))).status).toBe(200);
  });

  test('is followed to where it moved, and still speaks for its own origin', async () => {
    const elsewhere = await startSite(200, 'User-agent: *\nDisallow: /private');
    const site = await startOrigin((request, response) => {
      if (request.url === '/robots.txt')
        response.writeHead(301, { location: `${elsewhere.url}/robots.txt` }).end();
      else response.end('page');
    });
    const fetcher = openFetcher();
    await expect(fetcher.fetch(pageRequest(`${site.url}/private`))).rejects.toMatchObject({
      code: 'robots_disallowed',
    });
    expect((await fetcher.fetch(pageRequest(`${site.url}/open`))).status).toBe(200);
  });

  test('of every hop is obeyed', async () => {
    const target = await startSite(200, 'User-agent: *\nDisallow: /');
    const site = await startOrigin((request, response) => {
      if (request.url === '/robots.txt') response.writeHead(404).end();
      else response.writeHead(302, { location: `${target.url}/1` }).end();
    });
    await expect(openFetcher().fetch(pageRequest(`${site.url}/1`))).rejects.toMatchObject({
      code: 'robots_disallowed',
    });
    expect(paths(target)).toEqual(['/robots.txt']);
  });
});
