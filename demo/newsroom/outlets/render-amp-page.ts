import { escapeMarkup as esc, jsonForScript } from './escape-markup.js';
import { newsArticle, wrap } from './fragments.js';
import type { PageRenderer } from './page-content.js';
import { writeLongDate } from './write-date.js';

/** An AMP page: custom elements, advertisements and a subscription prompt between the paragraphs. */
export const renderAmpPage: PageRenderer = (page) => `<!doctype html>
<html amp lang="en"><head><meta charset="utf-8">
<title>${esc(page.title)}</title>
<link rel="canonical" href="${page.url}">
<meta name="viewport" content="width=device-width">
<script type="application/ld+json">${jsonForScript(newsArticle(page))}</script>
<style amp-custom>.ad{min-height:250px}</style>
</head><body>
<amp-analytics type="none"></amp-analytics>
<amp-sidebar id="menu" layout="nodisplay"><ul><li><a href="/">Latest</a></li><li><a href="/">Opinion</a></li><li><a href="/">Podcasts</a></li></ul></amp-sidebar>
<header class="amp-header"><a href="/">${esc(page.site)}</a></header>
<article class="amp-article">
<h1 class="amp-title">${esc(page.title)}</h1>
<div class="amp-meta"><span class="amp-author">${esc(page.byline)}</span> <time datetime="${page.publishedAt}">${writeLongDate(page.publishedAt)}</time></div>
<amp-img src="/lead.jpg" width="1200" height="675" layout="responsive" alt=""></amp-img>
<div class="amp-body">
${page.paragraphs.map((text, index) => wrap('p', esc(text)) + advertisementAfter(index)).join('\n')}
</div>
</article>
<amp-list src="/" layout="fixed-height" height="200"><div role="list">
${page.related.map(({ title, url }) => `<div role="listitem"><a href="${url}">${esc(title)}</a></div>`).join('\n')}
</div></amp-list>
<footer>You are reading the mobile edition.</footer>
</body></html>`;

function advertisementAfter(index: number): string {
  if (index % 3 !== 1) return '';
  return '\n<div class="ad"><amp-ad type="none" width="300" height="250"><div>Advertisement</div></amp-ad></div>';
}
