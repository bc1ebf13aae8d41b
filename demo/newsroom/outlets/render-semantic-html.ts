import { escapeMarkup as esc, jsonForScript } from './escape-markup.js';
import { feedLink, linkItems, newsArticle, paragraphs } from './fragments.js';
import type { PageRenderer } from './page-content.js';
import { writeClock, writeLongDate } from './write-date.js';

/** The textbook page: semantic HTML5 with JSON-LD and Open Graph. */
export const renderSemanticHtml: PageRenderer = (page) => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${esc(page.title)} | ${esc(page.site)}</title>
<link rel="canonical" href="${page.url}">
${feedLink(page)}
<meta property="og:type" content="article">
<meta property="og:title" content="${esc(page.title)}">
<meta property="og:site_name" content="${esc(page.site)}">
<meta property="article:published_time" content="${page.publishedAt}">
<script type="application/ld+json">${jsonForScript(newsArticle(page))}</script>
</head>
<body>
<header><a href="/">${esc(page.site)}</a>
<nav aria-label="Sections"><ul><li><a href="/">Home</a></li><li><a href="/">World</a></li><li><a href="/">Business</a></li></ul></nav>
</header>
<main>
<article>
<header>
<p class="kicker">${esc(page.section)}</p>
<h1>${esc(page.title)}</h1>
<p class="byline">By <a rel="author" href="/">${esc(page.byline)}</a></p>
<time datetime="${page.publishedAt}">${writeLongDate(page.publishedAt)}, ${writeClock(page.publishedAt)} UTC</time>
</header>
${paragraphs(page)}
</article>
<aside aria-label="More stories"><h2>More from this section</h2><ul>
${linkItems(page.related)}
</ul></aside>
</main>
<footer><p>Corrections are marked at the foot of each story. <a href="/">Contact the editors</a></p></footer>
</body>
</html>`;
