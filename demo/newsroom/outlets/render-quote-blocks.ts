import { escapeMarkup as esc } from './escape-markup.js';
import { feedLink, linkItems } from './fragments.js';
import type { PageRenderer } from './page-content.js';
import { writeLongDate } from './write-date.js';

/** A magazine that sets statements as block quotations of several paragraphs. */
export const renderQuoteBlocks: PageRenderer = (page) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(page.title)} / ${esc(page.site)}</title>
<link rel="canonical" href="${page.url}">${feedLink(page)}
<meta property="og:title" content="${esc(page.title)}"><meta property="og:site_name" content="${esc(page.site)}">
</head><body>
<header class="site"><a href="/">${esc(page.site)}</a><nav><a href="/">Essays</a> <a href="/">Archive</a></nav></header>
<main><article class="longform">
<h1>${esc(page.title)}</h1>
<div class="credits"><span class="by">Words by <b class="author">${esc(page.byline)}</b></span> <time datetime="${page.publishedAt}">${writeLongDate(page.publishedAt)}</time></div>
<section class="longform-text">
${textWithQuotations(page.paragraphs)}
</section>
</article></main>
<section class="next"><h2>Also in this issue</h2><ul>${linkItems(page.related)}</ul></section>
<footer>Printed on Thursdays, read all week.</footer></body></html>`;

/** Neighbouring paragraphs that open with a quotation mark and close none become one block quotation. */
function textWithQuotations(paragraphs: readonly string[]): string {
  return paragraphs
    .map((text, index) => {
      const isQuoted = continuesQuotation(text) || continuesQuotation(paragraphs[index - 1] ?? '');
      const opens = isQuoted && !continuesQuotation(paragraphs[index - 1] ?? '');
      const closes = isQuoted && !continuesQuotation(text);
      return `${opens ? '<blockquote class="statement">\n' : ''}<p>${esc(text)}</p>${closes ? '\n</blockquote>' : ''}`;
    })
    .join('\n');
}

/** True for a paragraph whose quotation goes on in the next one. */
function continuesQuotation(text: string): boolean {
  return /^["\u201c][^"\u201d]*$/.test(text);
}
