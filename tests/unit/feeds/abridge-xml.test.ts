import fc from 'fast-check';
import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { abridgeXml } from '../../../src/feeds/abridge-xml.js';

const rss = (content: string) => `<rss version="2.0"><channel>${content}</channel></rss>`;

/** What rss-parser reads, all elements by name; null where it refuses the document. */
async function read(xml: string, names = same, texts = same): Promise<unknown> {
  const parser = new RssParser({
    customFields: { item: FIELDS.map((name) => [name, name, { keepArray: true }]) },
    xml2js: { tagNameProcessors: [names], valueProcessors: [texts], attrValueProcessors: [texts] },
  });
  return parser.parseString(xml).catch(() => null);
}

const FIELDS = ['title', 'link', 'dc:creator', 'media:content', 'b'];
const same = (text: string) => text;

function readAbridged(xml: string): Promise<unknown> {
  const { skeleton, restoreName, restoreText } = abridgeXml(xml);
  return read(skeleton, restoreName, restoreText);
}

/** White space alone means nothing in a feed, and the skeleton leaves it out. */
function withoutBlanks(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value), (_, inner: unknown) =>
    typeof inner === 'string' ? inner.trim() : inner,
  );
}

describe('abridgeXml', () => {
  it('leaves little for the parser to walk through', () => {
    const item = `<item><title>${'A headline. '.repeat(9)}</title><description><![CDATA[${'<p>x</p>'.repeat(99)}]]></description></item>\n`;
    const xml = rss(item.repeat(50));
    expect(abridgeXml(xml).skeleton.length).toBeLessThan(xml.length / 15);
  });

  it.each([
    ['a long text', '<title>One headline of some length</title>'],
    [
      'references',
      '<title>Salt &amp; pepper &lt;b&gt; &quot;q&quot; &apos;a&apos; &#233; &#x1F30D; &amp;lt;</title>',
    ],
    ['a section', '<title><![CDATA[<b>bold</b> & "quoted"]]></title>'],
    ['sections beside text', '<title>before <![CDATA[one]]> &amp; <![CDATA[two]]> behind</title>'],
    ['a section cut in two for its end', '<title><![CDATA[a]]]]><![CDATA[>b]]></title>'],
    ['brackets before the end', '<title><![CDATA[list[0]]]></title>'],
    ['an empty section', '<title><![CDATA[]]></title>'],
    ['a section like a comment', '<title><![CDATA[<!-- no comment -->]]></title>'],
    ['a comment with tags', '<title>a headline<!-- <b>not & read</b> --> goes on here</title>'],
    ['text around an element', '<title>some text of length <b>and bold</b> and the rest of it</title>'],
    ['a long address', '<media:content url="https://news.example/p.jpg?a=1&amp;b=2" type="image/jpeg"/>'],
    ['a > in an attribute', `<media:content title="a > b" url='https://news.example/a"b.jpg'/>`],
    ['an address within a value', `<media:content title=' href="' url="https://news.example/x.jpg"/>`],
    ['blanks in tags', '<title\n>a title of some length</title ><link\t>https://news.example/a</link>'],
    ['names like short names', '<b>b</b><a>a</a><title>c</title>'],
    ['a name that HTML knows', '<title>caf&eacute; &nbsp; and more</title>'],
  ])('changes nothing in what is read: %s', async (_, fields) => {
    const xml = rss(`<item>${fields}<dc:creator>The desk of someone</dc:creator></item>`);
    const whole = await read(xml);
    expect(whole).not.toBeNull();
    expect(withoutBlanks(await readAbridged(xml))).toEqual(withoutBlanks(whole));
  });

  it.each([
    '<title>Fish & chips and vinegar</title>',
    '<title>Fish &unknown; chips and vinegar</title>',
    '<title>Not a character: &#xD800;&#0;</title>',
    '<title>less < than, in a longer text</title>',
    '<title><![CDATA[no end</title>',
    '<title>one and another</link>',
    '<title a=1>unquoted value</title>',
    '<1title>a number first</1title>',
    '<title"x>a quote in the name</title>',
    '<!-- a -- b --><title>a comment in two</title>',
    '<title>never closed',
  ])('leaves what is not well-formed for the parser to refuse: %s', async (fields) => {
    const xml = rss(`<item>${fields}</item>`);
    expect(await read(xml)).toBeNull();
    expect(await readAbridged(xml)).toBeNull();
  });

  it('spares the parser an attribute of monstrous length', async () => {
    const xml = rss(`<item><media:content title="${'x'.repeat(100_000)}" url="a"/></item>`);
    expect(abridgeXml(xml).skeleton.length).toBeLessThan(200);
    expect(await readAbridged(xml)).toEqual(await read(xml));
  });

  it('leaves a document with its mark in it alone', () => {
    const xml = rss('<item><title>\u00010\u0001 and some more</title></item>');
    expect(abridgeXml(xml).skeleton).toBe(xml);
  });

  it('lets rss-parser read or refuse any document as it would without it', async () => {
    const pieces = fc.constantFrom(
      ...[
        '<title>',
        '</title>',
        '<b>',
        '</b>',
        '<link/>',
        '<title href="',
        'https://news.example/long',
        '">',
      ],
      ...[
        '<![CDATA[',
        ']]>',
        ']',
        '<!--',
        '-->',
        '&amp;',
        '&lt;',
        '&#65;',
        '&',
        ';',
        '<',
        '>',
        '"',
        "'",
        ' ',
      ],
      ...['some longer text', 'x', '\n', ' url="', 'é', '\u{1f30d}', '</item><item>'],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 14 }), async (inside) => {
        const xml = rss(`<item>${inside.join('')}</item>`);
        expect(withoutBlanks(await readAbridged(xml))).toEqual(withoutBlanks(await read(xml)));
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '<',
    '<a ',
    '<a b="',
    '<![CDATA[',
    '<![CDATA[]]>',
    '<!--',
    '&amp;',
    '<a href="x&amp;">',
    '</a>',
    ']]>',
  ])('stays linear on runs of %s', (piece) => {
    expect(abridgeXml(`<rss>${piece.repeat(200_000)}`).skeleton.length).toBeLessThan(
      piece.length * 200_000 + 99,
    );
  });
});
