/** What a page says that shows which software made it, and where that keeps its feeds. */
export interface FeedGenerator {
  readonly software: string;
  /** In `<meta name="generator">`. */
  readonly generator?: RegExp;
  /** In the markup, for software that does not name itself. Its first group is `$1` in `feeds`. */
  readonly markup?: RegExp;
  /** Only on pages of these addresses. */
  readonly page?: RegExp;
  /**
   * Relative addresses, the likeliest first: one that begins with `/` is of the site, `./` of the page itself
   * (its address without query and with a slash at the end), `?` of the page as it is.
   */
  readonly feeds: readonly string[];
}

/** Pages that hold a part of a site: a section's own feed is likelier meant there. */
const SECTION_PAGE = /\/(?:category|tag|author|topics?|section)\/[^/?#]+\/?(?:\?|$)/i;

/** From the documentation of the software. */
export const FEED_GENERATORS: readonly FeedGenerator[] = [
  // A channel under its @name: the id that its feed needs stands in the page alone.
  {
    software: 'YouTube',
    page: /^https?:\/\/(?:www\.|m\.)?youtube\.com\//,
    markup: /"(?:externalId|externalChannelId|channelId)":"(UC[\w-]{22})"/,
    feeds: ['https://www.youtube.com/feeds/videos.xml?channel_id=$1'],
  },
  // https://wordpress.org/documentation/article/wordpress-feeds/
  { software: 'WordPress', generator: /^wordpress/i, page: SECTION_PAGE, feeds: ['./feed/'] },
  { software: 'WordPress', generator: /^wordpress/i, feeds: ['/feed/', '/?feed=rss2'] },
  {
    software: 'WordPress',
    markup: /\/wp-content\/(?:themes|plugins|uploads)\//,
    feeds: ['/feed/', '/?feed=rss2'],
  },
  // https://ghost.org/docs/themes/routing/
  { software: 'Ghost', generator: /^ghost/i, page: SECTION_PAGE, feeds: ['./rss/'] },
  { software: 'Ghost', generator: /^ghost/i, feeds: ['/rss/'] },
  // https://support.google.com/blogger/answer/97933
  { software: 'Blogger', generator: /^blogger/i, feeds: ['/feeds/posts/default'] },
  // https://meta.discourse.org/t/finding-discourse-rss-feeds/264134
  { software: 'Discourse', generator: /^discourse/i, page: /\/(?:t|c|tag)\/[^?#]/, feeds: ['.rss'] },
  { software: 'Discourse', generator: /^discourse/i, feeds: ['/latest.rss', '/posts.rss'] },
  { software: 'Drupal', generator: /^drupal/i, feeds: ['/rss.xml'] },
  { software: 'Joomla', generator: /^joomla/i, feeds: ['?format=feed&type=rss', '/?format=feed&type=rss'] },
  // https://gohugo.io/templates/rss/
  { software: 'Hugo', generator: /^hugo/i, feeds: ['/index.xml', './index.xml'] },
  { software: 'Jekyll', generator: /^jekyll/i, feeds: ['/feed.xml', '/atom.xml'] },
  { software: 'Hexo', generator: /^hexo/i, feeds: ['/atom.xml', '/rss2.xml'] },
  { software: 'Eleventy', generator: /^eleventy/i, feeds: ['/feed/feed.xml', '/feed.xml'] },
  { software: 'Astro', generator: /^astro/i, feeds: ['/rss.xml'] },
  { software: 'Gatsby', generator: /^gatsby/i, feeds: ['/rss.xml'] },
  { software: 'Zola', generator: /^zola/i, feeds: ['/atom.xml', '/rss.xml'] },
  { software: 'Pelican', generator: /^pelican/i, feeds: ['/feeds/all.atom.xml'] },
  {
    software: 'MediaWiki',
    generator: /^mediawiki/i,
    feeds: ['/index.php?title=Special:RecentChanges&feed=atom'],
  },
  // https://support.squarespace.com/hc/en-us/articles/205814338
  {
    software: 'Squarespace',
    markup: /\bsquarespace\.com\/universal\//,
    feeds: ['?format=rss', '/blog?format=rss'],
  },
  { software: 'Wix', generator: /^wix\.com/i, feeds: ['/blog-feed.xml'] },
  { software: 'Shopify', markup: /\bcdn\.shopify\.com\//, page: /\/blogs\/[^/?#]+\/?$/, feeds: ['.atom'] },
  { software: 'Substack', markup: /\bsubstackcdn\.com\//, feeds: ['/feed'] },
  { software: 'Medium', markup: /<meta[^>]{0,200}content="com\.medium\.reader"/, feeds: ['/feed'] },
];
