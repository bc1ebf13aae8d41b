import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PermanentError } from '../../../src/errors.js';
import { parseFeed } from '../../../src/feeds/parse-feed.js';
import type { ParsedFeed } from '../../../src/model/feed.js';

const encoder = new TextEncoder();
const parse = (text: string, url?: string) => parseFeed({ body: encoder.encode(text), url: url ?? null });
const rss = (items: string) => `<rss version="2.0"><channel><title>T</title>${items}</channel></rss>`;

describe('parseFeed', () => {
  it.each([
    ['', 'feed_empty', /empty/],
    [' \n\u0000 ', 'feed_empty', /empty/],
    ['<!DOCTYPE html><html><head><title>Log in</title></head></html>', 'feed_is_html', /web page/],
    ['<head><title>Moved</title></head>', 'feed_is_html', /web page/],
    ['{"error":"rate limited"}', 'feed_unparseable', /JSON/],
    ['{"items":', 'feed_unparseable', /JSON/],
    ['Too many requests', 'feed_unparseable', /plain text/],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'feed_unparseable', /<svg>/],
  ])('refuses %j and says what came', async (text, code, message) => {
    const error: unknown = await parse(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PermanentError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) as string });
  });

  it('resolves relative links of Atom against the address of the feed', async () => {
    const text = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><link href="a"/></entry></feed>';
    const { items } = await parse(text, 'https://feed.example/x/atom.xml');
    expect(items[0]?.link).toBe('https://feed.example/x/a');
  });

  it('reads a large runaway of "<" in a description quickly, and the items after it', async () => {
    const text = rss(
      `<item><description><![CDATA[${'<'.repeat(300_000)}]]></description></item><item><title>b</title></item>`,
    );
    expect((await parse(text)).items.map((item) => item.title)).toEqual([null, 'b']);
  });

  it('survives nesting of any depth', async () => {
    const text = rss(`<item><title>a</title><description>${'<div>'.repeat(100_000)}x</description></item>`);
    const { items } = await parse(text);
    expect(items[0]).toMatchObject({ title: 'a', summary: 'x' });
  });

  it('expands no entity but those that are literal text', async () => {
    const text = `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY y "yyy">]>${rss('<item><title>&x;&y;</title></item>')}`;
    expect((await parse(text)).items[0]?.title).toBe('&x;yyy');
  });

  it('expands a literal entity only so far', async () => {
    const many = Array.from({ length: 101 }, (_, index) => `<!ENTITY e${index} "v${index}">`).join('');
    const title = async (declarations: string, text: string) =>
      (await parse(`<!DOCTYPE rss [${declarations}]>${rss(`<item><title>${text}</title></item>`)}`)).items[0]
        ?.title;
    expect(await title(many, '&e0; &e99; &e100;')).toBe('v0 v99 &e100;');
    expect(await title(`<!ENTITY long "${'x'.repeat(201)}">`, '&long;')).toBe('&long;');
    expect(await title('<!ENTITY a "one"><!ENTITY a "two"><!ENTITY lt "no">', '&a; &lt; b')).toBe('one < b');
  });

  it('refuses a list of sitemaps and names some of them', async () => {
    const index = (children: string) =>
      parse(`<sitemapindex>${children}</sitemapindex>`, 'https://n.example/s');
    const child = (name: string) => `<sitemap><loc>${name}</loc></sitemap>`;
    await expect(
      index(['/a.xml', 'javascript:x', '/b.xml', '/c.xml'].map(child).join('')),
    ).rejects.toMatchObject({
      code: 'feed_unparseable',
      message: expect.stringMatching(/sitemap index.* https:\/\/n\.example\/a\.xml, .*b\.xml$/) as string,
    });
    await expect(index('')).rejects.toThrow(/names none/);
  });

  it('refuses a sitemap that lists all pages, and reads one of news though it be empty', async () => {
    const page = '<url><loc>https://n.example/about</loc><lastmod>2024-05-01</lastmod></url>';
    await expect(parse(`<urlset>${page}</urlset>`)).rejects.toMatchObject({
      code: 'feed_unparseable',
      message: expect.stringMatching(/news sitemap/) as string,
    });
    const news = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';
    expect((await parse(`<urlset ${news}></urlset>`)).items).toEqual([]);
  });

  it('reads at most as many items as a sitemap may list, and says so', async () => {
    for (const text of [
      rss('<item/>'.repeat(50_001)),
      `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${'<url/>'.repeat(50_001)}</urlset>`,
      `{"version":"https://jsonfeed.org/version/1","items":[${'{},'.repeat(50_000)}{}]}`,
    ]) {
      const { items, notes } = await parse(text);
      expect(items).toHaveLength(50_000);
      expect(notes.map(({ code }) => code)).toEqual(['too_many_items']);
    }
  });

  it.each([
    ['an ordinary feed', rss('<item><title>a &amp; b &#8217;</title></item>'), []],
    ['comments, blank lines and a type before it', `\n<!-- x -->\n<!DOCTYPE rss>\n${rss('')}`, []],
    ['unusual prefixes', '<a:rss xmlns:a="http://backend.userland.com/rss2"><a:channel/></a:rss>', []],
    ['XHTML', '<feed><entry><title type="xhtml"><div><b>a</b></div></title></entry></feed>', []],
    ['a literal entity', `<!DOCTYPE rss [<!ENTITY co "Ltd">]>${rss('<item><title>&co;</title></item>')}`, []],
    ['a warning before it', `Warning: x on line 3\n${rss('')}`, ['repaired']],
    ['a stray ampersand', rss('<item><title>R&D</title></item>'), ['repaired']],
    ['a missing end tag', rss('<item><title>a</item>'), ['repaired']],
    ['a crossed end tag', rss('<item><description><b><i>a</b></i></description></item>'), ['repaired']],
    ['an attribute without quotes', rss('<item><guid isPermaLink=false>a</guid></item>'), ['repaired']],
    ['an end in the middle', rss('<item><title>a</title></item>').slice(0, -12), ['truncated']],
    ['an end in a text', rss('<item><title>a</title></item>').slice(0, 60), ['truncated']],
  ])('notes what was odd: %s', async (_, text, codes) => {
    expect((await parse(text)).notes.map(({ code }) => code)).toEqual(codes);
  });

  it('reads every field of an ordinary document and of one that is re-written alike', async () => {
    const text = readFileSync(new URL('../../golden/feeds/rss-modules.xml', import.meta.url), 'utf8');
    const rewritten = await parse(text.replace('<rss ', '<rss xml:base="https://breakwater.example/" '));
    expect(rewritten).toEqual(await parse(text));
  });

  it.each([
    ['<author>desk@n.example (The Desk)</author>', ['The Desk']],
    ['<author>The Desk &lt;desk@n.example&gt;</author>', ['The Desk']],
    ['<author>desk@n.example (https://n.example/about)</author>', ['desk@n.example']],
    ['<author>A</author><author>B</author><author>A</author><author> </author>', ['A', 'B']],
    ['<author><name>A</name><email>a@n.example</email></author>', ['A']],
    ['<source><author><name>S</name></author></source>', ['S']],
    ['', []],
  ])('names the authors in %s', async (element, authors) => {
    const [item] = (await parse(rss(`<item>${element}</item>`))).items;
    expect(item).toMatchObject({ authors, author: authors.join(', ') || null });
  });

  it('lists no more files of an item than make sense', async () => {
    const files = Array.from({ length: 60 }, (_, index) => `<enclosure url="https://n.example/${index}"/>`);
    expect((await parse(rss(`<item>${files.join('')}</item>`))).items[0]?.enclosures).toHaveLength(50);
  });

  it('reads a JSON Feed that is cut anywhere up to there, or refuses it', async () => {
    const whole = JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'a "b" \\ [c] {',
      items: [{ id: '1', tags: ['x', 'y'] }, { id: '2', authors: [{ name: 'é' }] }, { id: '3' }],
    });
    const counts: number[] = [];
    for (let length = 1; length < whole.length; length += 1) {
      const feed = await parse(whole.slice(0, length)).catch((thrown: unknown) => thrown);
      if (feed instanceof PermanentError) continue;
      expect(feed).toMatchObject({ notes: [{ code: 'truncated' }] });
      counts.push((feed as ParsedFeed).items.length);
    }
    expect(counts).toEqual(counts.toSorted());
    expect([counts[0], counts.at(-1)]).toEqual([1, 3]);
  });

  it('mends JSON written by hand', async () => {
    const text = '{"version":"https://jsonfeed.org/version/1","title":"a,]\tb","items":[{"id":"1",},],}';
    expect(await parse(text)).toMatchObject({
      title: 'a,] b',
      items: [{ guid: '1' }],
      notes: [{ code: 'repaired' }],
    });
  });

  it('takes a JSON Feed without items for a feed, other JSON without items for none', async () => {
    const feed = await parse('{"version":"https://jsonfeed.org/version/1.1","title":"T"}');
    expect(feed).toMatchObject({ title: 'T', items: [] });
    await expect(parse('{"version":"2.4","title":"T"}')).rejects.toThrow(/no JSON Feed/);
  });

  it('keeps two items that differ in nothing but their place', async () => {
    expect((await parse(rss('<item/><item/>'))).items).toHaveLength(2);
  });

  it('is not disturbed by a broken document read before', async () => {
    await parse('<rss><channel><item><title>a</b></rss').catch(() => undefined);
    expect((await parse(rss('<item><title>fine</title></item>'))).items[0]?.title).toBe('fine');
  });

  it('returns a feed or throws a typed error for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (body) => {
        await expectFeedOrTypedError(body);
      }),
      { numRuns: 300 },
    );
  });

  it('returns a feed or throws a typed error for any soup of tags', async () => {
    const piece = fc.constantFrom(
      ...[
        '<rss>',
        '<rss version="2.0">',
        '<channel>',
        '</channel>',
        '<item>',
        '</item>',
        '<title>',
        '</title>',
      ],
      ...[
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        '<entry>',
        '<link',
        ' href=',
        '"',
        '>',
        '/>',
        '<![CDATA[',
      ],
      ...[
        ']]>',
        '<!--',
        '-->',
        '<?xml',
        '?>',
        '<!DOCTYPE rss [',
        '&amp;',
        '&#xD800;',
        '&',
        '<',
        'é',
        '\u0000',
        ' a ',
      ],
      ...[
        '<rdf:RDF>',
        '<description>',
        '<content type="xhtml">',
        '<p>',
        '</p>',
        '<__proto__>',
        'xml:base="x"',
      ],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        await expectFeedOrTypedError(encoder.encode(pieces.join('')));
      }),
      { numRuns: 1_000 },
    );
  });
});

async function expectFeedOrTypedError(body: Uint8Array): Promise<void> {
  try {
    const feed = await parseFeed({ body });
    const text = JSON.stringify(feed);
    // No NUL and no lone surrogate leaves the parser: Postgres refuses both.
    expect(text).not.toMatch(/\\u0000|\\ud[89a-f]/i);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(PermanentError);
  }
}
