import { describe, expect, it } from 'vitest';
import { loadPage } from '../../../src/article/load-page.js';
import { headlineOf, readHeadings } from '../../../src/article/read-headings.js';

const headings = (body: string) =>
  readHeadings(loadPage(`<html><body>${body}</body></html>`).elementsNamed('h1'), 'news.example');

describe('readHeadings', () => {
  it.each([
    ['<h1><span class="kicker">Shipping</span> Ferry sinks off Visby</h1>', 'Ferry sinks off Visby'],
    ['<h1>Ferry sinks off Visby<br><small>4 May 2024</small></h1>', 'Ferry sinks off Visby'],
    [
      '<h1>Ferry sinks off Visby <h4>Posted by Ana Ruiz on the fourth of May</h4></h1>',
      'Ferry sinks off Visby',
    ],
    [
      '<h1><span class="overline">Coast</span><span class="sr-only"> - </span>Ferry sinks</h1>',
      'Ferry sinks',
    ],
    ['<h1><b>Ferry</b> sinks</h1>', 'Ferry sinks'],
  ])('%s', (html, core) => {
    expect(headings(html)[0]?.core).toBe(core);
  });

  it('keeps a part that is named like a label but is most of the heading', () => {
    expect(
      headings('<h1>Visby: <span class="subtitle">Ferry sinks in the harbour</span></h1>')[0]?.core,
    ).toBe('Visby: Ferry sinks in the harbour');
  });

  it.each([
    ['<h1><a href="/">Harbour Times</a></h1>', true],
    ['<a href="https://www.news.example/"><h1>Harbour Times</h1></a>', true],
    ['<h1><a href="https://other.example/">Ferry sinks</a></h1>', false],
    ['<h1><a href="/story-1">Ferry sinks</a></h1>', false],
    ['<h1><a href="/">Home</a> Ferry sinks</h1>', false],
  ])('tells links to the home page: %s', (html, isHomeLink) => {
    expect(headings(html)[0]?.isHomeLink).toBe(isHomeLink);
  });

  it('leaves out headings without text', () => {
    expect(headings('<h1></h1><h1><img alt="x"></h1>')).toEqual([]);
  });
});

describe('headlineOf', () => {
  it('is the heading that says a title, else the first that is no link home', () => {
    const all = headings('<h1><a href="/">Harbour Times</a></h1><h1>More</h1><h1>Ferry sinks</h1>');
    expect(headlineOf(all, ['Ferry sinks'])).toBe(all[2]?.element);
    expect(headlineOf(all, ['Other'])).toBe(all[1]?.element);
    expect(headlineOf([], ['Other'])).toBeNull();
  });
});
