import { describe, expect, it } from 'vitest';
import { guessFeeds, type GuessablePage } from '../../../src/feeds/guess-feeds.js';

function guess(url: string, page: Partial<GuessablePage> = {}): string[] {
  return guessFeeds({ url, html: '', generator: '', canonicalUrl: null, ...page }).map((feed) => feed.url);
}

/** Usual paths of the site are always tried as well. */
function isOnlyUsual(url: string): boolean {
  return guessFeeds({ url, html: '', generator: '', canonicalUrl: null }).every(({ found }) =>
    found.includes('usual'),
  );
}

describe('the platforms', () => {
  it.each([
    [
      'https://www.youtube.com/channel/UC_x-1?view=0',
      'https://www.youtube.com/feeds/videos.xml?channel_id=UC_x-1',
    ],
    [
      'https://www.youtube.com/playlist?list=PLabcdefgh_-1',
      'https://www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefgh_-1',
    ],
    [
      'https://www.youtube.com/watch?v=1&list=PLabcdefgh',
      'https://www.youtube.com/feeds/videos.xml?playlist_id=PLabcdefgh',
    ],
    ['https://youtube.com/user/somebody/videos', 'https://www.youtube.com/feeds/videos.xml?user=somebody'],
    ['https://old.reddit.com/r/netsec/', 'https://www.reddit.com/r/netsec/.rss'],
    ['https://www.reddit.com/r/netsec+osint', 'https://www.reddit.com/r/netsec+osint/.rss'],
    ['https://www.reddit.com/user/a-b/m/news/', 'https://www.reddit.com/user/a-b/m/news/.rss'],
    [
      'https://www.reddit.com/search/?q=port+strike',
      'https://www.reddit.com/search.rss?q=port+strike&sort=new',
    ],
    ['https://github.com/owner/repo/issues', 'https://github.com/owner/repo/releases.atom'],
    [
      'https://github.com/owner/repo/commits/feature/x',
      'https://github.com/owner/repo/commits/feature/x.atom',
    ],
    ['https://github.com/owner', 'https://github.com/owner.atom'],
    ['https://gitlab.com/group/sub/project/-/issues', 'https://gitlab.com/group/sub/project/-/releases.atom'],
    ['https://codeberg.org/owner/repo', 'https://codeberg.org/owner/repo/releases.rss'],
    ['https://bsky.app/profile/desk.example', 'https://bsky.app/profile/desk.example/rss'],
    ['https://medium.com/@somebody', 'https://medium.com/feed/@somebody'],
    ['https://medium.com/a-publication/article-1', 'https://medium.com/feed/a-publication'],
    ['https://medium.com/tag/security', 'https://medium.com/feed/tag/security'],
    ['https://letter.substack.com/p/1', 'https://letter.substack.com/feed'],
    ['https://blog.wordpress.com/2025/01/', 'https://blog.wordpress.com/feed/'],
    ['https://blog.blogspot.co.uk/', 'https://blog.blogspot.com/feeds/posts/default'],
    ['https://blog.tumblr.com/post/1', 'https://blog.tumblr.com/rss'],
    ['https://www.tumblr.com/blogname', 'https://blogname.tumblr.com/rss'],
    ['https://news.ycombinator.com/news', 'https://news.ycombinator.com/rss'],
    [
      'https://stackoverflow.com/questions/tagged/tls?tab=Newest',
      'https://stackoverflow.com/feeds/tag?tagnames=tls&sort=newest',
    ],
    ['https://security.stackexchange.com/questions', 'https://security.stackexchange.com/feeds'],
    ['https://arxiv.org/list/cs.CR/recent', 'https://rss.arxiv.org/rss/cs.CR'],
    ['https://pypi.org/project/requests/', 'https://pypi.org/rss/project/requests/releases.xml'],
    [
      'https://www.flickr.com/photos/12345678@N00/',
      'https://www.flickr.com/services/feeds/photos_public.gne?id=12345678@N00',
    ],
    ['https://vimeo.com/channels/staffpicks', 'https://vimeo.com/channels/staffpicks/videos/rss'],
    ['https://dev.to/t/security', 'https://dev.to/feed/tag/security'],
    ['https://substack.com/@letter', 'https://letter.substack.com/feed'],
    ['https://social.example/tags/security', 'https://social.example/tags/security.rss'],
    ['https://social.example/@desk', 'https://social.example/@desk.rss'],
  ])('name the feed of %s', (page, feed) => {
    expect(guess(page)[0]).toBe(feed);
  });

  it.each([
    'https://github.com/topics/security',
    'https://github.com/features',
    'https://www.youtube.com/@handle',
    'https://www.tiktok.com/@somebody',
    'https://vimeo.com/123456',
    'https://www.reddit.com/',
    'https://notgithub.com/owner/repo',
  ])('keep no feed of %s that its address shows', (page) => {
    expect(isOnlyUsual(page)).toBe(true);
  });

  it('are known by what a page calls itself', () => {
    const canonicalUrl = 'https://www.youtube.com/channel/UCabc';
    expect(guess('https://www.youtube.com/@handle', { canonicalUrl })[0]).toBe(
      'https://www.youtube.com/feeds/videos.xml?channel_id=UCabc',
    );
  });

  it('may show the id of a channel in the page alone', () => {
    const html = '<script>{"externalId":"UCabcdefghijklmnopqrstuv"}</script>';
    const feed = 'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv';
    expect(guess('https://www.youtube.com/@handle', { html })[0]).toBe(feed);
    expect(guess('https://elsewhere.example/', { html })).not.toContain(feed);
  });
});

describe('the software of a site', () => {
  it.each([
    ['WordPress 6.4', 'https://a.example/2025/post/', 'https://a.example/feed/'],
    ['WordPress 6.4', 'https://a.example/category/ports?x=1', 'https://a.example/category/ports/feed/'],
    ['Ghost 5.8', 'https://a.example/', 'https://a.example/rss/'],
    ['Ghost 5.8', 'https://a.example/tag/ports/', 'https://a.example/tag/ports/rss/'],
    ['Discourse 3.2', 'https://a.example/t/slug/12', 'https://a.example/t/slug/12.rss'],
    ['Discourse 3.2', 'https://a.example/', 'https://a.example/latest.rss'],
    ['Joomla! - Open Source', 'https://a.example/news', 'https://a.example/news?format=feed&type=rss'],
    ['Hugo 0.120', 'https://a.example/posts/', 'https://a.example/index.xml'],
  ])('%s keeps the feed of %s at %s', (generator, page, feed) => {
    expect(guess(page, { generator })[0]).toBe(feed);
  });

  it('may be seen in the markup', () => {
    const html = '<link rel=stylesheet href="/wp-content/themes/x/style.css">';
    expect(guess('https://a.example/', { html })[0]).toBe('https://a.example/feed/');
  });
});

it('tries the usual paths on any site', () => {
  expect(guess('https://a.example/x/y?z#w').slice(0, 3)).toEqual([
    'https://a.example/feed',
    'https://a.example/rss',
    'https://a.example/rss.xml',
  ]);
});

it('takes linear time on hostile addresses and pages', () => {
  const long = 'a'.repeat(7_000);
  for (const url of [
    `https://www.youtube.com/watch?${'&'.repeat(7_000)}`,
    `https://git.${long}.example/${long}`,
    `https://gitlab.com/${'a/'.repeat(3_500)}`,
  ]) {
    expect(guess(url, { html: '<meta '.repeat(100_000) }).length).toBeGreaterThan(0);
  }
});
