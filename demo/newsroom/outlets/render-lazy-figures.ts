import { escapeMarkup as esc, jsonForScript } from './escape-markup.js';
import { feedLink, linkItems, newsArticle, wrap } from './fragments.js';
import type { PageRenderer } from './page-content.js';
import { writeLongDate } from './write-date.js';

const CAPTIONS: readonly string[] = [
  'The view from the car park on the morning after.',
  'A control desk of the kind described, in an archive picture.',
  'Cables in the basement of an office block.',
];

/** A picture paper: lazy images with captions and credits between the paragraphs. */
export const renderLazyFigures: PageRenderer = (page) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(page.title)} | ${esc(page.site)}</title>
<link rel="canonical" href="${page.url}">${feedLink(page)}
<script type="application/ld+json">${jsonForScript({ ...newsArticle(page), image: ['/lead.jpg'] })}</script>
</head><body><header><a href="/">${esc(page.site)}</a></header>
<main><article class="story"><h1 class="story__headline">${esc(page.title)}</h1>
<div class="story__byline">${esc(page.byline)} · ${writeLongDate(page.publishedAt)}</div>
${page.paragraphs.map((text, index) => figureBefore(index) + wrap('p class="story__p"', esc(text))).join('\n')}
</article></main>
<section class="gallery-teasers"><h2>More picture stories</h2><ul>${linkItems(page.related)}</ul></section>
<footer>Pictures may not be reproduced.</footer></body></html>`;

function figureBefore(index: number): string {
  if (index % 3 !== 0) return '';
  const caption = CAPTIONS[(index / 3) % CAPTIONS.length] ?? '';
  return `<figure class="lazy"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/photo-${index}.jpg" loading="lazy" alt="${caption}"><noscript><img src="/photo-${index}.jpg" alt="${caption}"></noscript><figcaption>${caption} <span class="credit">Photograph: picture desk</span></figcaption></figure>\n`;
}
