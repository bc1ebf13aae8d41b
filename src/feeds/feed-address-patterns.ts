/** Where sites of a known kind keep their feeds. `$1`, `$2` are the groups of `page`. */
export interface FeedAddressPattern {
  /** Matched against a page's address without query and fragment. */
  readonly page: RegExp;
  readonly feeds: readonly string[];
}

/** From the documentation of the sites and from their pages, 2024 to 2026. */
export const FEED_ADDRESS_PATTERNS: readonly FeedAddressPattern[] = [
  {
    page: /^https?:\/\/(?:www\.)?youtube\.com\/channel\/([\w-]{1,60})/,
    feeds: ['https://www.youtube.com/feeds/videos.xml?channel_id=$1'],
  },
  {
    page: /^https?:\/\/(?:www\.|old\.)?reddit\.com\/((?:r|user)\/[\w-]{1,60})/,
    feeds: ['https://www.reddit.com/$1/.rss'],
  },
  {
    page: /^https?:\/\/github\.com\/([\w.-]{1,60})\/([\w.-]{1,100})/,
    feeds: ['https://github.com/$1/$2/releases.atom', 'https://github.com/$1/$2/commits.atom'],
  },
  { page: /^https?:\/\/medium\.com\/(@?[\w.-]{1,60})/, feeds: ['https://medium.com/feed/$1'] },
  { page: /^https?:\/\/([\w-]{1,60})\.(medium|substack)\.com(?:\/|$)/, feeds: ['https://$1.$2.com/feed'] },
  // Mastodon and other software of the fediverse.
  { page: /^(https?:\/\/[\w.-]{1,100})\/(@[\w.-]{1,60})\/?$/, feeds: ['$1/$2.rss'] },
];

/** Paths where feeds live when nothing points to them, the most frequent first. */
export const WELL_KNOWN_PATHS: readonly string[] = [
  '/feed',
  '/rss',
  '/rss.xml',
  '/feed.xml',
  '/atom.xml',
  '/index.xml',
  '/feed.json',
];
