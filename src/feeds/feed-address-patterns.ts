/** Where sites of a known kind keep their feeds. `$1`, `$2` are the groups of `page`. */
export interface FeedAddressPattern {
  readonly platform: string;
  /** Matched against a page's address without its fragment. */
  readonly page: RegExp;
  readonly feeds: readonly string[];
}

/** Names at the top of GitHub that are no accounts. */
const GITHUB_PAGES =
  'about|apps|collections|customer-stories|enterprise|explore|features|issues|login|marketplace|notifications|orgs|pricing|pulls|search|settings|signup|sponsors|team|topics|trending';

/** Sites with @names that have no feed there, or one elsewhere. */
const NOT_FEDIVERSE =
  '(?:[\\w.-]+\\.)?(?:youtube\\.com|medium\\.com|tiktok\\.com|threads\\.(?:net|com)|substack\\.com|telegram\\.me|t\\.me|x\\.com|twitter\\.com)[/:]';

/**
 * From the documentation of the sites where they have one, else from what their pages declare; read 2024 to 2026.
 * Sites without a stable public feed (SoundCloud, Instagram, X, LinkedIn, Facebook, Telegram) are left out.
 */
export const FEED_ADDRESS_PATTERNS: readonly FeedAddressPattern[] = [
  {
    platform: 'YouTube',
    page: /^https?:\/\/(?:www\.|m\.)?youtube\.com\/channel\/([\w-]{1,60})/,
    feeds: ['https://www.youtube.com/feeds/videos.xml?channel_id=$1'],
  },
  {
    platform: 'YouTube',
    page: /^https?:\/\/(?:www\.|m\.)?youtube\.com\/(?:playlist|watch)\?(?:[^#]{0,500}&)?list=([\w-]{10,80})/,
    feeds: ['https://www.youtube.com/feeds/videos.xml?playlist_id=$1'],
  },
  {
    platform: 'YouTube',
    page: /^https?:\/\/(?:www\.|m\.)?youtube\.com\/user\/([\w-]{1,60})/,
    feeds: ['https://www.youtube.com/feeds/videos.xml?user=$1'],
  },
  // https://www.reddit.com/wiki/rss
  {
    platform: 'Reddit',
    page: /^https?:\/\/(?:www\.|old\.|new\.)?reddit\.com\/search\/?\?(?:[^#]{0,500}&)?(q=[^&#]{1,300})/,
    feeds: ['https://www.reddit.com/search.rss?$1&sort=new'],
  },
  {
    platform: 'Reddit',
    page: /^https?:\/\/(?:www\.|old\.|new\.)?reddit\.com\/(user\/[\w-]{1,60}\/m\/[\w-]{1,60})/,
    feeds: ['https://www.reddit.com/$1/.rss'],
  },
  {
    platform: 'Reddit',
    page: /^https?:\/\/(?:www\.|old\.|new\.)?reddit\.com\/((?:r|user)\/[\w+-]{1,200})(?:[/?]|$)/,
    feeds: ['https://www.reddit.com/$1/.rss'],
  },
  // https://docs.github.com/en/rest/activity/feeds; releases, tags and commits are declared by their pages.
  {
    platform: 'GitHub',
    page: /^https?:\/\/github\.com\/([\w.-]{1,60}\/[\w.-]{1,100})\/commits\/([\w./-]{1,200}?)\/?(?:\?|$)/,
    feeds: ['https://github.com/$1/commits/$2.atom'],
  },
  {
    platform: 'GitHub',
    page: new RegExp(`^https?://github\\.com/(?!(?:${GITHUB_PAGES})[/?])([\\w.-]{1,60}/[\\w.-]{1,100})`),
    feeds: [
      'https://github.com/$1/releases.atom',
      'https://github.com/$1/commits.atom',
      'https://github.com/$1/tags.atom',
    ],
  },
  {
    platform: 'GitHub',
    page: new RegExp(`^https?://github\\.com/(?!(?:${GITHUB_PAGES})(?:[/?]|$))([\\w-]{1,60})/?(?:\\?|$)`),
    feeds: ['https://github.com/$1.atom'],
  },
  // https://docs.gitlab.com/user/project/releases/ and /user/profile/contributions_calendar/
  {
    platform: 'GitLab',
    page: /^https?:\/\/gitlab\.com\/((?!explore\/|users\/|help\/)[\w.-]{1,60}(?:\/(?!-)[\w.-]{1,60}){1,8})/,
    feeds: [
      'https://gitlab.com/$1/-/releases.atom',
      'https://gitlab.com/$1/-/tags?format=atom',
      'https://gitlab.com/$1.atom',
    ],
  },
  {
    platform: 'GitLab',
    page: /^https?:\/\/gitlab\.com\/([\w.-]{1,60})\/?$/,
    feeds: ['https://gitlab.com/$1.atom'],
  },
  // https://docs.codeberg.org/ (Forgejo) and other sites of its kind under git.* or code.*
  {
    platform: 'Forgejo',
    page: /^(https?:\/\/(?:codeberg\.org|gitea\.com|(?:git|code)\.[\w.-]{1,100})\/[\w.-]{1,60}\/[\w.-]{1,100}?)(?:\/|\?|$)/,
    feeds: ['$1/releases.rss', '$1.rss'],
  },
  {
    platform: 'Bluesky',
    page: /^https?:\/\/bsky\.app\/profile\/([\w.:-]{1,100})/,
    feeds: ['https://bsky.app/profile/$1/rss'],
  },
  // https://help.medium.com/hc/en-us/articles/214874118-Using-RSS-feeds-of-profiles-publications-and-topics
  {
    platform: 'Medium',
    page: /^https?:\/\/medium\.com\/(tag\/[\w-]{1,60})/,
    feeds: ['https://medium.com/feed/$1'],
  },
  {
    platform: 'Medium',
    page: /^https?:\/\/medium\.com\/(?!feed\/|tag\/|m\/|p\/)(@?[\w.-]{1,60})/,
    feeds: ['https://medium.com/feed/$1'],
  },
  {
    platform: 'Medium or Substack',
    page: /^https?:\/\/((?!www\.)[\w-]{1,60})\.(medium|substack)\.com(?:[/?]|$)/,
    feeds: ['https://$1.$2.com/feed'],
  },
  {
    platform: 'Substack',
    page: /^https?:\/\/(?:www\.)?substack\.com\/@([\w-]{1,60})/,
    feeds: ['https://$1.substack.com/feed'],
  },
  // https://wordpress.com/support/feeds/
  {
    platform: 'WordPress.com',
    page: /^https?:\/\/((?!www\.)[\w-]{1,60})\.wordpress\.com(?:[/?]|$)/,
    feeds: ['https://$1.wordpress.com/feed/'],
  },
  // https://support.google.com/blogger/answer/97933
  {
    platform: 'Blogger',
    page: /^https?:\/\/((?!www\.)[\w-]{1,60})\.blogspot\.(?:com|[a-z]{2}|com?\.[a-z]{2})(?:[/?]|$)/,
    feeds: ['https://$1.blogspot.com/feeds/posts/default'],
  },
  {
    platform: 'Tumblr',
    page: /^https?:\/\/((?!www\.|api\.)[\w-]{1,60})\.tumblr\.com(?:[/?]|$)/,
    feeds: ['https://$1.tumblr.com/rss'],
  },
  {
    platform: 'Tumblr',
    page: /^https?:\/\/www\.tumblr\.com\/(?:blog\/)?((?!explore|dashboard|login|register|tagged|search)[\w-]{1,60})/,
    feeds: ['https://$1.tumblr.com/rss'],
  },
  {
    platform: 'Hacker News',
    page: /^https?:\/\/news\.ycombinator\.com(?:[/?]|$)/,
    feeds: ['https://news.ycombinator.com/rss'],
  },
  {
    platform: 'Lobsters',
    page: /^https?:\/\/lobste\.rs\/t\/([\w,-]{1,100})/,
    feeds: ['https://lobste.rs/t/$1.rss'],
  },
  // https://meta.stackexchange.com/tags/feeds/info
  {
    platform: 'Stack Exchange',
    page: /^(https?:\/\/(?:[\w.-]{1,60}\.stackexchange|stackoverflow|serverfault|superuser|askubuntu|mathoverflow|stackapps)\.(?:com|net))\/questions\/tagged\/([\w.+%-]{1,200})/,
    feeds: ['$1/feeds/tag?tagnames=$2&sort=newest'],
  },
  {
    platform: 'Stack Exchange',
    page: /^(https?:\/\/(?:[\w.-]{1,60}\.stackexchange|stackoverflow|serverfault|superuser|askubuntu|mathoverflow|stackapps)\.(?:com|net))(?:\/questions)?\/?(?:\?|$)/,
    feeds: ['$1/feeds'],
  },
  // https://info.arxiv.org/help/rss.html
  {
    platform: 'arXiv',
    page: /^https?:\/\/(?:www\.)?arxiv\.org\/(?:list|archive)\/([a-z-]{2,20}(?:\.[A-Za-z-]{2,20})?)/,
    feeds: ['https://rss.arxiv.org/rss/$1'],
  },
  // https://docs.pypi.org/api/feeds/
  {
    platform: 'PyPI',
    page: /^https?:\/\/pypi\.org\/project\/([\w.-]{1,100})/,
    feeds: ['https://pypi.org/rss/project/$1/releases.xml'],
  },
  {
    platform: 'SourceForge',
    page: /^https?:\/\/sourceforge\.net\/projects\/([\w.-]{1,100})/,
    feeds: ['https://sourceforge.net/projects/$1/rss'],
  },
  // https://www.flickr.com/services/feeds/
  {
    platform: 'Flickr',
    page: /^https?:\/\/(?:www\.)?flickr\.com\/(?:photos|people)\/(\d{1,20}@N\d{1,4})/,
    feeds: ['https://www.flickr.com/services/feeds/photos_public.gne?id=$1'],
  },
  // https://help.vimeo.com/hc/en-us/articles/12427749741457
  {
    platform: 'Vimeo',
    page: /^https?:\/\/vimeo\.com\/((?:channels\/|groups\/)?(?!channels|groups|categories|watch|search|\d+(?:[/?]|$))[\w-]{1,60})/,
    feeds: ['https://vimeo.com/$1/videos/rss'],
  },
  // https://developers.forem.com/ (the software of dev.to)
  {
    platform: 'DEV',
    page: /^https?:\/\/dev\.to\/t\/([\w-]{1,60})/,
    feeds: ['https://dev.to/feed/tag/$1'],
  },
  {
    platform: 'DEV',
    page: /^https?:\/\/dev\.to\/(?!t\/|search|about|feed)([\w-]{1,60})/,
    feeds: ['https://dev.to/feed/$1'],
  },
  {
    platform: 'Buttondown',
    page: /^https?:\/\/(?:www\.)?buttondown\.(?:com|email)\/([\w.-]{1,60})/,
    feeds: ['https://buttondown.com/$1/rss'],
  },
  // https://docs.joinmastodon.org/user/profile/ and other software of the fediverse.
  {
    platform: 'the fediverse',
    page: new RegExp(`^(https?://(?!${NOT_FEDIVERSE})[\\w.-]{1,100}(?::\\d{1,5})?)/(@[\\w.-]{1,60})/?$`),
    feeds: ['$1/$2.rss'],
  },
  {
    platform: 'the fediverse',
    page: /^(https?:\/\/[\w.-]{1,100}(?::\d{1,5})?\/tags\/[\w%]{1,200})\/?$/,
    feeds: ['$1.rss'],
  },
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
  '/feeds/posts/default',
  '/blog/feed',
  '/news/rss',
];
