import { escapeMarkup as esc } from './escape-markup.js';
import { feedLink, linkItems, wrap } from './fragments.js';
import type { PageContent, PageRenderer } from './page-content.js';

/** Rails of other stories stand inside the article: what they name is not what the story says. */
export const renderRelatedRails: PageRenderer = (page) => {
  const middle = Math.ceil(page.paragraphs.length / 2);
  const text = (from: number, to?: number) =>
    page.paragraphs
      .slice(from, to)
      .map((paragraph) => wrap('p', esc(paragraph)))
      .join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(page.title)} — ${esc(page.site)}</title>
<link rel="canonical" href="${page.url}">${feedLink(page)}
<meta property="article:published_time" content="${page.publishedAt}">
<meta name="twitter:title" content="${esc(page.title)}"></head>
<body><nav class="primary"><a href="/">${esc(page.site)}</a></nav>
<article itemscope itemtype="https://schema.org/NewsArticle">
<h1 itemprop="headline">${esc(page.title)}</h1>
<p class="byline">By <span itemprop="author">${esc(page.byline)}</span></p>
<meta itemprop="datePublished" content="${page.publishedAt}">
<div itemprop="articleBody" class="article-body">
${text(0, 2)}
${cardRail(page)}
${text(2, middle)}
<aside class="related-inline"><h3>Related stories</h3><ul>${linkItems(page.related.slice(0, 3))}</ul></aside>
${text(middle)}
<div class="recommended" data-component="recirculation"><h4>Recommended for you</h4><ul>${linkItems(page.related.slice(2))}</ul></div>
</div></article>
<footer class="site-footer">Part of an independent press group.</footer></body></html>`;
};

function cardRail({ related }: PageContent): string {
  const cards = related.slice(1, 4).map(({ title, url }) => {
    const link = `<a class="card__link" href="${url}">${esc(title)}</a>`;
    return `<div class="card"><img class="card__image" src="/card.jpg" alt="">${link}<span>5 min</span></div>`;
  });
  return `<section class="related-rail" aria-label="Related">${cards.join('')}</section>`;
}
