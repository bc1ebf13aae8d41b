import { describe, expect, it } from 'vitest';
import { loadPage } from '../../../src/article/load-page.js';
import { headlineOf, readHeadings } from '../../../src/article/read-headings.js';
import { readShownNames } from '../../../src/article/shown-names.js';

function shown(body: string): string[][] {
  const { document, elementsNamed } = loadPage(`<html><body>${body}</body></html>`);
  return readShownNames(document, headlineOf(readHeadings(elementsNamed('h1'), 'news.example'), []));
}
const first = (body: string) => shown(body)[0];
const story = '<h1>Ferry sinks</h1>';

describe('readShownNames', () => {
  it.each([
    ['microdata', '<p itemprop="author"><b itemprop="name">Ana Ruiz</b>, editor</p>', 'Ana Ruiz'],
    ['a link to the author', '<a rel="author" href="/p">Ana Ruiz</a>', 'Ana Ruiz'],
    ['an element named for it', '<span class="post-author">by Ana Ruiz</span>', 'by Ana Ruiz'],
    [
      'a part of it named for it',
      '<div class="byline"><i>by</i> <b class="author-name">Ana Ruiz</b> <i class="author-job">Editor</i></div>',
      'Ana Ruiz',
    ],
    [
      'links that are no sections',
      '<div class="author">by <a href="/a">Ana Ruiz</a> in <a href="/s">Ships</a></div>',
      'Ana Ruiz',
    ],
    ['a line', '<p>By Ana Ruiz</p>', 'By Ana Ruiz'],
    ['an invisible property', '<meta itemprop="author" content="Ana Ruiz">', 'Ana Ruiz'],
  ])('%s', (_, html, raw) => {
    expect(first(story + html)).toEqual([raw]);
  });

  it('takes names that stand together as one byline', () => {
    expect(first(`${story}<a rel="author">Ana Ruiz</a> and <a rel="author">Li Wei</a>`)).toEqual([
      'Ana Ruiz',
      'Li Wei',
    ]);
  });

  it('takes links to the pages of those who write, near the headline', () => {
    const links =
      '<a href="/authors/ana-ruiz">Ana Ruiz</a> & <a href="https://news.example/authors/li-wei/">Li Wei</a>';
    expect(first(`${story}<p>${links}</p>`)).toEqual(['Ana Ruiz', 'Li Wei']);
    expect(shown(`${story}${'<p>Text</p>'.repeat(100)}<p>${links}</p>`)).toEqual([]);
    expect(shown(`${story}<a href="/authors/">All authors</a>`)).toEqual([]);
  });

  it('prefers what stands under the headline', () => {
    expect(first(`<span class="author">Kofi Mensah</span>${story}<p>By Ana Ruiz</p>`)).toEqual([
      'By Ana Ruiz',
    ]);
    expect(first(`<p>By Ana Ruiz</p>${story}<p>x</p>`)).toEqual(['By Ana Ruiz']);
  });

  it.each([
    ['comments', '<div id="comments"><span class="author">Troll Nine</span></div>'],
    ['related stories', '<div class="related-stories"><a rel="author">Kofi Mensah</a></div>'],
    ['the side of the page', '<aside><span class="author">Kofi Mensah</span></aside>'],
    ['the foot of the page', '<footer><span class="author">Kofi Mensah</span></footer>'],
    ['a picture', '<span class="photo author">Kofi Mensah</span>'],
    ['hidden parts', '<div class="hidden"><a rel="author">Kofi Mensah</a></div>'],
  ])('takes no name from %s', (_, html) => {
    expect(shown(story + html)).toEqual([]);
  });

  it('takes no name from other articles, one from the foot or the side of this one', () => {
    const byline = '<span class="author">Ana Ruiz</span>';
    expect(shown(`<article>${story}<p>x</p></article><article>${byline}</article>`)).toEqual([]);
    expect(first(`<article>${story}<footer>${byline}</footer></article>`)).toEqual(['Ana Ruiz']);
    expect(first(`<article>${story}<aside><a rel="author">Ana Ruiz</a></aside></article>`)).toEqual([
      'Ana Ruiz',
    ]);
    expect(shown(`<article>${story}<aside>${byline}</aside></article>`)).toEqual([]);
  });

  it('finds the byline behind many names in a menu', () => {
    const menu = '<b class="author">Kofi Mensah</b>'.repeat(500);
    expect(first(`<div>${menu}</div>${story}<span class="author">Ana Ruiz</span>`)).toEqual(['Ana Ruiz']);
  });

  it('does not look for lines far down', () => {
    expect(shown(`${story}${'<p>Text</p>'.repeat(100)}<p>By Ana Ruiz</p>`)).toEqual([]);
  });
});
