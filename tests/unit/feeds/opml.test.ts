import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCategory } from '../../../src/feeds/category-path.js';
import { parseOpml, renderOpml } from '../../../src/feeds/opml.js';

function parseBody(body: string) {
  return parseOpml(`<opml version="2.0"><body>${body}</body></opml>`);
}

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
      {
        url: 'https://a.example/feed?x=1&copy=2',
        title: 'Wire',
        category: 'Asia/Ports & Rail',
        siteUrl: 'https://a.example/',
      },
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

  it('takes the category attribute where there is no folder', () => {
    const { feeds } = parseBody(
      `<outline xmlUrl="https://a.example/" category="/Ports/Europe,/News"/>
       <outline xmlUrl="https://b.example/" category="tag"/>
       <outline text="Folder"><outline xmlUrl="https://c.example/" category="/Other"/></outline>`,
    );
    expect(feeds.map(({ category }) => category)).toEqual(['Ports/Europe', 'tag', 'Folder']);
  });

  it('keeps a slash inside the name of a folder apart from the path', () => {
    const { feeds } = parseBody(
      '<outline text="A/B"><outline text="C"><outline xmlUrl="https://a.example/"/></outline></outline>',
    );
    expect(feeds[0]?.category).toBe('A\\/B/C');
  });

  it('passes over what is commented out, with everything below it', () => {
    const { feeds, problems } = parseBody(
      `<outline text="x" isComment="true"><outline text="y"><outline xmlUrl="https://a.example/"/></outline></outline>
       <outline text="stop" isBreakpoint="true"><outline xmlUrl="https://b.example/"/></outline>`,
    );
    expect(feeds).toEqual([{ url: 'https://b.example/', category: 'stop' }]);
    expect(problems).toEqual([]);
  });

  it('names inclusions and links, and does not follow them', () => {
    const { feeds, problems } = parseBody(
      `\n<outline type="include" text="More" url="https://a.example/more.opml"/>
<outline type="link" text="Site" url="https://b.example/"/>`,
    );
    expect(feeds).toEqual([]);
    expect(problems).toEqual([
      { line: 2, message: expect.stringContaining('import it as well') as string },
      { line: 3, message: expect.stringContaining('feeds discover') as string },
    ]);
  });

  it.each([
    ['an address called url', '<outline type="rss" url="https://a.example/f"/>'],
    ['no type', '<outline xmlurl="https://a.example/f"/>'],
    ['an outline that stays open', '<outline type="rss" xmlUrl="https://a.example/f">'],
    ['a site that is no address', '<outline xmlUrl="https://a.example/f" htmlUrl="none"/>'],
  ])('reads a dialect with %s', (_, outline) => {
    expect(parseBody(outline)).toEqual({ feeds: [{ url: 'https://a.example/f' }], problems: [] });
    expect(parseOpml(`<opml>${outline}</opml>`).feeds).toHaveLength(1);
  });

  it('says when a feed has no address', () => {
    expect(parseBody('<outline type="rss" text="Lost"/>').problems[0]?.message).toContain('no address');
  });

  it('expands no entities of a document', () => {
    const { feeds } = parseOpml(
      '<!DOCTYPE opml [<!ENTITY who "Eve"><!ENTITY f SYSTEM "file:///etc/passwd">]><opml><outline text="&who;&f;" xmlUrl="https://a.example/"/></opml>',
    );
    expect(feeds[0]?.title).toBe('&who;&f;');
  });

  it('reads a list nested without end', () => {
    const depth = 50_000;
    const opml = `${'<outline text="a">'.repeat(depth)}<outline xmlUrl="https://a.example/"/>${'</outline>'.repeat(depth)}`;
    expect(parseBody(opml).feeds).toHaveLength(1);
  });
});

describe('renderOpml', () => {
  const text = fc
    .oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\\/&<>"' a\n]{1,10}$/))
    .map((written) => written.replace(/[\s\u200b]+/g, ' ').trim())
    .filter((written) => written !== '' && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(written));
  const address = fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href);
  const entry = fc.record(
    {
      url: address,
      title: text,
      category: fc.array(text, { minLength: 1, maxLength: 3 }).map(joinCategory),
      siteUrl: address,
      schedule: fc.constantFrom('every 30m', '*/5 * * * *'),
    },
    { requiredKeys: ['url'] },
  );

  it('writes what parseOpml reads back', () => {
    const list = fc.uniqueArray(entry, { selector: (feed) => feed.url });
    fc.assert(
      fc.property(list, (feeds) => {
        const read = parseOpml(renderOpml(feeds));
        expect(read.problems).toEqual([]);
        expect(new Set(read.feeds.map(sorted))).toEqual(new Set(feeds.map(sorted)));
        // Folders keep their order from then on.
        expect(renderOpml(read.feeds)).toBe(renderOpml(parseOpml(renderOpml(read.feeds)).feeds));
      }),
    );
  });

  it('keeps what a list of others says of a feed', () => {
    const outline =
      '<outline type="rss" text="Wire" title="Wire" xmlUrl="https://a.example/f" htmlUrl="https://a.example/"/>';
    expect(renderOpml(parseBody(outline).feeds)).toContain(outline);
  });
});

function sorted(feed: object): string {
  return JSON.stringify(Object.entries(feed).sort(([a], [b]) => a.localeCompare(b)));
}
