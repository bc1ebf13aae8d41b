import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/article/extract-article.js';
import { KIND_CASES } from './page-kinds.js';

describe('the kind of a page', () => {
  it.each(KIND_CASES)('$name: $kind', ({ url, html, kind }) => {
    expect(extractArticle({ url, html }).kind).toBe(kind);
  });

  it('is told of an address that is none', () => {
    expect(extractArticle({ url: 'no address', html: '<p>Some text.</p>' }).kind).toBe('article');
  });

  it('of a page of nothing but nested headings and buttons costs no square of their number', () => {
    const html = '<h2><div role="button">'.repeat(20_000);
    expect(extractArticle({ url: 'https://paper.example/a', html }).kind).toBe('article');
  });
});
