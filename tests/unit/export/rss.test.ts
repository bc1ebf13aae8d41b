import fc from 'fast-check';
import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import type { FeedHead } from '../../../src/export/feed-head.js';
import { renderRss } from '../../../src/export/rss.js';
import { BARE_ARTICLE, FULL_ARTICLE } from './listings.js';

const FILE_HEAD: FeedHead = {
  title: 'Wirewatch: KP & US',
  link: 'https://watch.example/',
  description: 'Articles <tagged>',
  builtAt: new Date('2026-03-05T01:02:03Z'),
};

const HEAD = { ...FILE_HEAD, selfUrl: 'https://watch.example/articles.rss?country=KP&kind=person' };

const GOLDEN = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>Wirewatch: KP &amp; US</title>
<link>https://watch.example/</link>
<description>Articles &amp;lt;tagged&amp;gt;</description>
<lastBuildDate>Thu, 05 Mar 2026 01:02:03 GMT</lastBuildDate>
<generator>Wirewatch</generator>
<atom:link href="https://watch.example/articles.rss?country=KP&amp;kind=person" rel="self" type="application/rss+xml"/>
<item>
<title>Lazarus &amp; friends: &quot;$1.5 &lt;billion&gt; heist&quot;</title>
<link>https://news.example/2026/heist?a=1&amp;b=2</link>
<guid isPermaLink="true">https://news.example/2026/heist?a=1&amp;b=2</guid>
<pubDate>Wed, 04 Mar 2026 05:06:07 GMT</pubDate>
<dc:creator>Mary O&#39;Neil, José Ruiz</dc:creator>
<description>Losses &amp;lt;b&amp;gt;mount&amp;lt;/b&amp;gt; &amp;amp; grow,
the exchange said.</description>
<category domain="country">KP</category>
<category domain="country">US</category>
<category domain="threat-actor">Lazarus Group</category>
<category domain="threat-actor">Quiet Heron</category>
<category domain="person">Ben Zhou</category>
<category domain="organisation">FBI</category>
</item>
<item>
<title>https://plain.example/post</title>
<link>https://plain.example/post</link>
<guid isPermaLink="true">https://plain.example/post</guid>
<pubDate>Tue, 03 Mar 2026 00:00:00 GMT</pubDate>
</item>
</channel>
</rss>
`;

describe('renderRss', () => {
  it('writes RSS 2.0', () => {
    expect(renderRss(HEAD, [FULL_ARTICLE, BARE_ARTICLE])).toBe(GOLDEN);
  });

  it('has no link to itself when it is a file', () => {
    expect(renderRss(FILE_HEAD, [])).not.toContain('atom:link');
  });

  it('is read back by a feed reader', async () => {
    const feed = await new Parser().parseString(renderRss(HEAD, [FULL_ARTICLE]));
    expect(feed).toMatchObject({ title: HEAD.title, link: HEAD.link, feedUrl: HEAD.selfUrl });
    expect(feed.items[0]).toMatchObject({
      title: FULL_ARTICLE.title,
      link: FULL_ARTICLE.url,
      guid: FULL_ARTICLE.url,
      creator: FULL_ARTICLE.byline,
      isoDate: '2026-03-04T05:06:07.000Z',
      // The description is HTML that shows the summary's characters as they are.
      content: 'Losses &lt;b&gt;mount&lt;/b&gt; &amp; grow,\nthe exchange said.',
    });
  });

  it('stays readable and loses nothing but forbidden characters, whatever titles hold', async () => {
    const title = fc.string({
      unit: fc.oneof(
        awkwardCharacter,
        fc.nat(0x10ffff).map((point) => String.fromCodePoint(point)),
      ),
    });
    await fc.assert(
      fc.asyncProperty(title, async (text) => {
        const wrapped = `x${text}x`;
        const document = renderRss(HEAD, [
          { ...FULL_ARTICLE, title: wrapped, byline: wrapped, summary: wrapped },
        ]);
        const feed = await new Parser().parseString(document);
        expect(feed.items[0]?.title).toBe(readable(wrapped));
        expect(feed.items[0]?.creator).toBe(readable(wrapped));
      }),
    );
  });
});

const awkwardCharacter = fc.constantFrom(
  '<',
  '>',
  '&',
  '"',
  "'",
  ']]>',
  '<!--',
  '\u0000',
  '\u0008',
  '\ud800',
  '\uffff',
  '\u{1f600}',
);

/** What is left of a text in XML 1.0, written differently from the code under test. */
function readable(text: string): string {
  return Array.from(text)
    .filter((character) => {
      const point = character.codePointAt(0) ?? 0;
      if (point < 0x20) return point === 9 || point === 10 || point === 13;
      return !(point >= 0xd800 && point <= 0xdfff) && point !== 0xfffe && point !== 0xffff;
    })
    .join('');
}
