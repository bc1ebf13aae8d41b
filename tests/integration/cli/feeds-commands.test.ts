import { describe, expect, test } from 'vitest';
import { openTestStore } from '../../helpers/open-test-store.js';
import { runCli } from '../../helpers/run-cli.js';
import { startOrigin, type Handler } from '../fetch/start-origin.js';

const ENV = { WIREWATCH_ALLOW_HOSTS: '127.0.0.1', WIREWATCH_HOST_DELAY_MS: '0' };

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour \u001b[31mwire</title><ttl>90</ttl>
  <item><title>One</title><link>https://news.example/1</link><pubDate>Mon, 02 Jun 2025 10:00:00 GMT</pubDate></item>
  <item><title>Two</title><guid isPermaLink="false">2</guid></item></channel></rss>`;

const site: Handler = (request, response) => {
  switch (request.url ?? '') {
    case '/old':
      response.writeHead(301, { location: '/feed' }).end();
      break;
    case '/feed':
      response.writeHead(200, {
        'content-type': 'application/rss+xml',
        etag: '"v1"',
        'cache-control': 'max-age=600',
        link: '<https://hub.example/>; rel="hub"',
      });
      response.end(FEED);
      break;
    case '/':
      response.setHeader('content-type', 'text/html');
      response.end('<!doctype html><html><link rel=alternate type=application/rss+xml href=/feed></html>');
      break;
    default:
      response.writeHead(404).end();
  }
};

describe('wirewatch feeds test', () => {
  test('explains a poll hop by hop', async () => {
    const origin = await startOrigin(site);
    const { code, stdout } = await runCli(['feeds', 'test', `${origin.url}/old`], { env: ENV });
    expect(code).toBe(0);
    const inOrder = [
      `GET ${origin.url}/old`,
      '> user-agent: Wirewatch/',
      '< HTTP 301',
      'moved for good',
      `GET ${origin.url}/feed`,
      '< HTTP 200',
      '< etag: "v1"',
      'sent back',
      '< cache-control: max-age=600',
      'fresh for 10 min',
      'WebSub',
      'read as utf-8',
      `moved to   ${origin.url}/feed`,
      'format     rss',
      'items      2, 1 without a link',
      '1 without a date',
      'asks for   1 h 30 min',
      'next poll  in ',
    ];
    const places = inOrder.map((words) => stdout.indexOf(words));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(stdout).not.toContain('\u001b');
  });

  test('names the feeds of a page that came instead, and fails', async () => {
    const origin = await startOrigin(site);
    const { code, stdout } = await runCli(['feeds', 'test', `${origin.url}/`, '--json'], { env: ENV });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: false,
      hops: [{ status: 200, responseHeaders: { 'content-type': 'text/html' } }],
      error: { code: 'feed_is_html' },
      declaredFeeds: [{ url: `${origin.url}/feed` }],
    });
  });

  test('says in words why no answer came', async () => {
    const { code, stdout } = await runCli(['feeds', 'test', 'http://nowhere.invalid/feed'], { env: ENV });
    expect(code).toBe(1);
    expect(stdout).toContain('failed     ');
    expect(stdout).toContain('(dns)');
  });
});

describe('wirewatch feeds discover', () => {
  test('lists what a page declares', async () => {
    const origin = await startOrigin(site);
    const { code, stdout } = await runCli(['feeds', 'discover', origin.url], { env: ENV });
    expect(code).toBe(0);
    expect(stdout).toContain(`${origin.url}/feed`);
    expect(stdout).toMatch(/rss +2 +2025-06-02 +declared: link rel=alternate/);
  });

  test('fails where there is nothing, having tried', async () => {
    const origin = await startOrigin((request, response) => {
      response.writeHead(request.url === '/' ? 200 : 404, { 'content-type': 'text/html' });
      response.end('<!doctype html><html><body>No feeds here.</body></html>');
    });
    const { code, stderr } = await runCli(['feeds', 'discover', origin.url], { env: ENV });
    expect(code).toBe(1);
    expect(stderr).toMatch(/names no feed that can be read; \d+ usual addresses were tried/);
  });
});

describe('wirewatch feeds discover --add', () => {
  test('watches the feed that it found', async () => {
    const origin = await startOrigin(site);
    const opened = await openTestStore();
    try {
      const env = { ...ENV, DATABASE_URL: opened.databaseUrl };
      const { code, stderr } = await runCli(['feeds', 'discover', `${origin.url}/`, '--add'], { env });
      expect(stderr).toContain('1 added');
      expect(code).toBe(0);
      expect((await opened.store.listFeeds()).map(({ url }) => url)).toEqual([`${origin.url}/feed`]);
    } finally {
      await opened.close();
    }
  });
});
