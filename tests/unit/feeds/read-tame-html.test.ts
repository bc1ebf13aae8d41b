import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapseSpace, plainText } from '../../../src/feeds/plain-text.js';
import { readTameHtml } from '../../../src/feeds/read-tame-html.js';

/** A comment is nothing to read, and only the tokenizer knows comments. */
const byTokenizer = (html: string) => plainText(`${html}<!---->`);

describe('readTameHtml', () => {
  it.each([
    [
      '<p>One</p>\n<p class="lead">Two <a href="https://a.example/?x=1&amp;y=2" rel="tag">three</a>.</p>',
      'One Two three.',
    ],
    ['<ul><li>a</li><li>b</li></ul>c<br/>d<br />e', 'a b c d e'],
    ['Salt &amp; pepper&nbsp;&mdash; &lt;b&gt; &#8217;&#39;&#160;x', "Salt & pepper — <b> ’' x"],
    ["R & D <img src='a.png' alt='a > b'>", 'R & D'],
    ['<H2>Title</H2 >text', 'Title text'],
  ])('reads %j', (html, text) => {
    const read = readTameHtml(html);
    expect(read === null ? null : collapseSpace(read)).toBe(text);
    expect(byTokenizer(html)).toBe(text);
  });

  it.each([
    '<script>var x = "<p>";</script>',
    '<title>a < b</title>',
    '<my-element>x</my-element>',
    '<p',
    'a <b',
    'a < b',
    '<a href=x>y</a>',
    '<a b="c"d="e">',
    '&eacute;',
    '&ampx;',
    '&#150;',
    '&#x41;',
    'R&D',
    '<!-- more -->',
    '</>',
  ])('leaves %j to the tokenizer', (html) => {
    expect(readTameHtml(html)).toBeNull();
  });

  it('reads whatever it reads as the tokenizer does', () => {
    const pieces = fc.constantFrom(
      ...['<p>', '</p>', '<br/>', '<br />', '<em>', '</em>', '<td>', '<P CLASS="x">', '</Div >', '<i/>'],
      ...['<a href="https://a.example/?b=1&amp;c">', "<img alt='>'>", '<a\n title = "x">', '</a>', '<'],
      ...[
        '&amp;',
        '&nbsp;',
        '&lt;',
        '&hellip;',
        '&#39;',
        '&#160;',
        '&#133;',
        '&notit;',
        '&euro',
        '&',
        ';',
        '#39',
      ],
      ...[
        'word',
        ' ',
        '  ',
        '\n',
        '\u00a0',
        '\u200b',
        'é',
        '\u{1f30d}',
        '\ud800',
        '\u0092',
        '"',
        "'",
        '>',
        '=',
      ],
    );
    let read = 0;
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const html = parts.join('');
        const text = readTameHtml(html);
        if (text === null) return;
        read += 1;
        expect(collapseSpace(text)).toBe(byTokenizer(html));
      }),
      { numRuns: 5_000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  it.each(['<', '<a ', '<a b="', '<a b="c" ', '&', '&amp;', '<p>', '\n', '<a                '])(
    'stays linear on runs of %j',
    (piece) => {
      expect((readTameHtml(piece.repeat(100_000)) ?? '').length).toBeLessThanOrEqual(piece.length * 100_000);
    },
  );
});
