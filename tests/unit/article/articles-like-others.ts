import { BRIEF, images, jsonLd, page, STORY, teasers, title, type KindCase } from './page-parts.js';

/** Pages that look like another kind in one respect, and hold a real article. */
export const ARTICLES: readonly KindCase[] = [
  {
    name: 'a story about missing pages',
    url: 'https://paper.example/2026/05/dead-links',
    html: page(title('Page not found: how dead links rot the web'), `<h1>Page not found</h1>${STORY}`),
  },
  {
    name: 'a brief whose headline is about an error',
    url: 'https://paper.example/2026/05/outage',
    html: page(
      title('Service unavailable for a day, harbour says'),
      `<h1>Service unavailable for a day, harbour says</h1><p>${BRIEF}</p>`,
    ),
  },
  {
    name: 'a story on consent under a cookie banner',
    url: 'https://paper.example/2026/05/consent',
    html: page(
      title('Court: consent to cookies must be free') +
        '<meta property="article:published_time" content="2026-05-04T10:00:00Z">',
      `<h1>Court: consent to cookies must be free</h1><p>The court ruled that consent to cookies must be free, and that partners who get personal data need a legitimate interest of their own.</p>${STORY}<div class="banner"><button>Accept all</button></div>`,
    ),
  },
  {
    name: 'a story with a login form in its header',
    url: 'https://paper.example/2026/05/bridge-vote',
    html: page(
      title('Council puts off the vote'),
      `<header><form><input type="password"><button>Log in</button></form></header><h1>Council puts off the vote</h1>${STORY}`,
    ),
  },
  {
    name: 'a brief beside a hidden form to log in',
    url: 'https://paper.example/2026/05/quay',
    html: page(
      title('Quay closed') +
        jsonLd({ '@type': 'NewsArticle', headline: 'Quay closed', datePublished: '2026-05-04' }),
      `<div class="modal"><h1>Log in</h1><input type="password"></div><h1>Quay closed</h1><p>${BRIEF}</p>`,
    ),
  },
  {
    name: 'a brief of its own under a topic, with many teasers below',
    url: 'https://paper.example/topics/harbours-of-the-north/quay-closed-until-spring',
    html: page(title('Quay closed'), `<h1>Quay closed</h1><p>${BRIEF}</p>${teasers(20)}`),
  },
  {
    name: 'a gallery with an article’s text',
    url: 'https://paper.example/photos/2026/05/bridges',
    html: page(
      title('Bridges') + jsonLd({ '@type': 'ImageGallery' }),
      `<h1>Bridges</h1>${images(9)}${STORY}`,
    ),
  },
  {
    name: 'a film with an article’s text',
    url: 'https://paper.example/video/2026/bridge',
    html: page(
      title('A bridge moves') + '<meta property="og:type" content="video.other">',
      `<h1>A bridge moves</h1><video src="/a.mp4"></video>${STORY}`,
    ),
  },
  {
    name: 'a brief with a film on top',
    url: 'https://paper.example/2026/05/quay',
    html: page(
      title('Quay closed') +
        jsonLd({ '@type': 'NewsArticle', headline: 'Quay closed', datePublished: '2026-05-04' }) +
        jsonLd({ '@type': 'VideoObject', name: 'Quay closed' }),
      `<h1>Quay closed</h1><video src="/q.mp4"></video><p>${BRIEF}</p>`,
    ),
  },
  {
    name: 'a story under a topic’s address',
    url: 'https://paper.example/topics/harbours/quay-closed',
    html: page(
      title('Quay closed') + '<meta property="article:published_time" content="2026-05-04T10:00:00Z">',
      `<h1>Quay closed</h1><p>${BRIEF}</p>${teasers(8)}`,
    ),
  },
  {
    name: 'a story named by a parameter of the root',
    url: 'https://paper.example/?p=5120',
    html: page(title('Council puts off the vote'), `<h1>Council puts off the vote</h1>${STORY}${teasers(8)}`),
  },
  {
    name: 'a site of one page',
    url: 'https://bridge.example/',
    html: page(title('The bridge'), `<h1>The bridge</h1>${STORY}${STORY}${STORY}`),
  },
  {
    name: 'a story in Japanese',
    url: 'https://paper.example/news/0504',
    html: page(
      title('橋の採決は延期'),
      `<h1>橋の採決は延期</h1><p>${'市議会は火曜日、新しい橋の建設について話し合い、採決を春まで延期した。'.repeat(8)}</p>`,
    ),
  },
].map((article) => ({ ...article, kind: 'article' as const }));
