import { escapeMarkup as esc } from './escape-markup.js';
import { linkItems, paragraphs } from './fragments.js';
import type { PageRenderer } from './page-content.js';
import { writeLongDate } from './write-date.js';

/** Names windows-1252 in a meta element, for its curly quotation marks and euro signs. */
export const renderSmartQuotes: PageRenderer = (
  page,
) => `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en"><head>
<meta http-equiv="Content-Type" content="text/html; charset=windows-1252" />
<title>${esc(page.title)} » ${esc(page.site)}</title>
<link rel="canonical" href="${page.url}" />
<meta name="sailthru.date" content="${page.publishedAt}" />
</head><body>
<div id="page"><div id="masthead"><a href="/">${esc(page.site)}</a></div>
<div class="hentry post"><h1 class="entry-title">${esc(page.title)}</h1>
<div class="entry-meta"><span class="vcard author"><span class="fn">${esc(page.byline)}</span></span> – <span class="date updated">${writeLongDate(page.publishedAt)}</span></div>
<div class="entry">
${paragraphs(page)}
</div>
<p class="postmetadata">Filed under ${esc(page.section)}. Comments are closed.</p></div>
<div id="secondary"><h2>On the boulevard</h2><ul>${linkItems(page.related)}</ul></div>
<div id="colophon">© the publishers · all rights reserved</div></div></body></html>`;
