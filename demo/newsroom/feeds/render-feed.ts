import type { FeedFormat } from '../../../src/model/feed.js';
import type { FeedContent } from './feed-content.js';
import { renderAtom } from './render-atom.js';
import { renderJsonFeed } from './render-json-feed.js';
import { renderRdf } from './render-rdf.js';
import { renderRss } from './render-rss.js';

/** The formats that the newsroom publishes in. */
export type NewsroomFeedFormat = Exclude<FeedFormat, 'sitemap'>;

/** Media types without a charset: the XML declaration tells, and JSON is always UTF-8. */
export const FEED_CONTENT_TYPES: Readonly<Record<NewsroomFeedFormat, string>> = {
  rss: 'application/rss+xml',
  rdf: 'application/rdf+xml',
  atom: 'application/atom+xml',
  'json-feed': 'application/feed+json',
};

/** The feed in its format, not yet encoded. */
export function renderFeed(format: NewsroomFeedFormat, feed: FeedContent): string {
  switch (format) {
    case 'rss':
      return renderRss(feed);
    case 'rdf':
      return renderRdf(feed);
    case 'atom':
      return renderAtom(feed);
    case 'json-feed':
      return renderJsonFeed(feed);
  }
}
