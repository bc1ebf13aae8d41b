import { describe, expect, it } from 'vitest';
import { isElement } from '../../../src/article/dom.js';
import { loadPage } from '../../../src/article/load-page.js';
import { renderBlocks } from '../../../src/article/render-blocks.js';

const render = (html: string) => renderBlocks(loadPage(html).document.children.filter(isElement), new Set());
const texts = (html: string) => render(html).map((block) => block.text);

describe('renderBlocks', () => {
  it.each([
    [
      'inline tags add no spaces',
      '<p>over<b>due</b> and <i>late</i>, <a href="/">she</a> said',
      ['overdue and late, she said'],
    ],
    ['a break is a line', '<p>one<br>two</p>', ['one\ntwo']],
    ['two breaks are a block', '<div>one<br> <br>two</div>', ['one', 'two']],
    ['blocks in blocks', '<div>a<p>b</p>c</div>', ['a', 'b', 'c']],
    ['white space as a browser shows it', '<p>\n  one\t two &nbsp; three </p>', ['one two three']],
    ['soft hyphens and zero-width spaces', '<p>cabi&shy;net fire\u200bfighters', ['cabinet firefighters']],
    ['Unicode NFC', '<p>Cafe\u0301', ['Café']],
    ['lists', '<ul><li>one<li>two</ul>', ['one', 'two']],
    ['rows of data', '<table><tr><th>Port<th>Loss<tr><td>Visby<td>4</table>', ['Port | Loss', 'Visby | 4']],
    [
      'a table as layout',
      `<table><tr><td><p>${'Long. '.repeat(80)}</p><td>Side</table>`,
      ['Long. '.repeat(80).trim(), 'Side'],
    ],
    ['code keeps its lines', '<pre>a = 1\nb = 2</pre>', ['a = 1\nb = 2']],
  ])('%s', (_, html, expected) => {
    expect(texts(html)).toEqual(expected);
  });

  it('tells the kinds of blocks and the share of links', () => {
    const blocks = render(
      '<h2>Head</h2><blockquote><p>Said.</p></blockquote><p><a href="/">half</a> half</p>',
    );
    expect(blocks.map(({ kind, linkShare }) => [kind, linkShare])).toEqual([
      ['heading', 0],
      ['quote', 0],
      ['paragraph', 0.5],
    ]);
  });

  it('leaves out what was cut', () => {
    const { document, query } = loadPage('<div><p>keep</p><p id="x">cut</p></div>');
    const cut = query()('#x').get(0);
    const blocks = renderBlocks(document.children.filter(isElement), { has: (element) => element === cut });
    expect(blocks.map((block) => block.text)).toEqual(['keep']);
  });
});
