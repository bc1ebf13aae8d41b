import { createServer } from 'node:http';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { makeScratchDir } from '../demo/scratch-dir.js';
import { openApp, type App } from '../src/app.js';
import { runIngest } from '../src/cli/run-ingest.js';
import { parseConfig } from '../src/config.js';

/** Offsets into the text, end exclusive. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The parts of the kit's file that are compared. */
interface Seed {
  readonly title: string;
  readonly text: string;
  readonly body: Stretch;
  readonly boilerplate: readonly (Stretch & { readonly kind: string; readonly text: string })[];
  readonly inlineLinks: readonly (Stretch & { readonly text: string })[];
  readonly countries: readonly { readonly code: string; readonly opt?: boolean }[];
  readonly actors: readonly { readonly name: string; readonly type: string; readonly opt?: boolean }[];
  readonly money: readonly { readonly amount: number; readonly currency: string; readonly opt?: boolean }[];
}

/**
 * Serves the kit's article as a page in a feed, runs the whole pipeline on it, and compares what Postgres holds
 * with the gold.
 *
 * @param file - seed.json of the tagging kit
 * @returns the exit code: 0 when the body is whole and holds none of the boilerplate
 */
export async function scoreSeed(file: string): Promise<number> {
  const seed = JSON.parse(await readFile(file, 'utf8')) as Seed;
  const site = await serveSeed(seed);
  const scratch = await makeScratchDir();
  const app = await openApp(
    parseConfig({
      WIREWATCH_LOG_LEVEL: 'error',
      WIREWATCH_DATA_DIR: scratch.path,
      WIREWATCH_ALLOW_HOSTS: '*.localhost',
      WIREWATCH_HOST_DELAY_MS: '0',
    }),
    { schema: 'apply' },
  );
  try {
    const { ids } = await app.store.upsertFeeds([{ url: site.feedUrl }]);
    await runIngest(app, { feedIds: ids, onProgress: () => undefined });
    return await compare(app, seed);
  } finally {
    await app.close();
    await site.close();
    await scratch.remove();
  }
}

async function compare(app: App, seed: Seed): Promise<number> {
  const [article] = await app.db.query<{
    id: string;
    status: string;
    text: string | null;
    last_error: string | null;
  }>('select id, status, text, last_error from articles');
  if (article?.text == null) {
    console.log(`the article was not stored: ${article?.status ?? 'no row'} ${article?.last_error ?? ''}`);
    return 1;
  }
  const text = article.text;
  const expected = bodyParagraphs(seed);
  const missing = expected.filter((paragraph) => !fold(text).includes(fold(paragraph)));
  const strangers = [...readLines(seed).filter(({ kind }) => kind !== null), ...seed.inlineLinks];
  // A title repeated in a caption can't be told from the title itself.
  const kept = strangers
    .map((part) => part.text)
    .filter((part) => part !== seed.title && fold(text).includes(fold(part)));
  console.log(
    `body: ${expected.length - missing.length} of ${expected.length} paragraphs, ${kept.length} pieces of boilerplate kept`,
  );
  for (const paragraph of missing) console.log(`  missing: ${paragraph.slice(0, 100)}`);
  for (const part of kept) console.log(`  kept: ${part.slice(0, 100)}`);

  const tags = await readTags(app, article.id);
  report(
    'countries',
    seed.countries.map((mention) => ({ ...mention, value: mention.code })),
    tags.countries,
  );
  for (const type of ['threat-actor', 'person', 'organisation']) {
    report(
      `actors (${type})`,
      seed.actors
        .filter((mention) => mention.type === type)
        .map((mention) => ({ ...mention, value: mention.name })),
      tags.actors.filter((actor) => actor.kind === type).map((actor) => actor.name),
    );
  }
  report(
    'money',
    seed.money.map((mention) => ({ ...mention, value: `${mention.amount} ${mention.currency}` })),
    tags.money,
  );
  return missing.length + kept.length > 0 ? 1 : 0;
}

/** Distinct values of the document; optional ones count neither way. */
function report(
  kind: string,
  gold: readonly { value: string; opt?: boolean }[],
  found: readonly string[],
): void {
  const wanted = new Set(gold.filter((mention) => mention.opt !== true).map((mention) => mention.value));
  const allowed = new Set(gold.map((mention) => mention.value));
  const got = new Set(found);
  const missed = [...wanted].filter((value) => !got.has(value));
  const extra = [...got].filter((value) => !allowed.has(value));
  console.log(`${kind}: ${wanted.size - missed.length} of ${wanted.size} found, ${extra.length} besides`);
  if (missed.length > 0) console.log(`  missed: ${missed.join(', ')}`);
  if (extra.length > 0) console.log(`  besides: ${extra.join(', ')}`);
}

async function readTags(app: App, articleId: string) {
  const countries = await app.db.query<{ code: string }>(
    'select distinct code from country_mentions where article_id = $1 and said',
    [articleId],
  );
  const actors = await app.db.query<{ name: string; kind: string }>(
    'select distinct a.name, a.kind from actor_mentions m join actors a on a.id = m.actor_id where article_id = $1',
    [articleId],
  );
  const money = await app.db.query<{ amount: string; currency: string }>(
    'select amount::text as amount, currency from money_mentions where article_id = $1',
    [articleId],
  );
  return {
    countries: countries.map((row) => row.code),
    actors,
    money: money.map((row) => `${Number(row.amount)} ${row.currency}`),
  };
}

/** A line of the kit's text with the kind of boilerplate that it is, if any. */
interface Line {
  readonly text: string;
  readonly start: number;
  readonly kind: string | null;
}

function readLines(seed: Seed): Line[] {
  return [...seed.text.matchAll(/[^\n]+/g)].map(({ 0: text, index: start }) => ({
    text,
    start,
    kind: seed.boilerplate.find((part) => part.start <= start && start < part.end)?.kind ?? null,
  }));
}

function bodyParagraphs(seed: Seed): string[] {
  return readLines(seed)
    .filter(({ start, kind }) => kind === null && start >= seed.body.start && start < seed.body.end)
    .map(({ text }) => seed.inlineLinks.reduce((rest, pointer) => rest.replace(pointer.text, ''), text));
}

/** White space, brackets left by removed pointers and the kind of quotes don't matter here. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[“”"]/g, '"')
    .replace(/[\s()]+/g, '')
    .toLowerCase();
}

async function serveSeed(seed: Seed): Promise<{ feedUrl: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const isFeed = request.url === '/feed.xml';
    response.setHeader('content-type', isFeed ? 'application/rss+xml' : 'text/html; charset=utf-8');
    response.statusCode = isFeed || request.url === '/article' ? 200 : 404;
    const { port } = server.address() as AddressInfo;
    response.end(isFeed ? renderFeed(seed, port) : renderPage(seed));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    feedUrl: `http://seed.localhost:${port}/feed.xml`,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function renderFeed(seed: Seed, port: number): string {
  return `<rss version="2.0"><channel><title>Seed</title><link>http://seed.localhost:${port}/</link><description>One article</description>
<item><title>${escape(seed.title)}</title><link>http://seed.localhost:${port}/article</link><guid>seed-1</guid></item></channel></rss>`;
}

/** The kit keeps the page's text alone: its lines get the markup that such sites give them. */
function renderPage(seed: Seed): string {
  const lines = readLines(seed);
  const inside = lines.filter(({ start }) => start < seed.body.end).map(renderLine);
  const behind = lines.filter(({ start }) => start >= seed.body.end).map(renderLine);
  return `<!doctype html><html lang="en"><head><title>${escape(seed.title)}</title></head>
<body><nav><a href="/">Home</a> <a href="/news">News</a></nav><main><article>
${inside.join('\n')}
</article>${behind.join('\n')}</main></body></html>`;
}

function renderLine({ text, kind }: Line): string {
  const escaped = escape(text);
  if (kind === null) return `<p>${escaped}</p>`;
  if (/caption|image/.test(kind))
    return `<figure><img src="/a.jpg" alt=""><figcaption>${escaped}</figcaption></figure>`;
  if (kind.includes('see-also')) return `<p><strong><a href="/asset">${escaped}</a></strong></p>`;
  if (kind.includes('bio')) return `<div class="author-bio"><p>${escaped}</p></div>`;
  if (kind.includes('cookie')) return `<div class="cookie-notice"><p>${escaped}</p></div>`;
  return `<div class="${kind.includes('footer') ? 'footer' : 'categories'}"><a href="/x">${escaped}</a></div>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
