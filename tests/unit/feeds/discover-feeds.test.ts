import { describe, expect, it } from 'vitest';
import { discoverFeeds } from '../../../src/feeds/discover-feeds.js';

const urlsOf = (html: string, url: string): string[] => discoverFeeds({ html, url }).map((feed) => feed.url);

describe('discoverFeeds', () => {
  it('puts what a page declares first, comments after, guesses last', () => {
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
      rank: 0,
    });
    expect(found.slice(1, 4).map((feed) => feed.url)).toEqual([
      'https://site.example/en/comments/feed',
      'https://other.example/rss.xml',
      'https://site.example/feed',
    ]);
    expect(found.map((feed) => feed.rank)).toEqual(found.map((_, index) => index));
  });

  it.each([
    [
      'https://www.youtube.com/channel/UC_x-1?view=0',
      'https://www.youtube.com/feeds/videos.xml?channel_id=UC_x-1',
    ],
    ['https://old.reddit.com/r/netsec/', 'https://www.reddit.com/r/netsec/.rss'],
    ['https://github.com/owner/repo/issues', 'https://github.com/owner/repo/releases.atom'],
    ['https://medium.com/@somebody', 'https://medium.com/feed/@somebody'],
    ['https://letter.substack.com/p/1', 'https://letter.substack.com/feed'],
    ['https://social.example/@desk', 'https://social.example/@desk.rss'],
  ])('knows where %s keeps its feed', (page, feed) => {
    expect(urlsOf('', page)[0]).toBe(feed);
  });

  it('never offers anything but http addresses, and each once', () => {
    const html =
      '<link rel=alternate type=application/rss+xml href="javascript:x"><a href="/feed">a</a><a href="/feed">b</a>';
    const urls = urlsOf(html, 'https://site.example/');
    expect(urls.every((url) => url.startsWith('https://site.example/'))).toBe(true);
    expect(new Set(urls).size).toBe(urls.length);
  });

  it('reads pages nested without end', () => {
    expect(urlsOf('<div>'.repeat(300_000), 'https://site.example/')).toHaveLength(7);
  });
});
