import { createRandom, type Random } from '../schedule/create-random.js';

/** What a page holds beside its text. */
interface PageShape {
  readonly paragraphs: number;
  readonly railCards: number;
  readonly menuEntries: number;
  readonly comments: number;
  /** Kilobytes of inline script and style. */
  readonly scriptKb: number;
  /** How many elements a generator of pages nests around each part. */
  readonly wrappers: number;
}

/** Pages of 50, 130 and 300 kB: blogs, news sites, and news sites with everything. */
const SHAPES = {
  small: { paragraphs: 18, railCards: 12, menuEntries: 30, comments: 0, scriptKb: 20, wrappers: 2 },
  middle: { paragraphs: 30, railCards: 50, menuEntries: 90, comments: 12, scriptKb: 55, wrappers: 5 },
  large: { paragraphs: 45, railCards: 120, menuEntries: 220, comments: 60, scriptKb: 130, wrappers: 7 },
} as const satisfies Readonly<Record<string, PageShape>>;

export type PageSize = keyof typeof SHAPES;

export const PAGE_SIZES = Object.keys(SHAPES) as readonly PageSize[];

const WORDS =
  'harbour minister signal copper valley network ledger breach river council engine archive border winter tariff bridge orchard satellite union verdict glacier cargo budget museum lantern'.split(
    ' ',
  );

/** Writes an invented news page the way content systems do: the same on every call. */
export function writePage(size: PageSize, seed: number): string {
  const shape: PageShape = SHAPES[size];
  const random = createRandom(seed);
  const title = words(random, 8);
  return `<!DOCTYPE html>
<html lang="en" class="no-js"><head>${writeHead(title, shape, random)}</head>
<body class="article-page template-standard" data-env="production"><div id="app" data-reactroot="">
${wrap(shape, 'header', `<nav class="site-nav" aria-label="Main">${writeMenu(shape, random)}</nav>`)}
<main id="content" class="layout layout--two-columns">
${wrap(shape, 'story', writeStory(title, shape, random))}
<aside class="right-rail" data-component="rail">${repeat(shape.railCards, (at) => writeCard(at, random))}</aside>
${wrap(
  shape,
  'comments',
  repeat(shape.comments, (at) => writeComment(at, random)),
)}
</main>
<footer class="site-footer">${writeMenu(shape, random)}<p>© 2026 The Example. All rights reserved.</p></footer></div>
<script>${writeScript(shape.scriptKb / 2, random)}</script></body></html>`;
}

function writeHead(title: string, shape: PageShape, random: Random): string {
  const article = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    datePublished: '2026-01-05T06:00:00Z',
    author: [{ '@type': 'Person', name: 'Ana Ruiz' }],
    publisher: { '@type': 'Organization', name: 'The Example' },
  };
  return `<meta charset="utf-8"><title>${title} | The Example</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta property="og:title" content="${title}">
<meta property="og:site_name" content="The Example"><meta property="og:description" content="${words(random, 25)}">
<link rel="canonical" href="https://news.example/story"><link rel="stylesheet" href="/main.css">
${repeat(20, (at) => `<link rel="preload" href="/chunk-${at}.js" as="script"><meta name="x-part-${at}" content="${words(random, 4)}">`)}
<script type="application/ld+json">${JSON.stringify(article)}</script>
<style>${repeat(200, (at) => `.c${at}{margin:${at}px;padding:0}`)}</style>
<script>${writeScript(shape.scriptKb / 2, random)}</script>`;
}

function writeStory(title: string, shape: PageShape, random: Random): string {
  return `<article class="story" itemscope itemtype="https://schema.org/NewsArticle"><h1 class="story__title">${title}</h1>
<div class="byline">By <a rel="author" href="/ana">Ana Ruiz</a> <time datetime="2026-01-05T06:00:00Z">5 January 2026</time></div>
<div class="share-bar">${repeat(5, (at) => `<a class="share share--${at}" href="#"><svg viewBox="0 0 24 24"><path d="M12 2l9 20H3z"/></svg><span class="sr-only">Share</span></a>`)}</div>
<div class="story__body">${repeat(shape.paragraphs, (at) => writeParagraph(at, random))}</div></article>`;
}

function writeParagraph(at: number, random: Random): string {
  const furniture = ['', '', '', '', `<div class="ad-slot" id="ad-${at}" data-size="300x250"></div>`, ''][
    at % 6
  ];
  const heading = at % 7 === 6 ? `<h2>${words(random, 5)}</h2>` : '';
  const figure =
    at % 9 === 3
      ? `<figure class="media"><picture><source srcset="/i-${at}-800.webp 800w, /i-${at}-1600.webp 1600w" type="image/webp"><img src="/i-${at}.jpg" alt="${words(random, 4)}" loading="lazy" width="800" height="450"></picture><figcaption>${words(random, 9)}. Photo: The Example</figcaption></figure>`
      : '';
  return `${heading}<p class="c-paragraph" data-index="${at}">${words(random, 30)}, <a href="/tag/${at}" data-track="inline">${words(random, 2)}</a>, ${words(random, 22)} &amp; ${words(random, 3)} &#8220;${words(random, 8)}&#8221;.</p>${figure}${furniture}\n`;
}

function writeCard(at: number, random: Random): string {
  return `<div class="card card--${at % 4}" data-id="${at * 7919}" data-position="${at}"><a class="card__link" href="/story/${at}?ref=rail" data-track="rail|${at}"><div class="card__image"><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="/t-${at}.jpg" alt=""></div><div class="card__text"><span class="card__label">${words(random, 1)}</span><h3 class="card__title">${words(random, 8)}</h3></div></a><p class="card__lead">${words(random, 14)}.</p><time datetime="2026-01-0${(at % 9) + 1}">${at} hours ago</time></div>\n`;
}

function writeComment(at: number, random: Random): string {
  return `<div class="comment" id="comment-${at}"><span class="comment__author">reader${at}</span><p>${words(random, 40)}.</p><button type="button" class="comment__reply">Reply</button></div>\n`;
}

function writeMenu(shape: PageShape, random: Random): string {
  return `<ul class="menu">${repeat(shape.menuEntries, (at) => `<li class="menu__item"><a class="menu__link" href="/section/${at}" data-level="1">${words(random, 2)}</a></li>`)}</ul>`;
}

function writeScript(kilobytes: number, random: Random): string {
  return repeat(
    kilobytes * 8,
    (at) =>
      `window.q${at}=window.q${at}||[];q${at}.push({"k":"${words(random, 9)}"});if(q${at}.length<3){go()}\n`,
  );
}

function wrap(shape: PageShape, name: string, content: string): string {
  const open = repeat(
    shape.wrappers,
    (at) => `<div class="${name}__wrapper css-${at}x${at}" data-layer="${at}">`,
  );
  return `${open}${content}${'</div>'.repeat(shape.wrappers)}`;
}

function repeat(count: number, write: (at: number) => string): string {
  return Array.from({ length: Math.round(count) }, (_, at) => write(at)).join('');
}

function words(random: Random, count: number): string {
  return Array.from({ length: count }, () => WORDS[Math.floor(random.next() * WORDS.length)]).join(' ');
}
