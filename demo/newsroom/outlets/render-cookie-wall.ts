import { escapeMarkup as esc } from './escape-markup.js';
import { feedLink, linkItems, paragraphs } from './fragments.js';
import type { PageRenderer } from './page-content.js';
import { writeClock, writeLongDate } from './write-date.js';

/** The story is all there, behind a dialogue that comes first in the document and is wordy. */
export const renderCookieWall: PageRenderer = (page) => `<!doctype html>
<html lang="en" class="no-scroll"><head><meta charset="utf-8"><title>${esc(page.title)}</title>
<link rel="canonical" href="${page.url}">${feedLink(page)}
<meta property="og:site_name" content="${esc(page.site)}"><meta name="author" content="${esc(page.byline)}">
</head><body>
<div id="consent-overlay" class="consent consent--modal" role="dialog" aria-modal="true" aria-label="Cookies">
<h2>Your privacy matters to us</h2>
<p>Together with our 847 partners we would like to use cookies and similar techniques in order to show you advertisements that fit your interests, to measure how they perform, and to develop our products.</p>
<p>You can change your mind at any time by opening the privacy centre at the foot of each page. Cookies that this site cannot do without are always set, and you cannot switch them off.</p>
<p>Some partners do not ask for consent but rely on their legitimate interest. Open the list of partners to object to each of them one by one.</p>
<button>Accept all</button> <button>Only what is necessary</button> <a href="/">List of partners</a>
</div>
<div class="wrapper" aria-hidden="true">
<header class="masthead"><a href="/">${esc(page.site)}</a></header>
<article class="post"><h1>${esc(page.title)}</h1>
<div class="post-info">Published <time datetime="${page.publishedAt}">${writeLongDate(page.publishedAt)} ${writeClock(page.publishedAt)}</time> by <span class="post-author">${esc(page.byline)}</span></div>
<div class="post-content">
${paragraphs(page)}
</div></article>
<section class="more"><h2>Keep reading</h2><ul>${linkItems(page.related)}</ul></section>
<footer><a href="/">Privacy centre</a></footer>
</div></body></html>`;
