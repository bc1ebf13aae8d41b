import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOpml, renderOpml } from '../../../src/feeds/opml.js';

describe('parseOpml', () => {
  it('reads OPML 1 and 2, folders in folders, names in either attribute', () => {
    const { feeds, problems } = parseOpml(`<?xml version="1.0"?>
<!DOCTYPE opml [<!ENTITY x "<outline xmlUrl='https://no.example/'/>">]>
<opml version="1.1"><body>
  <outline text="Asia"><outline title="Ports &amp; Rail">
    <outline text="Wire" title="" type="rss" xmlUrl="https://a.example/feed?x=1&amp;copy=2" htmlUrl="https://a.example/"/>
  </outline></outline>
  <OUTLINE TEXT="https://b.example/rss" XMLURL="https://b.example/rss"></OUTLINE>
</body></opml>`);
    expect(problems).toEqual([]);
    expect(feeds).toEqual([
      { url: 'https://a.example/feed?x=1&copy=2', title: 'Wire', category: 'Asia/Ports & Rail' },
      { url: 'https://b.example/rss' },
    ]);
  });

  it('names the lines it cannot use and reads the rest', () => {
    const { feeds, problems } = parseOpml(
      '<opml><body>\n<outline xmlUrl="ftp://x/"/>\n<outline xmlUrl="https://a.example/"/>\n<outline xmlUrl="https://a.example/"/>',
    );
    expect(feeds).toEqual([{ url: 'https://a.example/' }]);
    expect(problems.map((problem) => problem.line)).toEqual([2, 4]);
    expect(problems[0]?.message).toContain('ftp://x/');
  });

  it('says when a file is no OPML', () => {
    expect(parseOpml('<html></html>').problems[0]?.message).toContain('no OPML');
  });
});

describe('renderOpml', () => {
  it('writes what parseOpml reads back', () => {
    const word = fc
      .stringMatching(/^[A-Za-zé&<>"'][A-Za-z &<>"']{0,8}[a-z]$/)
      .filter((text) => !text.includes('  '));
    const entry = fc.record(
      {
        url: fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href),
        title: word,
        category: fc.array(word, { minLength: 1, maxLength: 3 }).map((names) => names.join('/')),
        schedule: fc.constantFrom('every 30m', '*/5 * * * *'),
      },
      { requiredKeys: ['url'] },
    );
    const list = fc.uniqueArray(entry, { selector: (feed) => feed.url });
    fc.assert(
      fc.property(list, (feeds) => {
        const read = parseOpml(renderOpml(feeds));
        expect(read.problems).toEqual([]);
        expect(new Set(read.feeds.map((feed) => JSON.stringify(sorted(feed))))).toEqual(
          new Set(feeds.map((feed) => JSON.stringify(sorted(feed)))),
        );
      }),
      { numRuns: 25 },
    );
  });
});

function sorted(feed: object): object {
  return Object.fromEntries(Object.entries(feed).sort(([a], [b]) => a.localeCompare(b)));
}
