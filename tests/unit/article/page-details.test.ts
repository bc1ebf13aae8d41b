import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/article/extract-article.js';

const url = 'https://www.news.example/world/ferry-sinks-1234';
const read = (head: string, at = url) =>
  extractArticle({ url: at, html: `<html><head>${head}</head><body><h1>Ferry sinks</h1></body></html>` });
const json = (object: unknown) => `<script type="application/ld+json">${JSON.stringify(object)}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

describe('section', () => {
  it('goes from JSON-LD to meta to the breadcrumb', () => {
    const crumbs = json({
      '@type': 'BreadcrumbList',
      itemListElement: [
        { position: 1, name: 'Home' },
        { position: 2, item: { name: 'World' } },
        { position: 3, name: 'Northern Europe' },
        { position: 4, name: 'Ferry sinks' },
      ],
    });
    expect(read(crumbs).section).toBe('Northern Europe');
    expect(read(crumbs + meta('article:section', 'News &amp; Views, World')).section).toBe('News & Views');
    const article = json({ '@type': 'NewsArticle', articleSection: ['Europe', 'World'] });
    expect(read(article + meta('article:section', 'News')).section).toBe('Europe');
  });

  it('is null when there is none, or only an address', () => {
    expect(read('').section).toBeNull();
    expect(read(meta('article:section', 'https://www.news.example/world')).section).toBeNull();
  });
});

describe('keywords', () => {
  it('come from the first carrier that has any', () => {
    expect(read(json({ '@type': 'Article', keywords: ['ferries', { name: 'Visby' }] })).keywords).toEqual([
      'ferries',
      'Visby',
    ]);
    expect(read(meta('article:tag', 'ferries') + meta('article:tag', 'Visby')).keywords).toEqual([
      'ferries',
      'Visby',
    ]);
    expect(read('<meta name="keywords" content="ferries, Visby；Ölands hamnar">').keywords).toEqual([
      'ferries',
      'Visby',
      'Ölands hamnar',
    ]);
    expect(read('').keywords).toEqual([]);
  });

  it('are none twice, no machine values, and few', () => {
    expect(
      read('<meta name="keywords" content="Ferries,ferries,#Visby,id:77,1234,,https://a.example">').keywords,
    ).toEqual(['Ferries', 'Visby']);
    const many = Array.from({ length: 5_000 }, (_, index) => `topic ${index}`).join(',');
    expect(read(json({ '@type': 'Article', keywords: many })).keywords).toHaveLength(30);
    expect(read(json({ '@type': 'Article', keywords: ['x'.repeat(101), 'y'] })).keywords).toEqual(['y']);
  });
});

describe('imageUrl', () => {
  it('is the lead picture, absolute, with the parameters that sign it', () => {
    expect(read(meta('og:image', '/img/ferry.jpg?w=1200&amp;s=abc')).imageUrl).toBe(
      'https://www.news.example/img/ferry.jpg?w=1200&s=abc',
    );
    const image = json({
      '@type': 'Article',
      image: [{ '@type': 'ImageObject', url: 'https://cdn.example/a.jpg' }],
    });
    expect(read(image).imageUrl).toBe('https://cdn.example/a.jpg');
    expect(read('<link rel="image_src" href="//cdn.example/b.jpg">').imageUrl).toBe(
      'https://cdn.example/b.jpg',
    );
  });

  it('is no logo, no placeholder and nothing but the web', () => {
    const image = json({ '@type': 'Article', image: 'https://cdn.example/a.jpg' });
    expect(read(meta('og:image', 'https://cdn.example/site-logo.png') + image).imageUrl).toBe(
      'https://cdn.example/a.jpg',
    );
    for (const address of [
      '/img/placeholder.jpg',
      'data:image/png;base64,AA',
      'javascript:1',
      `/${'x'.repeat(3_000)}`,
    ]) {
      expect(read(meta('og:image', address)).imageUrl, address).toBeNull();
    }
  });
});

describe('canonicalUrl', () => {
  const canonical = (href: string, at = url) =>
    read(`<link rel="canonical" href="${href}">`, at).canonicalUrl;

  it('is believed when it may be the article', () => {
    for (const address of [
      'https://www.news.example/ferry-sinks',
      'https://agency.example/story/9',
      'https://news.example/?p=12',
    ]) {
      expect(canonical(address)).toBe(address);
    }
    expect(canonical('https://www.news.example/world/ferry-sinks-1234', `${url}/amp`)).toBe(url);
  });

  it.each([
    ['the front page', 'https://www.news.example/index.html'],
    ['the front page of a language', 'https://www.news.example/en/'],
    ['an error page', 'https://errors.example/404.html'],
    ['a login page', 'https://www.news.example/login?next=a'],
    ['a section', 'https://www.news.example/world/'],
    ['an internal host', 'http://localhost/world/ferry-sinks-1234'],
    ['a staging host', 'https://staging.news.example/world/ferry-sinks-1234'],
    ['the AMP twin', 'https://www.news.example/amp/ferry-sinks-1234'],
    ['a value that was not filled in', 'https://www.news.example/world/undefined'],
    ['an address within a path', 'https://www.news.example/https%3A%2F%2Fwww.news.example%2Fa'],
  ])('is not %s', (_, address) => {
    expect(canonical(address)).toBe(url);
  });

  it('falls back on og:url', () => {
    const head = '<link rel="canonical" href="/">' + meta('og:url', 'https://www.news.example/ferry');
    expect(read(head).canonicalUrl).toBe('https://www.news.example/ferry');
  });
});

describe('summary', () => {
  it('is plain text without an invitation to read on', () => {
    expect(
      read(meta('og:description', 'Two crew were &lt;b&gt;rescued&lt;/b&gt; […] Read more »')).summary,
    ).toBe('Two crew were rescued…');
    expect(read(meta('og:description', 'Two crew were rescued [...]')).summary).toBe(
      'Two crew were rescued…',
    );
  });

  it('is no repetition of the title and no description of the site', () => {
    const site = json({ '@type': 'WebSite', description: 'News from the Baltic coast' });
    const head =
      site +
      meta('og:description', 'News from the Baltic coast') +
      meta('twitter:description', 'Ferry sinks');
    expect(read(head).summary).toBeNull();
    expect(read(`${head}${meta('dc.description', 'Two crew were rescued')}`).summary).toBe(
      'Two crew were rescued',
    );
  });
});
