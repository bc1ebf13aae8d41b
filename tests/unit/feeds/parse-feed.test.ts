import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PermanentError } from '../../../src/errors.js';
import { parseFeed } from '../../../src/feeds/parse-feed.js';

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
