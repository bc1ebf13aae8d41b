import type { Charset } from '../charset.js';
import type { HouseStyle } from '../stories/compose-story.js';
import type { Outlet } from './outlet.js';
import { renderAmpPage } from './render-amp-page.js';
import { renderAuthorBox } from './render-author-box.js';
import { renderCookieWall } from './render-cookie-wall.js';
import { renderDateless } from './render-dateless.js';
import { renderDivSoup } from './render-div-soup.js';
import { renderHeavyBoilerplate } from './render-heavy-boilerplate.js';
import { renderJsonLdBody } from './render-json-ld-body.js';
import { renderLazyFigures } from './render-lazy-figures.js';
import { renderLiveBlog } from './render-live-blog.js';
import { renderPlainHeader } from './render-plain-header.js';
import { renderQuoteBlocks } from './render-quote-blocks.js';
import { renderRelatedRails } from './render-related-rails.js';
import { renderSemanticHtml } from './render-semantic-html.js';
import { renderSmartQuotes } from './render-smart-quotes.js';
import { renderTableLayout } from './render-table-layout.js';
import { renderWideCharacters } from './render-wide-characters.js';

const UTF8_HTML = 'text/html; charset=utf-8';

const straight = (charset: Charset = 'utf-8'): HouseStyle => ({
  charset,
  quotes: 'straight',
  hasStatements: false,
});
const curly = (charset: Charset = 'utf-8'): HouseStyle => ({
  charset,
  quotes: 'curly',
  hasStatements: false,
});

/** Every outlet that writes stories. Titles name no country and no actor. */
export const OUTLETS: readonly Outlet[] = [
  {
    name: 'meridian-post',
    title: 'Meridian Post',
    style: curly(),
    pageContentType: UTF8_HTML,
    feedFormat: 'rss',
    feedPath: '/rss.xml',
    storyPath: (slug, id) => `/news/${slug}-${id}`,
    renderPage: renderSemanticHtml,
  },
  {
    name: 'cinder-wire',
    title: 'Cinder Wire',
    style: straight(),
    pageContentType: UTF8_HTML,
    feedFormat: 'atom',
    feedPath: '/atom.xml',
    storyPath: (slug, id) => `/s/${id}/${slug.replace(/\d+/g, 'x')}`,
    renderPage: renderDivSoup,
  },
  {
    name: 'quay-gazette',
    title: 'Quay Gazette',
    style: straight(),
    pageContentType: UTF8_HTML,
    feedFormat: 'rdf',
    feedPath: '/index.rdf',
    storyPath: (_, id) => `/story.php?number=${id}`,
    renderPage: renderTableLayout,
  },
  {
    name: 'prism-dispatch',
    title: 'Prism Dispatch',
    style: curly(),
    pageContentType: UTF8_HTML,
    feedFormat: 'json-feed',
    feedPath: '/feed.json',
    storyPath: (slug, id) => `/stories/${slug}/${id}`,
    renderPage: renderJsonLdBody,
  },
  {
    name: 'swift-pages',
    title: 'Swift Pages',
    style: straight(),
    pageContentType: UTF8_HTML,
    feedFormat: 'rss',
    feedPath: '/feed/',
    storyPath: (slug, id) => `/amp/${slug}-${id}.html`,
    renderPage: renderAmpPage,
  },
  {
    name: 'grand-herald',
    title: 'Grand Herald',
    style: curly(),
    pageContentType: UTF8_HTML,
    feedFormat: 'atom',
    feedPath: '/feeds/all.atom',
    storyPath: (slug, id) => `/articles/${slug}-a${id}`,
    renderPage: renderHeavyBoilerplate,
  },
  {
    name: 'consent-courier',
    title: 'Consent Courier',
    style: straight(),
    pageContentType: UTF8_HTML,
    feedFormat: 'rss',
    feedPath: '/rss',
    storyPath: (slug, id) => `/${slug}-${id}/`,
    renderPage: renderCookieWall,
  },
  {
    name: 'lattice-news',
    title: 'Lattice News',
    style: straight(),
    pageContentType: UTF8_HTML,
    feedFormat: 'json-feed',
    feedPath: '/index.json',
    storyPath: (slug, id) => `/world/${slug}-${id}`,
    renderPage: renderRelatedRails,
  },
  {
    name: 'ticker-live',
    title: 'Ticker Live',
    style: straight(),
    pageContentType: UTF8_HTML,
    feedFormat: 'atom',
    feedPath: '/live.atom',
    storyPath: (slug, id) => `/live/${slug}-${id}`,
    renderPage: renderLiveBlog,
  },
  {
    name: 'longview-review',
    title: 'Longview Review',
    style: { charset: 'utf-8', quotes: 'curly', hasStatements: true },
    pageContentType: UTF8_HTML,
    feedFormat: 'rss',
    feedPath: '/feed.xml',
    storyPath: (slug, id) => `/essays/${slug}-${id}`,
    renderPage: renderQuoteBlocks,
  },
  {
    name: 'fjord-bulletin',
    title: 'Fjord Bulletin',
    style: straight('iso-8859-1'),
    pageContentType: 'text/html; charset=ISO-8859-1',
    feedFormat: 'rdf',
    feedPath: '/rss10.rdf',
    storyPath: (_, id) => `/archive/${id}.html`,
    renderPage: renderPlainHeader,
  },
  {
    name: 'boulevard-echo',
    title: 'Boulevard Echo',
    style: curly('windows-1252'),
    pageContentType: 'text/html',
    feedFormat: 'rss',
    feedPath: '/rss2.xml',
    storyPath: (_, id) => `/?p=${id}`,
    renderPage: renderSmartQuotes,
  },
  {
    name: 'tessera-intel',
    title: 'Tessera Bulletins',
    style: curly('utf-16'),
    pageContentType: 'text/html',
    feedFormat: 'atom',
    feedPath: '/bulletins.atom',
    storyPath: (_, id) => `/bulletins/B${id}.htm`,
    renderPage: renderWideCharacters,
  },
  {
    name: 'dateless-desk',
    title: 'The Dateless Desk',
    style: straight(),
    pageContentType: UTF8_HTML,
    feedFormat: 'json-feed',
    feedPath: '/notes.json',
    storyPath: (slug, id) => `/notes/${slug}-${id}`,
    renderPage: renderDateless,
  },
  {
    name: 'shutter-journal',
    title: 'Shutter Journal',
    style: curly(),
    pageContentType: UTF8_HTML,
    feedFormat: 'rss',
    feedPath: '/journal.rss',
    storyPath: (slug, id) => `/pictures/${slug}-${id}`,
    renderPage: renderLazyFigures,
  },
  {
    name: 'freelance-bureau',
    title: 'Freelance Bureau',
    style: straight(),
    pageContentType: UTF8_HTML,
    feedFormat: 'rdf',
    feedPath: '/bureau.rdf',
    storyPath: (slug, id) => `/reports/${slug}-${id}`,
    renderPage: renderAuthorBox,
  },
];

/** Writes nothing itself: its feed repeats some of the others' links. */
export const AGGREGATOR = {
  name: 'relay-digest',
  title: 'Relay Digest',
  feedFormat: 'rss',
  feedPath: '/digest.xml',
} as const;
