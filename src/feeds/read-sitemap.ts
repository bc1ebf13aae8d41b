import { PermanentError } from '../errors.js';
import type { FeedNote, ParsedFeed, ParsedItem } from '../model/feed.js';
import { capItems } from './cap-items.js';
import { pickCategories } from './categories.js';
import { createFeedTree, type FeedNode } from './feed-tree.js';
import { languageTag } from './language-tag.js';
import { NO_AUTHORS } from './person.js';
import { labelText } from './prose.js';
import { firstDate, readPublication } from './publication.js';
import { NO_PACE } from './read-pace.js';
import { NO_PUSH } from './read-push.js';
import { noteState } from './repair-notes.js';
import { repairXml } from './repair-xml.js';
import { resolveLink } from './resolve-link.js';
import { tokenizeMarkup } from './tokenize-markup.js';
import { watchTags } from './watch-tags.js';

/** How many of an index's sitemaps an error names. */
const MAX_NAMED = 3;

/** How a sitemap with the news extension tells itself, even when it lists nothing just now. */
const NEWS_NAMESPACE = /sitemap-news\//i;

/**
 * Reads a news sitemap (https://developers.google.com/search/docs/crawling-indexing/sitemaps/news-sitemap) as a feed: one
 * item per page, with title, date and keywords. `lastmod` says when a page changed, not when it was published.
 *
 * @param xml - the document from its `urlset` on
 * @param url - where it came from, the base of relative addresses; null if unknown
 * @throws PermanentError `feed_unparseable` for a sitemap without the news extension: it lists whatever the site has, old
 *   and new, pages that are no articles among them
 */
export function readSitemap(xml: string, url: string | null): ParsedFeed {
  const { root, notes } = readTree(xml, url);
  const pages = childrenNamed(root, 'url');
  if (!isNewsSitemap(root, pages)) throw refuseSitemap(url);
  const capped = capItems(pages);
  const news = pages.map((page) => newsOf(page)).filter((found) => found !== null);
  return {
    format: 'sitemap',
    title: sameForAll(news.map((found) => textAt(found, 'news:publication', 'news:name'))),
    siteUrl: null,
    language: sameForAll(news.map(languageOf)),
    pace: NO_PACE,
    push: NO_PUSH,
    notes: [...notes, ...capped.notes],
    items: capped.items.map((page) => mapPage(page, url)),
  };
}

function isNewsSitemap(root: FeedNode | null, pages: readonly FeedNode[]): boolean {
  const declared = [...(root?.attributes ?? [])];
  return (
    declared.some(([name, value]) => name.startsWith('xmlns') && NEWS_NAMESPACE.test(value)) ||
    pages.some((page) => newsOf(page) !== null)
  );
}

function refuseSitemap(url: string | null): PermanentError {
  return new PermanentError(
    'feed_unparseable',
    "A sitemap of all pages came, which is no feed. Look for the site's news sitemap or its feed.",
    { context: { url } },
  );
}

/**
 * Why a sitemap index is refused: it lists sitemaps, and which of them to watch is for a person to say.
 *
 * @param xml - the document from its `sitemapindex` on
 * @param url - where it came from; null if unknown
 */
export function refuseSitemapIndex(xml: string, url: string | null): PermanentError {
  const children = childrenNamed(readTree(xml, url).root, 'sitemap')
    .slice(0, MAX_NAMED)
    .map((sitemap) => resolveLink(textAt(sitemap, 'loc') ?? '', url))
    .filter((address) => address !== null);
  const instead =
    children.length === 0 ? 'It names none.' : `Watch one of these instead: ${children.join(', ')}`;
  return new PermanentError(
    'feed_unparseable',
    `A sitemap index came: a list of sitemaps, which is no feed itself. ${instead}`,
    { context: { url } },
  );
}

function readTree(xml: string, url: string | null): { root: FeedNode | null; notes: FeedNote[] } {
  const repaired = repairXml(xml);
  const tree = createFeedTree(url);
  const watch = watchTags(tree);
  tokenizeMarkup(repaired.xml, 'xml', watch);
  const notes = noteState({
    isRepaired: repaired.isRepaired || watch.isIllFormed(),
    isCut: repaired.isCut || tree.isCut(),
  });
  return { root: tree.root(), notes };
}

function mapPage(page: FeedNode, url: string | null): ParsedItem {
  const news = newsOf(page);
  const updated = [textAt(page, 'lastmod') ?? ''];
  return {
    guid: null,
    title: news === null ? null : textAt(news, 'news:title'),
    link: resolveLink(textAt(page, 'loc') ?? '', url),
    commentsUrl: null,
    ...readPublication([(news === null ? null : textAt(news, 'news:publication_date')) ?? '']),
    updatedAt: firstDate(updated),
    summary: null,
    content: null,
    ...NO_AUTHORS,
    categories: keywordsOf(news),
    enclosures: [],
    language: news === null ? null : languageOf(news),
  };
}

function keywordsOf(news: FeedNode | null): string[] {
  return news === null ? [] : pickCategories((textAt(news, 'news:keywords') ?? '').split(','));
}

function newsOf(page: FeedNode): FeedNode | null {
  return childrenNamed(page, 'news:news')[0] ?? null;
}

function languageOf(news: FeedNode): string | null {
  return languageTag(textAt(news, 'news:publication', 'news:language'));
}

/** What a document says of itself only item by item. */
function sameForAll(values: readonly (string | null)[]): string | null {
  const [first = null] = values;
  return values.every((value) => value === first) ? first : null;
}

/** The text of the first element along a path of names; null where there is none. */
function textAt(node: FeedNode, ...path: readonly string[]): string | null {
  let at: FeedNode | undefined = node;
  for (const name of path) at = childrenNamed(at, name)[0];
  const text = at?.children.filter((child) => typeof child === 'string').join('') ?? '';
  return labelText(text) || null;
}

function childrenNamed(node: FeedNode | null | undefined, name: string): FeedNode[] {
  const children = node?.children ?? [];
  return children.filter((child): child is FeedNode => typeof child !== 'string' && child.name === name);
}
