import { escapeMarkup as esc, jsonForScript } from './escape-markup.js';
import { feedLink, newsArticle } from './fragments.js';
import type { PageRenderer } from './page-content.js';

/** The text is whole in JSON-LD alone; on the page it hangs in spans that scripts would arrange. */
export const renderJsonLdBody: PageRenderer = (page) => {
  const article = { ...newsArticle(page), articleBody: page.paragraphs.join('\n\n') };
  const graph = {
    '@context': 'https://schema.org',
    '@graph': [{ '@type': 'WebSite', url: page.siteUrl }, article],
  };
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<title>${esc(page.title)}</title>
<link rel="canonical" href="${page.url}">
${feedLink(page)}
<script type="application/ld+json">${jsonForScript(graph)}</script>
</head><body>
<app-shell><app-bar><a href="/">${esc(page.site)}</a> <a href="/">Sign in</a></app-bar>
<story-view><span class="hl">${esc(page.title)}</span>
${page.paragraphs.map((text, index) => `<span data-k="${index}">${splitInSpans(text)}</span>`).join('')}
</story-view>
<rail-view>${page.related.map(({ title, url }) => `<a href="${url}"><span>${esc(title)}</span></a>`).join(' ')}</rail-view>
</app-shell>
<noscript>Please enable scripts to read this story.</noscript>
</body></html>`;
};

/** One span per sentence, without a space between them: taken as it stands, the words would run together. */
function splitInSpans(text: string): string {
  return text
    .split(/(?<=\.) /)
    .map((sentence) => `<span class="s">${esc(sentence)}</span>`)
    .join('');
}
