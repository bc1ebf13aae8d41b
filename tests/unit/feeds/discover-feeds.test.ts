import { describe, expect, it } from 'vitest';
import {
  discoverFeeds,
  type DiscoverablePage,
  type FeedCandidate,
} from '../../../src/feeds/discover-feeds.js';

const SITE = 'https://site.example/';

function declaredBy(page: Partial<DiscoverablePage>): FeedCandidate[] {
  return discoverFeeds({ html: '', url: SITE, ...page }).filter(({ kind }) => kind === 'declared');
}

const urlsOf = (page: Partial<DiscoverablePage>): string[] => declaredBy(page).map(({ url }) => url);

describe('what a page declares', () => {
  it('comes first, comments after, guesses last', () => {
    const html = `<html><head><base href="/en/">
      <link rel="alternate" type="application/rss+xml" title="Comments" href="comments/feed">
      <LINK REL='alternate home' TYPE='application/atom+xml; charset=utf-8' TITLE='News &amp; more' HREF=atom.xml>
      <link rel="alternate" hreflang="de" href="/de/"><link rel="stylesheet" href="/feed.css">
      </head><body><a href="https://other.example/rss.xml">RSS</a><a href="/about">About</a>
      <script>"<link rel=alternate type=application/rss+xml href=/trap>"</script></body></html>`;
    const found = discoverFeeds({ html, url: 'https://site.example/a/b' });
    expect(found[0]).toEqual({
      url: 'https://site.example/en/atom.xml',
      title: 'News & more',
      type: 'application/atom+xml; charset=utf-8',
      kind: 'declared',
      found: 'link rel=alternate',
      rank: 0,
    });
    expect(found.slice(1, 4).map(({ url, kind }) => [url, kind])).toEqual([
      ['https://other.example/rss.xml', 'declared'],
      ['https://site.example/en/comments/feed', 'declared'],
      ['https://site.example/feed', 'guessed'],
    ]);
    expect(found.map(({ rank }) => rank)).toEqual(found.map((_, index) => index));
  });

  it.each([
    ['rel=feed', '<link rel=feed href=/f>', ['https://site.example/f']],
    [
      'a JSON Feed',
      '<link rel=alternate type=application/feed+json href=/f.json>',
      ['https://site.example/f.json'],
    ],
    [
      'JSON that is named like a feed',
      '<link rel=alternate type=application/json href=/feed.json>',
      ['https://site.example/feed.json'],
    ],
    ['no interface in JSON', '<link rel=alternate type=application/json href=/wp-json/wp/v2/posts/1>', []],
    ['no oEmbed', '<link rel=alternate type=application/json+oembed href=/oembed?url=feed>', []],
    ['no style sheet', '<link rel="alternate stylesheet" type=text/css href=/s.css>', []],
    ['nothing commented out', '<!-- <link rel=alternate type=application/rss+xml href=/dead> -->', []],
    [
      'the first base',
      '<link rel=feed href=f><base href="https://a.example/x/"><base href="https://b.example/">',
      ['https://a.example/x/f'],
    ],
    [
      'the feed scheme',
      '<a href="feed:https://site.example/news.rss">x</a><a href="feed://site.example/b.atom">',
      ['https://site.example/news.rss', 'http://site.example/b.atom'],
    ],
    [
      'a link in words',
      '<a href="/syndication/1"><img> RSS</a><a href="/about">RSS is great</a>',
      ['https://site.example/syndication/1'],
    ],
    [
      'no feed reader',
      '<a href="https://feedly.com/i/subscription/feed/https://site.example/feed">Feedly</a>',
      [],
    ],
    ['a link with a type', '<a type="application/atom+xml" href="/x">News</a>', ['https://site.example/x']],
    ['a query', '<a href="/?feed=rss2">News</a>', ['https://site.example/?feed=rss2']],
  ])('includes %s', (_, html, urls) => {
    expect(urlsOf({ html })).toEqual(urls);
  });

  it('includes the Link header', () => {
    const linkHeader =
      '</wp-json/>; rel="https://api.w.org/", </feed.atom>; rel="alternate"; type="application/atom+xml"; title="All, \\"of\\" it"';
    expect(declaredBy({ linkHeader })).toMatchObject([
      { url: 'https://site.example/feed.atom', title: 'All, "of" it', found: 'Link header' },
    ]);
  });

  it('includes structured data', () => {
    const data = {
      '@graph': [
        { '@type': 'WebSite', url: SITE },
        { '@type': 'DataDownload', name: 'News', encodingFormat: 'application/rss+xml', contentUrl: '/a' },
        { '@type': 'PodcastSeries', webFeed: 'https://pod.example/show' },
        { '@type': 'DataFeed', url: '/prices' },
      ],
    };
    const html = `<script type="application/ld+json">${JSON.stringify(data)}</script><script type="application/ld+json">{broken</script>`;
    expect(declaredBy({ html })).toMatchObject([
      { url: 'https://site.example/a', title: 'News', type: 'application/rss+xml', found: 'JSON-LD' },
      { url: 'https://pod.example/show' },
    ]);
  });

  it('counts once what is said twice, and keeps what each knows', () => {
    const html = `<a href="http://www.site.example/feed/">RSS</a>
      <link rel=alternate type=application/rss+xml href=/feed><link rel=feed title="All news" href=/feed/>`;
    expect(declaredBy({ html })).toEqual([
      expect.objectContaining({
        url: 'https://site.example/feed',
        title: 'All news',
        type: 'application/rss+xml',
      }),
    ]);
  });

  it('puts the feed of the whole site before those of sections, unless the page is one', () => {
    const html = ['/tag/x/feed', '/feed', '/author/y/feed']
      .map((href) => `<link rel=feed href=${href}>`)
      .join('');
    expect(urlsOf({ html })[0]).toBe('https://site.example/feed');
    expect(urlsOf({ html, url: `${SITE}tag/x` })[0]).toBe('https://site.example/tag/x/feed');
  });

  it('never holds anything but http addresses', () => {
    const html =
      '<link rel=alternate type=application/rss+xml href="javascript:x"><link rel=feed href="data:,x">';
    expect(urlsOf({ html })).toEqual([]);
  });
});

describe('hostile pages', () => {
  it.each([
    ['nesting', '<div>'.repeat(300_000)],
    ['links', '<a href="/feed">'.repeat(100_000)],
    ['text in a link', `<a href="/x">${'RSS '.repeat(200_000)}`],
    ['blocks of data', '<script type="application/ld+json">[[[['.repeat(20_000)],
    ['deep data', `<script type="application/ld+json">${'['.repeat(100_000)}</script>`],
  ])('with no end of %s are read', (_, html) => {
    expect(discoverFeeds({ html, url: SITE }).length).toBeLessThanOrEqual(100);
  });

  it('with hostile headers are read', () => {
    for (const linkHeader of ['<a>;'.repeat(20_000), '<'.repeat(60_000), `<a>; a="${'\\'.repeat(60_000)}`]) {
      expect(urlsOf({ linkHeader })).toEqual([]);
    }
  });
});
