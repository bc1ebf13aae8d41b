import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.js';
import { renderSummary } from '../../../src/cli/render-summary.js';
import { runIngest } from '../../../src/cli/run-ingest.js';
import { openTestApp, startServices, type Services } from '../../helpers/pipeline.js';

const SENTENCES = [
  'The council of the port met on Tuesday to decide on the new bridge over the river.',
  'Engineers told the members that the old piers would carry no more than two lanes of lorries.',
  'The vote was put off until spring, because two members asked for another look at the figures.',
  'Until then lorries take the road by the mill, which adds twenty minutes to the way.',
];
/** Each page has a line of its own: the same text twice on one site is one article. */
const storyOf = (page: string) =>
  [...SENTENCES, `This is what ${page} says.`].map((sentence) => `<p>${sentence} ${sentence}</p>`).join('');
const WALL =
  '<title>Paper</title><h1>Before you continue</h1><p>We and our partners use cookies and process personal data.</p><button>Accept all</button>';
const ODD_PAGE = `<title>Odd</title><ul class="odd">${SENTENCES.map((sentence) => `<li>${sentence}</li>`).join('')}</ul>
  <div class="other">${'<p>Words about another thing altogether, which go on and on, as notes of that sort do.</p>'.repeat(20)}</div>`;

/** What each path answers with; a wall falls once somebody has agreed. */
function createPages() {
  let hasAgreed = false;
  return {
    agree: () => (hasAgreed = true),
    answer: (path: string) => {
      const pages: Record<string, string> = {
        '/story': `<title>Vote put off</title><article><h1>Vote put off</h1>${storyOf('the story')}</article>`,
        '/wall': hasAgreed
          ? `<title>Mill road</title><article><h1>Mill road</h1>${storyOf('the page behind the wall')}</article>`
          : WALL,
        '/wall-with-feed-text': WALL,
        '/gone': '<title>Page not found</title><h1>Page not found</h1><p>Try our front page.</p>',
        '/film':
          '<title>Film</title><meta property="og:type" content="video.other"><p>A film of the old bridge and its nineteen piers, taken from a boat.</p>',
        '/odd': ODD_PAGE,
      };
      return pages[path];
    },
  };
}

function renderFeed(base: string): string {
  const items = ['story', 'wall', 'gone', 'film', 'odd'].map(
    (path) => `<item><title>Item ${path}</title><link>${base}/${path}</link></item>`,
  );
  const whole = `<item><title>Whole in the feed</title><link>${base}/wall-with-feed-text</link><content:encoded><![CDATA[${storyOf('the feed')}]]></content:encoded></item>`;
  return `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Paper</title>${items.join('')}${whole}</channel></rss>`;
}

describe('pages that are no articles', () => {
  const pages = createPages();
  let services: Services;
  let app: App;
  let server: Server;
  let base: string;
  let dir: string;
  let summary: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = request.url ?? '/';
      if (path === '/feed.xml') {
        response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(renderFeed(base));
        return;
      }
      const html = pages.answer(path);
      response.writeHead(html === undefined ? 404 : 200, { 'content-type': 'text/html' }).end(html);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    base = `http://paper.localhost:${(server.address() as AddressInfo).port}`;
    dir = mkdtempSync(join(tmpdir(), 'wirewatch-rules-'));
    const rules = join(dir, 'site-rules.yml');
    writeFileSync(rules, 'localhost: { keep: .odd, title: title }\n');
    const started = await startServices('postgres');
    if (started === null) throw new Error('Postgres needs no Redis, so this can not be');
    services = started;
    app = await openTestApp(services, { WIREWATCH_ALLOW_HOSTS: '*.localhost', WIREWATCH_SITE_RULES: rules });
    const { ids } = await app.store.upsertFeeds([{ url: `${base}/feed.xml` }]);
    const run = await runIngest(app, { feedIds: ids, onProgress: () => undefined });
    summary = renderSummary(await app.store.summariseRun(run), 1);
  }, 120_000);
  afterAll(async () => {
    await app.close();
    server.close();
    server.closeAllConnections();
    await once(server, 'close');
    await services.close();
    rmSync(dir, { recursive: true });
  });

  async function readRow(path: string) {
    const [row] = await app.db.query<{ status: string; reason: string | null; text: string | null }>(
      'select status, status_reason as reason, text from articles where url = $1',
      [`${base}/${path}`],
    );
    return row;
  }

  it.each([
    ['wall', 'consent'],
    ['gone', 'error'],
    ['film', 'video'],
  ])('are kept with their kind as the reason, and without a text: /%s is %s', async (path, kind) => {
    expect(await readRow(path)).toEqual({ status: 'skipped', reason: kind, text: null });
  });

  it('are counted in the summary and the metrics', async () => {
    expect(summary).toContain('1 × skipped: consent');
    expect(summary).toContain('1 × skipped: video');
    expect(await app.metrics.registry.metrics()).toContain(
      'wirewatch_stage_outcomes_total{stage="articles",outcome="skipped: error"} 1',
    );
  });

  it('give way to the text that the feed carried', async () => {
    expect(await readRow('wall-with-feed-text')).toMatchObject({
      status: 'tagged',
      reason: 'consent',
      text: expect.stringContaining(SENTENCES[3] ?? '') as string,
    });
  });

  it('leave articles alone, and rules for a site are followed in the threads', async () => {
    expect(await readRow('story')).toMatchObject({ status: 'tagged', reason: null });
    expect(await readRow('odd')).toMatchObject({ status: 'tagged', text: SENTENCES.join('\n\n') });
  });

  it('are listed, newest first, and can be fetched again', async () => {
    const consent = await app.store.listSkipped({ reason: 'consent' }, 10);
    expect(consent).toMatchObject([{ url: `${base}/wall`, title: 'Item wall', reason: 'consent' }]);
    expect(await app.store.listSkipped({}, 10)).toHaveLength(3);
    expect(await app.store.listSkipped({ since: new Date(Date.now() + 60_000) }, 10)).toEqual([]);

    pages.agree();
    const ids = await app.store.reopenSkipped({ reason: 'consent' });
    expect(ids).toEqual(consent.map(({ id }) => id));
    await app.queues.enqueue(
      'articles',
      ids.map((articleId) => ({ articleId })),
    );
    await expect
      .poll(() => readRow('wall'), { timeout: 20_000 })
      .toMatchObject({ status: 'tagged', reason: null });
    expect(await app.store.listSkipped({}, 10)).toHaveLength(2);
  });
});
