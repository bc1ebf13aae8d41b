import { escapeMarkup as esc } from './escape-markup.js';
import { feedLink, linkItems, paragraphs } from './fragments.js';
import type { PageRenderer } from './page-content.js';
import { writeLongDate } from './write-date.js';

const TOPICS =
  'Arts Books Cars Chess Climate Comment Cookery Crosswords Cycling Dance Design Education Fashion Film Food ' +
  'Gardening Health History Housing Law Letters Markets Music Obituaries Opera Parenting Pensions Photography ' +
  'Property Puzzles Radio Rail Science Shopping Sport Stage Technology Television Travel Weather Wine';

const NOTICES: readonly string[] = [
  'We and our partners store information on a device and read it again in order to keep this service running, to measure which pages are read, and to remember what you told us on your last visit.',
  'Subscribers can read every story without advertisements, listen to each one, give ten articles a month to friends and take part in our evening discussions with the editors.',
  'This newspaper follows a code of practice. If you believe that we have made a mistake, please write to the readers&#39; editor, who answers every letter and publishes a column about them each week.',
  'Gift subscriptions can begin on any day of the year. They end by themselves, so nobody is ever charged for a gift that was forgotten, and we plant a tree for every printed edition that is cancelled.',
];

/** A short story in a great deal of page: three menus, long notices of its own, teasers above and below. */
export const renderHeavyBoilerplate: PageRenderer = (page) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${esc(page.title)} · ${esc(page.site)}</title>
<link rel="canonical" href="${page.url}">${feedLink(page)}
<meta property="article:published_time" content="${page.publishedAt}"><meta name="author" content="${esc(page.byline)}">
</head><body class="page page--article">
<div class="skip"><a href="#content">Skip to content</a></div>
<div class="topbar"><ul><li><a href="/">Subscribe</a></li><li><a href="/">Log in</a></li><li><a href="/">E-paper</a></li></ul></div>
<nav class="mega-menu"><ul>${topics('menu')}</ul></nav>
<div class="notice notice--privacy"><p>${NOTICES[0] ?? ''}</p><button>Agree</button></div>
<div class="teaser-strip"><ul>${linkItems(page.related.slice(0, 2))}</ul></div>
<div class="layout"><div class="layout__main" id="content">
<div class="breadcrumb"><a href="/">Home</a> / <a href="/">${esc(page.section)}</a></div>
<h1 class="headline">${esc(page.title)}</h1>
<div class="meta"><span class="author">${esc(page.byline)}</span><span class="date">${writeLongDate(page.publishedAt)}</span></div>
<div class="toolbar"><button>Save</button><button>Print</button><button>Larger text</button></div>
<div class="story-text">
${paragraphs(page)}
</div>
<div class="promo promo--subscribe"><h3>Read more, for less</h3><p>${NOTICES[1] ?? ''}</p></div>
<div class="comments"><h3>Comments</h3><p>Comments on this story are closed.</p></div>
</div><div class="layout__side">
<div class="box"><h3>Most read</h3><ol>${linkItems(page.related)}</ol></div>
<div class="box"><h3>Newsletter</h3><p>${NOTICES[3] ?? ''}</p></div>
</div></div>
<footer class="footer"><ul>${topics('foot')}</ul><p>${NOTICES[2] ?? ''}</p><p>Registered office and printing house on the ring road.</p></footer>
</body></html>`;

function topics(place: string): string {
  return TOPICS.split(' ')
    .map((topic) => `<li class="${place}__item"><a href="/">${topic}</a></li>`)
    .join('');
}
