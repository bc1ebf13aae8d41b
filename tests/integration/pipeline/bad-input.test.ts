import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.js';
import { runIngest } from '../../../src/cli/run-ingest.js';
import { openTestApp, startServices, type Services } from '../../helpers/pipeline.js';

const FEED_LIMIT_BYTES = 1024 * 1024;

/** A feed with one item for each kind of page that holds no article. */
function renderFeed(host: string): string {
  const pages = ['pdf', 'image', 'loop', 'missing', 'forbidden', 'endless', 'tiny', 'empty'];
  const links = [
    ...pages.map((page) => `http://${host}/page/${page}`),
    'http://10.1.2.3/inside',
    'ftp://a.example/x',
  ];
  const items = links.map((link) => `<item><title>${link}</title><link>${link}</link></item>`);
  return `<rss version="2.0"><channel><title>Trouble</title>${items.join('')}<item><title>No link</title></item></channel></rss>`;
}

function answer(path: string, host: string, response: ServerResponse): void {
  const html = { 'content-type': 'text/html' };
  const pages: Record<string, () => void> = {
    '/robots.txt': () => response.writeHead(404).end(),
    '/good.xml': () =>
      response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(renderFeed(host)),
    '/html': () => response.writeHead(200, html).end('<!doctype html><title>Home</title><p>Welcome</p>'),
    '/nothing': () => response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(),
    '/huge': () => {
      stream(response, { 'content-type': 'application/rss+xml' });
    },
    '/silent': () => undefined,
    '/gone': () => response.writeHead(410).end(),
    '/broken': () => response.writeHead(500).end(),
    '/page/pdf': () => response.writeHead(200, { 'content-type': 'application/pdf' }).end('%PDF-1.7\n%âãÏÓ'),
    '/page/image': () =>
      response.writeHead(200, html).end(Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')),
    '/page/loop': () => response.writeHead(302, { location: '/page/loop' }).end(),
    '/page/forbidden': () => response.writeHead(403).end(),
    '/page/endless': () => {
      stream(response, html);
    },
    '/page/tiny': () =>
      response.writeHead(200, html).end('<html><body><article><p>Soon.</p></article></body></html>'),
    '/page/empty': () => response.writeHead(200, html).end(),
  };
  (pages[path] ?? (() => response.writeHead(404).end()))();
}

/** Far more than any limit, as fast as it is read. */
function stream(response: ServerResponse, headers: Record<string, string>): void {
  response.writeHead(200, headers);
  const block = Buffer.alloc(64 * 1024, 'a');
  let left = 800;
  const more = (): void => {
    while (left > 0 && response.write(block)) left -= 1;
    if (left > 0) response.once('drain', more);
    else response.end();
  };
  more();
}

describe('bad input', () => {
  let services: Services;
  let app: App;
  let server: Server;
  let base: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      answer(request.url ?? '/', request.headers.host ?? '', response);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://trouble.localhost:${(server.address() as AddressInfo).port}`;
    const started = await startServices('postgres');
    if (started === null) throw new Error('Postgres needs no Redis, so this can not be');
    services = started;
    app = await openTestApp(services, {
      WIREWATCH_ALLOW_HOSTS: '*.localhost',
      WIREWATCH_FEED_MAX_BYTES: String(FEED_LIMIT_BYTES),
      WIREWATCH_PAGE_MAX_BYTES: String(FEED_LIMIT_BYTES),
      WIREWATCH_FIRST_BYTE_TIMEOUT_MS: '500',
      WIREWATCH_FETCH_TIMEOUT_MS: '3000',
    });
    const paths = ['good.xml', 'html', 'nothing', 'huge', 'silent', 'gone', 'broken'];
    const { ids } = await app.store.upsertFeeds(paths.map((path) => ({ url: `${base}/${path}` })));
    await runIngest(app, { feedIds: ids, onProgress: () => undefined });
  }, 120_000);
  afterAll(async () => {
    await app.close();
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
    await services.close();
  });

  it.each([
    ['html', 'feed_is_html', 'active'],
    ['nothing', 'feed_empty', 'active'],
    ['huge', 'body_too_large', 'active'],
    ['silent', 'timeout', 'active'],
    ['broken', 'http_5xx', 'active'],
    ['gone', 'http_410', 'gone'],
  ])('a feed that is %s keeps %s with words for a person, and is backed off', async (path, code, status) => {
    const feed = (await app.store.listFeeds()).find((row) => row.url === `${base}/${path}`);
    expect(feed).toMatchObject({ lastErrorCode: code, failureCount: 1, status });
    expect(feed?.lastError).toMatch(/\w+ \w+ \w+/);
    expect(feed?.nextPollAt.getTime()).toBeGreaterThan(Date.now() + 60_000);
  });

  it.each([
    ['pdf', 'not_html'],
    ['image', 'not_html'],
    ['loop', 'too_many_redirects'],
    ['missing', 'http_404'],
    ['empty', 'not_html'],
    ['forbidden', 'http_403'],
    ['endless', 'body_too_large'],
  ])('a page that is %s is quarantined as %s', async (page, code) => {
    const rows = await app.store.listQuarantine({ queue: 'articles' }, 100);
    expect(rows.find((row) => row.subject === `${base}/page/${page}`)).toMatchObject({ code, attempts: 1 });
  });

  it('a link to a private address is never asked', async () => {
    const rows = await app.store.listQuarantine({ code: 'address_forbidden' }, 100);
    expect(rows.map((row) => row.subject)).toEqual(['http://10.1.2.3/inside']);
  });

  it('a page without an article is skipped with the reason', async () => {
    const rows = await app.db.query(
      `select status, status_reason from articles where url like '%/page/tiny'`,
    );
    expect(rows).toMatchObject([
      { status: 'skipped', status_reason: expect.stringMatching(/no_text|too_short/) as string },
    ]);
  });

  it('an item that can not be followed is kept with the reason', async () => {
    const rows = await app.db.query<{ title: string; reason: string }>(
      `select title, reason from items where outcome = 'dropped' order by title collate "C"`,
    );
    expect(rows).toEqual([
      { title: 'No link', reason: 'no_link' },
      { title: 'ftp://a.example/x', reason: 'no_link' },
    ]);
  });
});
