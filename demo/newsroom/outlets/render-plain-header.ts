import { escapeMarkup as esc } from './escape-markup.js';
import { linkItems, paragraphs } from './fragments.js';
import type { PageRenderer } from './page-content.js';
import { writeLongDate } from './write-date.js';

/** Says nothing of its encoding: only the HTTP header does. */
export const renderPlainHeader: PageRenderer = (page) => `<!DOCTYPE html>
<html lang="en"><head><title>${esc(page.title)}</title>
<link rel="canonical" href="${page.url}">
<meta name="author" content="${esc(page.byline)}"></head>
<body><div id="header"><h2><a href="/">${esc(page.site)}</a></h2><ul id="navigation"><li><a href="/">Front page</a></li><li><a href="/">Sea and harbour</a></li><li><a href="/">Notices</a></li></ul></div>
<div id="content"><h1>${esc(page.title)}</h1>
<p class="dateline">${esc(page.byline)}, <abbr class="published" title="${page.publishedAt}">${writeLongDate(page.publishedAt)}</abbr></p>
<div class="entry-content">
${paragraphs(page)}
</div></div>
<div id="sidebar"><h3>Recent entries</h3><ul>${linkItems(page.related)}</ul></div>
<div id="footer">Powered by a small press and a large printer.</div></body></html>`;
