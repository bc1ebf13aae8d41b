import { describe, expect, it } from 'vitest';
import { extractFromTree } from '../../../src/article/extract-article.js';
import { loadAsBrowsers, loadPage, parseQuickly } from '../../../src/article/load-page.js';
import { PAGE_LIMITS } from '../../../src/article/page-limits.js';

const url = 'https://news.example/story';
const prose = (name: string) =>
  `The ${name} was closed on Tuesday, said the harbour master, who had seen it coming.`;
const [A, B, C] = ['basin', 'gate', 'crane'].map(prose) as [string, string, string];

/** Broken markup that both parsers must be brought to read alike, in one of two ways. */
const BROKEN: Readonly<Record<string, string>> = {
  'paragraphs and items without end tags': `<ul><li>${A}<li>${B}</ul><p>${C}<p>${A}`,
  'definitions and cells without end tags': `<dl><dt>Basin<dd>${A}</dl><table><tr><td>1<td>2<tr><td>3<td>4</table><p>${B}`,
  'a block inside a paragraph': `<p>${A}<div>${B}</div>${C}</p>`,
  'a block inside a span inside a paragraph': `<p>${A}<span>${B}<div>${C}</div>${A}</span></p><p>${B}</p>`,
  'a heading ended as another': `<h1>Basin closed</h2><div><p>${A}</p><p>${B}</p></div>`,
  'bold across paragraphs': `<p>${A} <b>${B}</p><p>${C}</b> ${A}</p>`,
  'a link around a paragraph that it does not end': `<div><a href="/x"><p>${A}</a> ${B}</p><p>${C}</p></div>`,
  'a link in a link': `<p><a href="/x">${A} <a href="/y">more</a> ${B}</p><p>${C}</p>`,
  'a span that ends inside of a block': `<div><span><div>${A}</span> ${B}</div><p>${C}</p></div>`,
  'an item that ends outside of its list': `<ul><li>${A}<ul><li>${B}</li></li><li>${C}</li></ul></ul>`,
  'a layout that ends inside of a cell': `<div><table><tr><td><p>${A}</p></div><p>${B}</p></td></tr></table><p>${C}</p>`,
  'text outside of cells': `<table>${A}<tr><td>${B}</td></tr><div>${C}</div></table>`,
  'cells outside of rows': `<table><tbody><td>Basin</td><td>closed</td></tbody></table><p>${A}</p><p>${B}</p>`,
  'a body inside the head': `<head><title>t</title><div><p>${A}</p></div><p>${B}</p></head><body><p>${C}</p></body>`,
  'text in the head': `<head><title>t</title>${A}</head><body><p>${B}</p></body>`,
  'a head that does not end': `<head><title>t</title><body><p>${A}</p><p>${B}</p>`,
  'text after the body': `<body><div class="story"><p>${A}</p></body></html><p>${B}</p><p>${C}</p></div>`,
  'two bodies': `<html><body><p>${A}</p><div><html><body class="x"><p>${B}</p></body></html></div><p>${C}</p>`,
  'a select that does not end': `<p>${A}</p><select><option>One<p>${B}</p><div>${C}</div>`,
  'a template': `<p>${A}</p><template><p>${B}</p></template><p>${C}</p>`,
  'a drawing that does not end': `<p>${A}</p><svg><path d="M0 0"><p>${B}</p><p>${C}</p>`,
  'a formula': `<p>${A} <math><mi>x</mi></math></p><p>${B}</p>`,
  'a noscript with half a tag': `<noscript><div></noscript><p>${A}</p><noscript></div></noscript><p>${B}</p>`,
  plaintext: `<p>${A}</p><plaintext><p>${B}</p>`,
  'a frameset': `<frameset><frame src="a"><noframes><p>${A}</p></noframes></frameset>`,
  'an empty comment': `<p>${A}</p><!--><p>${B}</p><!-- --><p>${C}</p>`,
  'a comment that ends oddly': `<p>${A}</p><!-- x --!><p>${B}</p><!-- -->`,
  'a comment that does not end': `<p>${A}</p><p>${B}</p><!-- <p>${C}</p>`,
  'a section that is none': `<p>${A}</p><![CDATA[ x > ]]><p>${B}</p>`,
  'a script that does not end': `<p>${A}</p><p>${B}</p><script>var x = "<p>${C}</p>"`,
  'a script within a comment of a script': `<p>${A}</p><script><!-- <script> </script> <p>${B}</p> --></script><p>${C}</p>`,
  'an attribute that does not end': `<p>${A}</p><p title="x>${B}</p><p title="y">${C}</p>`,
  'a button around a block': `<p>${A}</p><div><button><div>Menu</div></div><p>${B}</p></button><p>${C}</p>`,
  'zeros and a mark': `\ufeff<p>${A}\0</p><p>${B}</p>`,
  'a base, an image and line breaks of old': `<base href="/x"><p>${A}<image src="a"></br>${B}</p>`,
};

describe('broken markup', () => {
  it.each(Object.keys(BROKEN))('%s: is read as browsers read it', (name) => {
    const html = BROKEN[name] ?? '';
    const exact = loadAsBrowsers(html);
    expect(exact).not.toBeNull();
    if (exact === null) return;
    expect(extractFromTree(loadPage(html), { url, html }).article.text).toBe(
      extractFromTree(exact, { url, html }).article.text,
    );
  });

  it('is the same tree without a second parser where nothing is misnested', () => {
    const pages = [
      `<p>${A}<p>${B}<ul><li>a<li>b</ul>`,
      `<head><title>t</title><div>${A}</div>`,
      `<p>${A}<span><div>${B}</div></span></p>`,
      `<div><span><div>${A}</span></div></div>`,
      `<body><div><p>${A}</body></html>${B}`,
      `<noscript></div></noscript><p>${A}`,
      `<div><a href="/x"><svg viewBox="0 0 9 9"/></a><math/></div><p>${A}`,
    ];
    for (const html of pages) {
      const { page, isDoubtful } = parseQuickly(html);
      const exact = loadAsBrowsers(html);
      expect({ html, isDoubtful }).toEqual({ html, isDoubtful: false });
      expect(extractFromTree(page, { url, html }).article).toEqual(
        exact === null ? null : extractFromTree(exact, { url, html }).article,
      );
    }
  });

  it('finds a body that a parser loses which closes all that is open at an end tag', () => {
    const html = `<div class="story"><h2>Basin</h2><p>${A}</p><ul><li>x</li></li></ul></div></ul><div><p>${B}</p></div>`;
    expect(extractFromTree(loadPage(html), { url, html }).article.text).toContain('basin was closed');
  });
});

describe('loadAsBrowsers', () => {
  it.each([
    ['too many elements', '<i></i>'.repeat(PAGE_LIMITS.maxRepairNodes + 1)],
    ['too deep', '<div>'.repeat(PAGE_LIMITS.maxDepth + 1)],
    ['too long', 'x'.repeat(PAGE_LIMITS.maxRepairLength + 1)],
    [
      'formatting that multiplies',
      Array.from({ length: 2_000 }, (_, n) => `<div><b class=c${n}></div>x`).join(''),
    ],
  ])('refuses a page that is %s', (_, html) => {
    expect(loadAsBrowsers(html)).toBeNull();
    expect(loadPage(html).document.children).toHaveLength(1);
  });
});
