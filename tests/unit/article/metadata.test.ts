import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/article/extract-article.js';

const url = 'https://www.news.example/world/story-1';
const read = (head: string, body = '') =>
  extractArticle({ url, html: `<html><head>${head}</head><body>${body}</body></html>` });
const json = (object: unknown) => `<script type="application/ld+json">${JSON.stringify(object)}</script>`;

describe('title', () => {
  it('is the heading that another carrier confirms', () => {
    const { title } = read(
      '<title>Ferry sinks off Visby - Harbour Times</title><meta property="og:site_name" content="Harbour Times">',
      '<h1>Harbour Times</h1><h1>Ferry sinks off Visby</h1>',
    );
    expect(title).toBe('Ferry sinks off Visby');
  });

  it('is not a slogan in the heading', () => {
    expect(
      read('<meta property="og:title" content="Ferry sinks off Visby">', '<h1>News that matters</h1>').title,
    ).toBe('Ferry sinks off Visby');
  });

  it('is the wording of the majority', () => {
    const head = `<meta property="og:title" content="Ferry sinks, two rescued">${json({ '@type': 'NewsArticle', headline: 'Ferry sinks, two rescued' })}`;
    expect(read(head, '<h1>Live: Ferry sinks, two rescued by trawler</h1>').title).toBe(
      'Ferry sinks, two rescued',
    );
  });

  it('is the one that a newsroom wrote to stand outside of its page', () => {
    const head = (twitter: string) =>
      `<title>Ferry sinks off Visby</title><meta property="og:title" content="Two rescued as ferry sinks">${twitter}` +
      json({ '@type': 'NewsArticle', headline: 'Ferry sinks off Visby' });
    const body = '<h1>Ferry sinks off Visby</h1>';
    expect(read(head(''), body).title).toBe('Two rescued as ferry sinks');
    const twitter = '<meta name="twitter:title" content="Ferry sinks off Visby">';
    expect(read(head(twitter), body).title).toBe('Ferry sinks off Visby');
  });

  it('goes without the section that only some carriers have behind it', () => {
    const head = `<title>Ferry sinks off Visby-World</title><meta property="og:title" content="Ferry sinks off Visby-World">`;
    expect(read(head, '<h1>Ferry sinks off Visby</h1>').title).toBe('Ferry sinks off Visby');
  });

  it('is null when the page has none', () => {
    expect(read('').title).toBeNull();
  });
});

describe('byline', () => {
  it('goes from JSON-LD to the visible line', () => {
    const authors = json({
      '@type': 'NewsArticle',
      author: [{ '@type': 'Person', name: 'Ana Ruiz' }, 'Li Wei'],
    });
    expect(read(`${authors}<meta name="author" content="Kofi Mensah">`).byline).toBe('Ana Ruiz, Li Wei');
    expect(read('<meta name="author" content="Kofi Mensah">').byline).toBe('Kofi Mensah');
    expect(read('', '<span class="byline">By<a href="/p">Ana Ruiz</a>4 May</span>').byline).toBe('Ana Ruiz');
    expect(read('', '<p>By Ana Ruiz, Harbour Correspondent</p>').byline).toBe('Ana Ruiz');
  });

  it('follows a reference within JSON-LD', () => {
    const graph = {
      '@graph': [
        { '@type': 'NewsArticle', author: { '@id': '#a' } },
        { '@type': 'Person', '@id': '#a', name: 'Ana Ruiz' },
      ],
    };
    expect(read(json(graph)).byline).toBe('Ana Ruiz');
  });

  it('leaves out an account that JSON-LD names and the page never shows', () => {
    const account = { '@type': 'Person', '@id': '#/schema/person/1', name: 'Ana Ruiz' };
    const post = json({ '@type': 'Article', author: account });
    expect(read(post).byline).toBeNull();
    expect(read(post, '<footer><p>Posted by Ana Ruiz</p></footer>').byline).toBe('Ana Ruiz');
  });

  it('is the outlet that declares itself the author when nobody else is named', () => {
    const site = '<meta property="og:site_name" content="Harbour Times">';
    const story = json({
      '@type': 'NewsArticle',
      author: { '@type': 'Organization', name: 'Harbour Times' },
    });
    expect(read(site + story).byline).toBe('Harbour Times');
    expect(read(site + story, '<p class="byline">By Ana Ruiz</p>').byline).toBe('Ana Ruiz');
    const shared = json({ '@type': 'NewsArticle', author: 'Harbour Times with AFP' });
    expect(read(site + shared).byline).toBe('Harbour Times, AFP');
  });

  it.each([
    ['a link to an author page', '<p class="intro">by <a href="/author/ana-ruiz/">Ana Ruiz</a> · 4 May</p>'],
    [
      'names in elements of their own',
      '<div class="article-byline"><span>Ana Ruiz</span><span>Li Wei</span></div>',
    ],
    ['a column named for its sidebar', '<div class="sidebar-content"><p class="author">Ana Ruiz</p></div>'],
    [
      'a box around the headline',
      '<div class="latest"><h1>Ferry sinks</h1><p class="author">Ana Ruiz</p></div>',
    ],
  ])('is read from %s', (_, body) => {
    expect(read('', body).byline).toContain('Ana Ruiz');
  });

  it.each([
    ['a picture', '<span class="media-license-author">Ana Ruiz</span>'],
    ['a quote', '<div class="quote"><span class="author">Ana Ruiz</span></div>'],
    ['another story', '<div class="related-posts"><a href="/author/ana-ruiz">Ana Ruiz</a></div>'],
  ])('is not the author of %s', (_, body) => {
    expect(read('', body).byline).toBeNull();
  });

  it('is not invented from the site, a profile address or a comment', () => {
    expect(
      read(
        '<meta property="og:site_name" content="Harbour Times"><meta name="author" content="Harbour Times">',
      ).byline,
    ).toBeNull();
    expect(
      read('<meta property="article:author" content="https://social.example/harbour">').byline,
    ).toBeNull();
    expect(
      read(
        '',
        '<div class="comments"><span class="author">Troll Nine</span></div><p>By the way, it rained.</p>',
      ).byline,
    ).toBeNull();
  });
});

describe('dates', () => {
  it('trusts JSON-LD, then meta, then the page, then the URL', () => {
    const meta = '<meta property="article:published_time" content="2024-02-02T00:00:00Z">';
    const time = '<time datetime="2024-03-03">3 March</time>';
    expect(read(json({ '@type': 'Article', datePublished: '2024-01-01' }) + meta, time).publishedAt).toBe(
      '2024-01-01T00:00:00.000Z',
    );
    expect(read(meta, time).publishedAt).toBe('2024-02-02T00:00:00.000Z');
    expect(read('', time).publishedAt).toBe('2024-03-03T00:00:00.000Z');
    const dated = { url: 'https://news.example/2024/04/05/story', html: '<p>x</p>' };
    expect(extractArticle(dated).publishedAt).toBe('2024-04-05T00:00:00.000Z');
  });

  it('does not take the date of another story or of a comment', () => {
    expect(
      read(
        '',
        '<aside><time datetime="2020-01-01">x</time></aside><div class="comment"><time datetime="2021-01-01">x</time></div>',
      ).publishedAt,
    ).toBeNull();
  });

  it('reads days in the order of the page’s language', () => {
    const at = (lang: string) =>
      extractArticle({ url, html: `<html lang="${lang}"><p class="date">04/05/2024</p>` }).publishedAt;
    expect(at('en-US')).toBe('2024-04-05T00:00:00.000Z');
    expect(at('en-GB')).toBe('2024-05-04T00:00:00.000Z');
    expect(at('fr')).toBe('2024-05-04T00:00:00.000Z');
  });
});

describe('the rest', () => {
  it('resolves the canonical address and ignores one that names the home page', () => {
    expect(read('<link rel="canonical" href="/world/story-1?utm_source=x">').canonicalUrl).toBe(url);
    expect(read('<link rel="canonical" href="https://www.news.example/">').canonicalUrl).toBe(url);
    expect(read('<link rel="canonical" href="javascript:1">').canonicalUrl).toBe(url);
  });

  it('reads language, site and summary', () => {
    const html =
      '<html lang="pt-BR"><meta property="og:description" content="Em  resumo."><meta property="og:site_name" content="O Porto">';
    expect(extractArticle({ url, html })).toMatchObject({
      lang: 'pt',
      summary: 'Em resumo.',
      site: 'O Porto',
    });
    expect(read('')).toMatchObject({ lang: null, summary: null, site: 'news.example' });
  });

  it('believes the script of the text more than the declaration', () => {
    const text =
      '横須賀市は五日、市役所の端末が外部から不正に接続され、住民票の発行を停止したと発表した。個人情報の流出は確認されていないという。';
    expect(extractArticle({ url, html: `<html lang="en"><article><p>${text}</p></article>` }).lang).toBe(
      'ja',
    );
  });
});
