import type { Archive } from './archive.js';
import { encodeText } from './charset.js';
import type { FeedEntry } from './feeds/feed-content.js';
import { FEED_CONTENT_TYPES, renderFeed } from './feeds/render-feed.js';
import { findStoryId, type Outlet } from './outlets/outlet.js';
import { AGGREGATOR, OUTLETS } from './outlets/outlets.js';
import { renderFrontPage } from './outlets/render-front-page.js';
import { createRepresentation, type Answer, type Representation } from './representation.js';
import type { WithdrawnItem } from './withdrawn.js';

/** What the site is made of. */
export interface SiteParts {
  readonly archive: Archive;
  readonly withdrawn: readonly WithdrawnItem[];
  readonly port: number;
  /** The date of everything that is not a story. */
  readonly startedAt: Date;
}

/** Answers a path, with its query, on the host of an outlet. */
export type Site = (outletName: string, path: string) => Answer;

/** The aggregator repeats one story in so many. */
const STORIES_PER_REPEAT = 8;

/** Well-behaved crawlers may read everything else: RFC 9309. */
const ROBOTS_TXT = 'User-agent: *\nDisallow: /private/\n';

const NOT_FOUND: Answer = { kind: 'status', status: 404 };

/** Every host of the newsroom. Feeds are kept until stories are added, pages are written anew each time. */
export function createSite(parts: SiteParts): Site {
  const feeds = new Map<string, { readonly count: number; readonly representation: Representation }>();

  const feedOf = (name: string, render: () => Representation): Answer => {
    const count = parts.archive.count();
    const kept = feeds.get(name);
    if (kept?.count === count) return { kind: 'content', representation: kept.representation };
    const representation = render();
    feeds.set(name, { count, representation });
    return { kind: 'content', representation };
  };

  return (outletName, path) => {
    const outlet = OUTLETS.find(({ name }) => name === outletName);
    if (outlet === undefined && outletName !== AGGREGATOR.name) return NOT_FOUND;
    if (path === '/robots.txt') return text(ROBOTS_TXT, parts.startedAt);
    if (outlet === undefined) {
      return path === AGGREGATOR.feedPath ? feedOf(outletName, () => renderAggregator(parts)) : NOT_FOUND;
    }
    if (path === '/') return renderFront(parts, outlet);
    if (path === outlet.feedPath) return feedOf(outletName, () => renderOutletFeed(parts, outlet));
    return (
      parts.withdrawn.find((item) => item.outlet === outletName && item.path === path)?.answer ??
      renderStory(parts, outlet, path)
    );
  };
}

function text(content: string, date: Date): Answer {
  const representation = createRepresentation(Buffer.from(content), 'text/plain; charset=utf-8', date);
  return { kind: 'content', representation };
}

function originOf(outletName: string, port: number): string {
  return `http://${outletName}.localhost:${port}`;
}

function renderFront({ archive, port, startedAt }: SiteParts, outlet: Outlet): Answer {
  const latest = archive
    .idsOf(outlet)
    .slice(0, 20)
    .map((id) => archive.header(id));
  const feed = {
    url: originOf(outlet.name, port) + outlet.feedPath,
    contentType: FEED_CONTENT_TYPES[outlet.feedFormat],
  };
  const html = renderFrontPage({ site: outlet.title, feed, latest });
  const date = latest[0]?.publishedAt ?? startedAt;
  const representation = createRepresentation(Buffer.from(html), 'text/html; charset=utf-8', date);
  return { kind: 'content', representation };
}

function renderStory({ archive, port }: SiteParts, outlet: Outlet, path: string): Answer {
  const id = findStoryId(path);
  if (id === null || id < 1 || id > archive.count()) return NOT_FOUND;
  const header = archive.header(id);
  if (header.outlet !== outlet || header.path !== path) return NOT_FOUND;
  const siteUrl = originOf(outlet.name, port);
  const html = outlet.renderPage({
    site: outlet.title,
    siteUrl,
    feed: { url: siteUrl + outlet.feedPath, contentType: FEED_CONTENT_TYPES[outlet.feedFormat] },
    url: header.url,
    title: header.title,
    section: header.section,
    byline: header.byline,
    publishedAt: header.publishedAt.toISOString(),
    paragraphs: archive.story(id).body.split('\n\n'),
    related: archive.relatedTo(id).map((other) => archive.header(other)),
  });
  const bytes = encodeText(outlet.style.charset, html);
  return {
    kind: 'content',
    representation: createRepresentation(bytes, outlet.pageContentType, header.publishedAt),
  };
}

function renderOutletFeed(parts: SiteParts, outlet: Outlet): Representation {
  const entries = parts.archive.idsOf(outlet).map((id) => entryOf(parts.archive, id));
  const withdrawn = parts.withdrawn.filter((item) => item.outlet === outlet.name);
  return feedRepresentation(parts, outlet, [
    ...entries,
    ...withdrawn.map(({ url, title }) => {
      return { url, title, section: 'Notices', author: outlet.title, publishedAt: parts.startedAt };
    }),
  ]);
}

function renderAggregator(parts: SiteParts): Representation {
  const repeats = Math.floor(parts.archive.count() / STORIES_PER_REPEAT);
  const ids = Array.from({ length: repeats }, (_, index) => (repeats - index) * STORIES_PER_REPEAT);
  return feedRepresentation(
    parts,
    AGGREGATOR,
    ids.map((id) => entryOf(parts.archive, id)),
  );
}

function entryOf(archive: Archive, id: number): FeedEntry {
  const { url, title, section, byline, publishedAt } = archive.header(id);
  return { url, title, section, author: byline, publishedAt };
}

type Publisher = Pick<Outlet, 'name' | 'title' | 'feedFormat' | 'feedPath'> & Partial<Pick<Outlet, 'style'>>;

function feedRepresentation(
  parts: SiteParts,
  publisher: Publisher,
  entries: readonly FeedEntry[],
): Representation {
  const { name, title, feedFormat, feedPath, style } = publisher;
  // XML in UTF-16 is rare enough that outlets of that kind are given UTF-8 feeds.
  const charset = style === undefined || style.charset === 'utf-16' ? 'utf-8' : style.charset;
  const siteUrl = originOf(name, parts.port);
  const updatedAt = entries[0]?.publishedAt ?? parts.startedAt;
  const content = {
    title,
    siteUrl: `${siteUrl}/`,
    feedUrl: siteUrl + feedPath,
    updatedAt,
    encoding: charset,
    entries,
  };
  return createRepresentation(
    encodeText(charset, renderFeed(feedFormat, content)),
    FEED_CONTENT_TYPES[feedFormat],
    updatedAt,
  );
}
