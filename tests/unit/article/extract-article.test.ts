import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/article/extract-article.js';
import { PAGE_LIMITS } from '../../../src/article/page-limits.js';
import { PermanentError } from '../../../src/errors.js';

const url = 'https://news.example/story';

describe('extractArticle', () => {
  it('has no text for pages without a body', () => {
    for (const html of ['', '   ', '<html></html>', '<nav><a href="/">Home</a></nav>', '\u0000\u0001']) {
      expect(extractArticle({ url, html }).text).toBe('');
    }
  });

  it('takes the article rather than comments that outweigh it', () => {
    const comment =
      '<p>I have read this twice and still cannot say which of the two ports is meant here.</p>';
    const html = `<body><article><p>The port of Vessby closed two of its three basins on Tuesday, the harbour master said.</p>
      <p>Both will open again once divers have looked at the gates, which may take until the weekend.</p></article>
      <div id="comments">${comment.repeat(40)}</div></body>`;
    const { text } = extractArticle({ url, html });
    expect(text).toContain('port of Vessby');
    expect(text).not.toContain('read this twice');
  });

  it('keeps a body whose every paragraph carries a doubtful name', () => {
    const html = `<body><h1>Five routers compared</h1>${[1, 2, 3, 4, 5]
      .map(
        (n) =>
          `<p class="paywall">Router ${n} held its connection for a week, and its maker answered our letters.</p>`,
      )
      .join('')}</body>`;
    expect(extractArticle({ url, html }).text.split('\n\n')).toHaveLength(5);
  });

  it('prefers the page to a shorter JSON-LD body', () => {
    const paragraph =
      'The minister said on Friday that the ministry would not pay, whatever the group might publish next. ';
    const html = `<script type="application/ld+json">{"@type":"NewsArticle","articleBody":"The minister said on Friday"}</script>
      <article><p>${paragraph.repeat(3)}</p><p>${paragraph.repeat(2)}More follows.</p></article>`;
    const article = extractArticle({ url, html });
    expect(article.method).toBe('scored');
    expect(article.text).toContain('More follows.');
  });

  it('removes pointers inside sentences and leaves other brackets alone', () => {
    const html = `<article><p>The gang took $4 million (see: Hackers Drain Harbour Accounts). Police (in both towns) are looking.</p>
      <p>Nobody was hurt, and the accounts were frozen by noon, said the bank [see also: Frozen Accounts].</p></article>`;
    expect(extractArticle({ url, html }).text).toBe(
      'The gang took $4 million. Police (in both towns) are looking.\n\n' +
        'Nobody was hurt, and the accounts were frozen by noon, said the bank.',
    );
  });

  it('stops at headings that end an article', () => {
    const html = `<article><p>The inquiry opened on Monday in a court that had no electricity for most of the morning.</p>
      <p>It will hear forty witnesses before the summer, among them two former ministers.</p>
      <h3>About the Author</h3><p>Ola Berg has written about courts since 1999 and keeps bees on a roof in Bergen.</p></article>`;
    expect(extractArticle({ url, html }).text).not.toContain('bees');
  });

  it('cuts long texts at a paragraph border', () => {
    const html = `<article>${Array.from({ length: 6_000 }, (_, n) => `<p>Paragraph ${n} of a very long report, with a full stop.</p>`).join('')}</article>`;
    const { text } = extractArticle({ url, html });
    expect(text.length).toBeLessThanOrEqual(PAGE_LIMITS.maxTextLength);
    expect(text.length).toBeGreaterThan(PAGE_LIMITS.maxTextLength - 100);
    expect(text.endsWith('full stop.')).toBe(true);
  });

  it('refuses markup larger than any page', () => {
    const html = 'x'.repeat(PAGE_LIMITS.maxHtmlLength + 1);
    expect(() => extractArticle({ url, html })).toThrow(PermanentError);
  });
});

describe('hostile markup', () => {
  // The runner's time limit is the bound: what was quadratic took minutes.
  const pages: Record<string, string> = {
    'nesting of 100,000': `${'<div>'.repeat(100_000)}text${'</div>'.repeat(100_000)}`,
    'unclosed inline tags': `<p>${'<b>x '.repeat(100_000)}`,
    'a million nodes': '<i></i>'.repeat(1_000_000),
    'a million paragraphs': '<p>x'.repeat(1_000_000),
    'nested headers': `${'<header>'.repeat(400)}${'<i></i>'.repeat(200_000)}`,
    'a class of a megabyte': `<p class="${'ad '.repeat(300_000)}">x`,
    'a million brackets': '<'.repeat(1_000_000),
    'open pointers': `<p>${'(see: '.repeat(200_000)}`,
    'nested JSON-LD': `<script type="application/ld+json">${'['.repeat(500_000)}</script>`,
    'markup in JSON-LD': `<script type="application/ld+json">{"@type":"Article","articleBody":"${'<p>'.repeat(200_000)}"}</script>`,
    'a title of separators': `<title>${'- '.repeat(500_000)}</title><meta property="og:title" content="${'-'.repeat(500_000)}x">`,
    'many equal meta tags': '<meta name="author" content="x">'.repeat(100_000),
    'many attributes': `<p ${Array.from({ length: 100_000 }, (_, n) => `a${n}=1`).join(' ')}>x`,
  };

  it.each(Object.keys(pages))('%s', (name) => {
    expect(typeof extractArticle({ url, html: pages[name] ?? '' }).text).toBe('string');
  });

  it('never throws on random markup', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div class="related">',
        '</div>',
        '<br>',
        '<table><tr><td>',
        '</table>',
        '<h1>',
        '<html lang="de">',
        '<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"name":["A B"]}}]}</script>',
        '<meta name="date" content="2024-13-45">',
        '<time datetime="x">',
        '<a href="',
        '">',
        '<!--',
        '-->',
        '&#0;',
        '&nbsp;',
        '</html>',
        '<link rel="canonical" href="http://[">',
        '<svg>',
        '<title>',
        '<article itemprop="articleBody">',
        '(see: x)',
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), fc.string(), (pieces, anyUrl) => {
        const article = extractArticle({ url: anyUrl, html: pieces.join('') });
        expect(article.text).toBe(article.text.normalize('NFC'));
        expect(article.text).not.toMatch(/\0|\n{3}/);
      }),
      { numRuns: 300 },
    );
  });
});
