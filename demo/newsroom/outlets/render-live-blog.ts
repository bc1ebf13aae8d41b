import { escapeMarkup as esc, jsonForScript } from './escape-markup.js';
import { feedLink, linkItems, newsArticle } from './fragments.js';
import type { PageRenderer } from './page-content.js';
import { writeClock } from './write-date.js';

/** Minutes between two entries. */
const ENTRY_GAP_MINUTES = 7;

/** A live blog: every paragraph is an entry with its time. */
export const renderLiveBlog: PageRenderer = (page) => {
  const article = { ...newsArticle(page), '@type': 'LiveBlogPosting', coverageStartTime: page.publishedAt };
  const entries = page.paragraphs.map((text, index) => {
    const at = new Date(Date.parse(page.publishedAt) + index * ENTRY_GAP_MINUTES * 60_000).toISOString();
    return `<article class="live-entry" id="entry-${index}"><header><time datetime="${at}">${writeClock(at)}</time> <a class="permalink" href="#entry-${index}">Link</a></header>
<div class="live-entry__body"><p>${esc(text)}</p></div></article>`;
  });
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Live: ${esc(page.title)}</title>
<link rel="canonical" href="${page.url}">${feedLink(page)}
<meta property="og:title" content="${esc(page.title)}"><meta name="author" content="${esc(page.byline)}">
<meta property="article:published_time" content="${page.publishedAt}">
<script type="application/ld+json">${jsonForScript(article)}</script>
</head><body><header class="bar"><a href="/">${esc(page.site)}</a> <span class="badge">Live</span></header>
<main class="live-blog"><h1>${esc(page.title)}</h1>
<p class="live-meta">With ${esc(page.byline)}</p>
<div class="live-feed" role="feed">
${entries.join('\n')}
</div></main>
<aside class="live-side"><h2>Earlier coverage</h2><ul>${linkItems(page.related)}</ul></aside>
<footer>This page refreshes by itself.</footer></body></html>`;
};
