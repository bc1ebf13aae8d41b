import { escapeMarkup as esc } from './escape-markup.js';
import { linkItems } from './fragments.js';
import type { StoryLink } from './page-content.js';

/** What a front page shows. */
export interface FrontPage {
  readonly site: string;
  readonly feed: { readonly url: string; readonly contentType: string };
  /** Newest first. */
  readonly latest: readonly StoryLink[];
}

/** The same plain front page for every outlet; feed readers find its feed there. */
export function renderFrontPage({ site, feed, latest }: FrontPage): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(site)}</title>
<link rel="alternate" type="${feed.contentType}" title="${esc(site)}" href="${feed.url}"></head>
<body><h1>${esc(site)}</h1>
<ul>
${linkItems(latest)}
</ul></body></html>`;
}
