import { escapeMarkup as esc } from './escape-markup.js';
import { feedLink, linkItems, paragraphs } from './fragments.js';
import type { PageRenderer } from './page-content.js';

/** Never says when a story was published: only the feed does. */
export const renderDateless: PageRenderer = (page) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(page.title)}</title>
<link rel="canonical" href="${page.url}">${feedLink(page)}
<meta property="og:type" content="article"><meta property="og:site_name" content="${esc(page.site)}"></head>
<body><header role="banner"><a href="/">${esc(page.site)}</a></header>
<main role="main"><article class="note"><h1>${esc(page.title)}</h1>
<p class="by" rel="author">${esc(page.byline)}</p>
<div class="note-text">
${paragraphs(page)}
</div></article></main>
<nav class="onward"><h2>Other notes</h2><ul>${linkItems(page.related)}</ul></nav>
<footer role="contentinfo">Notes are never changed after they appear.</footer></body></html>`;
