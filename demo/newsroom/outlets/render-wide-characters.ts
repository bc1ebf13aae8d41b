import { escapeMarkup as esc } from './escape-markup.js';
import { feedLink, linkItems, paragraphs } from './fragments.js';
import type { PageRenderer } from './page-content.js';

/** A bulletin exported from an office program, which saves UTF-16 with a byte order mark. */
export const renderWideCharacters: PageRenderer = (page) => `<html lang="en">
<head><title>${esc(page.title)}</title>
<meta name="Generator" content="Bulletin Export 12">
<meta name="DC.creator" content="${esc(page.byline)}"><meta name="DC.date.issued" content="${page.publishedAt}">
<link rel="canonical" href="${page.url}">${feedLink(page)}
<style>p.BodyText { margin: 0 0 10pt }</style></head>
<body lang="EN"><div class="Section1">
<p class="Header"><a href="/">${esc(page.site)}</a> / ${esc(page.section)}</p>
<h1 class="Title">${esc(page.title)}</h1>
${paragraphs(page, 'p class="BodyText"')}
</div>
<div class="Section2"><h2>Further bulletins</h2><ul>${linkItems(page.related)}</ul></div>
</body></html>`;
