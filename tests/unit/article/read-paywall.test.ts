import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/article/extract-article.js';

const isPaywalled = (head: string): boolean =>
  extractArticle({ url: 'https://news.example/a', html: `<head>${head}</head><body><p>A part.</p></body>` })
    .isPaywalled;
const jsonLd = (object: unknown) => `<script type="application/ld+json">${JSON.stringify(object)}</script>`;

describe('readPaywall', () => {
  it.each([
    ['of the article', jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: false })],
    ['as text', jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: 'False' })],
    [
      'of a part of it',
      jsonLd({
        '@type': 'NewsArticle',
        hasPart: [{ '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.paid' }],
      }),
    ],
    ['in a meta tag', '<meta property="article:content_tier" content="metered">'],
  ])('believes what the page says %s', (_, head) => {
    expect(isPaywalled(head)).toBe(true);
  });

  it.each([
    ['says nothing', ''],
    ['is free', jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: true })],
    ['is in the free tier', '<meta property="article:content_tier" content="free">'],
  ])('sees none where the page %s', (_, head) => {
    expect(isPaywalled(head)).toBe(false);
  });
});
