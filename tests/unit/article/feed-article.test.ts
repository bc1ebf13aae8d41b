import { describe, expect, it } from 'vitest';
import { articleFromFeed } from '../../../src/article/feed-article.js';

const entry = {
  url: 'https://www.news.example/a?utm_source=rss',
  title: 'Locks &amp; keys',
  contentHtml: null,
  summary: 'A <b>short</b> summary.',
  author: ' Ana  Ruiz ',
  publishedAt: '2024-04-22T00:00:00.000Z',
};

describe('articleFromFeed', () => {
  it('takes the content, cleaned as a page is', () => {
    const contentHtml = `<p>The locks of the canal at Töre were opened on Monday, for the first time in a year.</p>
      <script>track()</script><p>Boats from Finland came through by noon, the keeper said.</p>
      <p>The post <a href="/a">Locks and keys</a> appeared first on <a href="/">News</a>.</p>`;
    expect(articleFromFeed({ ...entry, contentHtml })).toEqual({
      title: 'Locks & keys',
      byline: 'Ana Ruiz',
      publishedAt: '2024-04-22T00:00:00.000Z',
      modifiedAt: null,
      lang: 'en',
      site: 'news.example',
      canonicalUrl: 'https://www.news.example/a',
      summary: 'A short summary.',
      section: null,
      keywords: [],
      imageUrl: null,
      text: 'The locks of the canal at Töre were opened on Monday, for the first time in a year.\n\nBoats from Finland came through by noon, the keeper said.',
      method: 'feed',
      confidence: 0.6,
      kind: 'article',
      isPaywalled: false,
    });
  });

  it('falls back on the summary, then on nothing', () => {
    expect(articleFromFeed(entry).text).toBe('A short summary.');
    expect(articleFromFeed({ ...entry, summary: null, title: null, author: null })).toMatchObject({
      text: '',
      title: null,
      byline: null,
      summary: null,
    });
  });
});
