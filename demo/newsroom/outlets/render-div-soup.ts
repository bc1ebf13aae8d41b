import { escapeMarkup as esc } from './escape-markup.js';
import { feedLink, paragraphs } from './fragments.js';
import type { PageRenderer } from './page-content.js';
import { writeLongDate } from './write-date.js';

/** No element means anything: divs in divs with class names from a build tool. */
export const renderDivSoup: PageRenderer = (page) => `<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(page.title)} - ${esc(page.site)}</title>
<meta name="author" content="${esc(page.byline)}">
<meta property="og:url" content="${page.url}"><link rel="canonical" href="${page.url}">
<meta name="date" content="${page.publishedAt}">
${feedLink(page)}
<style>.c-1x{margin:0 auto}.c-9q{display:flex}</style></head>
<body><div id="root"><div class="c-1x"><div class="c-9q"><div class="c-aa"><a href="/">${esc(page.site)}</a></div>
<div class="c-ab"><div><a href="/">Top</a></div><div><a href="/">Cyber</a></div><div><a href="/">Money</a></div></div></div>
<div class="c-2b"><div class="c-2c"><div class="c-t1">${esc(page.title)}</div>
<div class="c-m"><div>${esc(page.byline)}</div><div>${writeLongDate(page.publishedAt)}</div><div>4 min read</div></div>
<div class="c-share"><div><a href="/">Share</a></div><div><a href="/">Copy link</a></div></div>
<div class="c-t2"><div class="c-t3">
${paragraphs(page, 'div class="c-p"')}
</div></div></div>
<div class="c-2d"><div class="c-h">Trending</div>
${page.related.map(({ title, url }) => `<div class="c-l"><a href="${url}"><div>${esc(title)}</div></a></div>`).join('\n')}
</div></div>
<div class="c-9z"><div>All rights reserved</div><div><a href="/">Imprint</a></div></div></div></div>
<script>window.__ready=1</script></body></html>`;
