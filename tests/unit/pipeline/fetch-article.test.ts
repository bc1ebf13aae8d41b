import { describe, expect, it } from 'vitest';
import { PermanentError, TransientError } from '../../../src/errors.js';
import type { ArticleBody, ArticleToFetch } from '../../../src/model/article-record.js';
import type { ExtractedArticle } from '../../../src/model/article.js';
import { fetchArticle, type FetchArticleDeps } from '../../../src/pipeline/fetch-article.js';
import { sampleArticleToFetch, sampleExtractedArticle } from '../../helpers/sample-records.js';

interface World {
  readonly article?: ArticleToFetch | null;
  readonly extracted?: Partial<ExtractedArticle>;
  /** Where redirects led. */
  readonly pageUrl?: string;
  readonly stored?: 'stored' | 'duplicate' | 'unchanged';
  /** What fetching the page throws. */
  readonly failure?: Error;
  /** The text that the feed carried. */
  readonly feedText?: string;
}

/** Dependencies of plain objects that note what they are asked for. */
function createWorld({
  article = sampleArticleToFetch(),
  extracted = {},
  pageUrl,
  stored = 'stored',
  failure,
  feedText = '',
}: World) {
  const calls: string[] = [];
  const bodies: ArticleBody[] = [];
  const deps: FetchArticleDeps = {
    findArticle: () => Promise.resolve(article),
    fetchPage(url) {
      calls.push(`fetch ${url}`);
      if (failure !== undefined) return Promise.reject(failure);
      return Promise.resolve({ url: pageUrl ?? url, contentType: 'text/html', body: new Uint8Array() });
    },
    extractArticle(page) {
      calls.push(`extract ${page.url}`);
      return Promise.resolve(sampleExtractedArticle(extracted));
    },
    articleFromFeed(input) {
      calls.push(`from feed ${input.url}`);
      return Promise.resolve(sampleExtractedArticle({ text: feedText, method: 'feed' }));
    },
    storeBody(body) {
      calls.push('store');
      bodies.push(body);
      return Promise.resolve(stored);
    },
    skip(id, reason) {
      calls.push(`skip ${id} ${reason}`);
      return Promise.resolve();
    },
    hashText: (text) => `hash of ${text.length}`,
    enqueueTags(ids) {
      calls.push(`enqueue ${ids.join(' ')}`);
      return Promise.resolve();
    },
  };
  return { deps, calls, bodies };
}

async function fetchIn(world: World) {
  const { deps, calls, bodies } = createWorld(world);
  const { outcome } = await fetchArticle(deps, { articleId: '31' });
  return { outcome, calls, body: bodies[0] };
}

describe('fetchArticle', () => {
  it('stores the body first and makes the tagging job then', async () => {
    const { outcome, calls, body } = await fetchIn({ pageUrl: 'https://news.example/2026/dam' });
    expect(outcome).toBe('stored');
    expect(calls).toEqual([
      'fetch https://news.example/dam',
      'extract https://news.example/2026/dam',
      'store',
      'enqueue 31',
    ]);
    const { text } = sampleExtractedArticle();
    expect(body).toMatchObject({ articleId: '31', contentHash: `hash of ${text.length}`, article: { text } });
  });

  it.each(['duplicate', 'unchanged'] as const)('tags nothing when the store says %s', async (stored) => {
    const { outcome, calls } = await fetchIn({ stored });
    expect(outcome).toBe(stored);
    expect(calls.at(-1)).toBe('store');
  });

  it('fetches no page for an article that was removed or is past that', async () => {
    expect(await fetchIn({ article: null })).toMatchObject({ outcome: 'removed', calls: [] });
    for (const status of ['fetched', 'tagged', 'skipped', 'duplicate', 'failed'] as const) {
      const article = sampleArticleToFetch({ status });
      expect(await fetchIn({ article })).toMatchObject({ outcome: 'unchanged', calls: [] });
    }
  });

  it('skips pages with no text or too little, with the reason', async () => {
    const empty = await fetchIn({ extracted: { text: '' } });
    expect(empty.outcome).toBe('skipped: no_text');
    expect(empty.calls.at(-1)).toBe('skip 31 no_text');
    const short = await fetchIn({ extracted: { text: 'x'.repeat(139) } });
    expect(short.outcome).toBe('skipped: too_short');
    expect(short.calls.at(-1)).toBe('skip 31 too_short');
    expect((await fetchIn({ extracted: { text: 'x'.repeat(140) } })).outcome).toBe('stored');
  });

  it.each(['home', 'video', 'error', 'consent', 'login'] as const)(
    'skips a page that is no article but %s, whatever it says, and tags nothing',
    async (kind) => {
      const { outcome, calls } = await fetchIn({ extracted: { kind } });
      expect(outcome).toBe(`skipped: ${kind}`);
      expect(calls.at(-1)).toBe(`skip 31 ${kind}`);
    },
  );

  it('fills gaps of the page from the feed, and nothing else', async () => {
    const offered = {
      title: 'Title of the feed',
      summary: 'Summary of the feed',
      author: 'Author of the feed',
      publishedAt: '2026-02-28T00:00:00.000Z',
      content: null,
    };
    const article = sampleArticleToFetch({ offered });
    const silent = { title: null, summary: null, byline: null, publishedAt: null };
    expect((await fetchIn({ article, extracted: silent })).body?.article).toMatchObject({
      title: offered.title,
      summary: offered.summary,
      byline: offered.author,
      publishedAt: offered.publishedAt,
    });
    expect((await fetchIn({ article })).body?.article).toEqual(sampleExtractedArticle());
  });

  it.each([
    ['the page names none', null, 'https://news.example/dam?id=1'],
    ['the page names its own', 'https://news.example/dam', 'https://news.example/dam'],
    ['it is on the site’s www host', 'https://www.news.example/dam', 'https://www.news.example/dam'],
    [
      'it carries tracking parameters',
      'https://news.example/dam?utm_medium=x#top',
      'https://news.example/dam',
    ],
    ['it is of another site', 'https://other.example/dam', 'https://news.example/dam?id=1'],
    ['it is of a subdomain', 'https://blog.news.example/dam', 'https://news.example/dam?id=1'],
    ['it is on another port', 'https://news.example:8443/dam', 'https://news.example/dam?id=1'],
    ['it is no web address', 'javascript:alert(1)', 'https://news.example/dam?id=1'],
    ['it is no address at all', 'dam', 'https://news.example/dam?id=1'],
  ])('chooses the canonical address when %s', async (_, canonicalUrl, chosen) => {
    const { body } = await fetchIn({
      pageUrl: 'https://news.example/dam?id=1&utm_source=feed',
      extracted: { canonicalUrl },
    });
    expect(body?.canonicalUrl).toBe(chosen);
  });

  it('trusts the canonical address of where redirects led, not of where they began', async () => {
    const { body } = await fetchIn({
      article: sampleArticleToFetch({ url: 'https://short.example/x' }),
      pageUrl: 'https://m.news.example/dam',
      extracted: { canonicalUrl: 'https://www.news.example/dam' },
    });
    expect(body?.canonicalUrl).toBe('https://www.news.example/dam');
  });

  it('stores and skips nothing when the page is no page', async () => {
    const { deps, calls } = createWorld({});
    const failing = {
      ...deps,
      extractArticle: () => Promise.reject(new PermanentError('not_html', 'a PDF')),
    };
    await expect(fetchArticle(failing, { articleId: '31' })).rejects.toMatchObject({ code: 'not_html' });
    expect(calls).toEqual(['fetch https://news.example/dam']);
  });

  describe('takes the text of the feed', () => {
    const whole = 'The dam held. '.repeat(60);
    const offered = { ...sampleArticleToFetch().offered, content: `<p>${whole}</p>` };
    const article = sampleArticleToFetch({ offered });
    const refused = new PermanentError('http_403', 'refused');

    it.each(['http_403', 'http_404', 'not_html', 'robots_disallowed'] as const)('after %s', async (code) => {
      const { outcome, calls, body } = await fetchIn({
        article,
        failure: new PermanentError(code, 'no page'),
        feedText: whole,
      });
      expect(outcome).toBe('stored: feed_text');
      expect(calls.at(-1)).toBe('enqueue 31');
      expect(body).toMatchObject({ feedTextReason: code, article: { method: 'feed', text: whole } });
    });

    it('of a page for subscribers, and keeps what the page says of itself', async () => {
      const { body } = await fetchIn({
        article,
        extracted: { isPaywalled: true, title: 'Title of the page' },
        feedText: whole,
      });
      expect(body).toMatchObject({
        feedTextReason: 'paywall',
        article: { method: 'feed', text: whole, title: 'Title of the page' },
      });
    });

    it.each(['consent', 'login', 'error'] as const)(
      'in place of a page of kind %s, of which nothing is kept',
      async (kind) => {
        const { outcome, body } = await fetchIn({
          article,
          pageUrl: 'https://consent.example/wall?for=dam',
          extracted: { kind, title: 'Before you continue', canonicalUrl: 'https://consent.example/wall' },
          feedText: whole,
        });
        expect(outcome).toBe('stored: feed_text');
        expect(body).toMatchObject({
          feedTextReason: kind,
          canonicalUrl: 'https://news.example/dam',
          article: { method: 'feed', text: whole, title: sampleExtractedArticle().title },
        });
      },
    );

    it('but not where the page has more', async () => {
      const longer = 'All of it. '.repeat(200);
      const { body } = await fetchIn({
        article,
        extracted: { isPaywalled: true, text: longer },
        feedText: whole,
      });
      expect(body).toMatchObject({ feedTextReason: null, article: { text: longer } });
    });

    it('but not a teaser, nor one that breaks off', async () => {
      for (const feedText of ['A teaser.', `${whole} …`, `${whole} Read more »`]) {
        await expect(fetchIn({ article, failure: refused, feedText })).rejects.toBe(refused);
      }
    });

    it('but waits for what may heal', async () => {
      const failure = new TransientError('timeout', 'slow');
      await expect(fetchIn({ article, failure, feedText: whole })).rejects.toBe(failure);
    });
  });
});
