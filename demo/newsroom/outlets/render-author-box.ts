import { escapeMarkup as esc } from './escape-markup.js';
import { feedLink, linkItems, wrap } from './fragments.js';
import type { PageContent, PageRenderer } from './page-content.js';
import { writeClock, writeLongDate } from './write-date.js';

/** Pointers to other stories between the paragraphs, a box about the author and tags at the end. */
export const renderAuthorBox: PageRenderer = (page) => `<!doctype html>
<html lang="en-US"><head><meta charset="utf-8"><title>${esc(page.title)} | ${esc(page.site)}</title>
<link rel="canonical" href="${page.url}">${feedLink(page)}
<meta name="parsely-author" content="${esc(page.byline)}"><meta name="parsely-pub-date" content="${page.publishedAt}">
</head><body><div class="site-header"><a href="/">${esc(page.site)}</a></div>
<div class="single"><h1 class="single-title">${esc(page.title)}</h1>
<div class="single-meta">By <a class="author-name" href="/">${esc(page.byline)}</a> | <time datetime="${page.publishedAt}">${writeLongDate(page.publishedAt)} ${writeClock(page.publishedAt)}</time></div>
<div class="single-content">
${page.paragraphs.map((text, index) => wrap('p', esc(text)) + pointerAfter(page, index)).join('\n')}
</div>
<div class="tags">Filed in: <a href="/">${esc(page.section)}</a></div>
<div class="author-box"><h4>About the author</h4><p><strong>${esc(page.byline)}</strong> has reported on companies and courts for this bureau since it opened. Earlier posts include a night desk, a harbour town weekly and a year of radio.</p></div>
</div>
<div class="widget"><h4>Latest</h4><ul>${linkItems(page.related)}</ul></div>
<div class="site-footer">A cooperative of freelance reporters.</div></body></html>`;

function pointerAfter({ related }: PageContent, index: number): string {
  const link = related[(index - 1) / 3];
  if (link === undefined) return '';
  return `\n<p class="see-also"><strong>See also:</strong> <a href="${link.url}">${esc(link.title)}</a></p>`;
}
