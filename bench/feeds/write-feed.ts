/** The syntax that a feed is written in. */
export type FeedSyntax = 'rss' | 'atom' | 'json';

/** What a feed looks like. */
export interface FeedShape {
  readonly syntax: FeedSyntax;
  readonly items: number;
  /** Words in a description; a whole article, where there is one, has ten times as many. */
  readonly words: number;
  /** Whole articles in the feed: none, in CDATA sections, or as escaped HTML. */
  readonly content: 'none' | 'cdata' | 'escaped';
}

/** A feed and what must be read from it. */
export interface WrittenFeed {
  readonly body: Buffer;
  readonly contentType: string;
  readonly items: number;
  readonly first: ExpectedItem;
  readonly last: ExpectedItem;
}

export interface ExpectedItem {
  readonly title: string;
  readonly link: string;
  /** Milliseconds since 1970. */
  readonly publishedMs: number;
}

interface Story extends ExpectedItem {
  readonly guid: string;
  readonly author: string;
  readonly categories: readonly string[];
  readonly summaryHtml: string;
  readonly articleHtml: string | null;
}

const WORDS =
  'the of and to in a minister port grain budget court treaty rail storm lithium export council harbour vote café São Kraków Zürich naïve – “quoted” river bridge satellite quarter growth strike union mayor ferry glacier archive festival museum'.split(
    ' ',
  );
const FIRST_DAY_MS = Date.UTC(2026, 0, 5, 6);
const MINUTE_MS = 60_000;

const CONTENT_TYPES = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json',
} as const;

/**
 * Writes a well-formed, ordinary feed of invented news, the way the usual publishing programs do.
 *
 * @param seed - feeds of different seeds have different words
 */
export function writeFeed(shape: FeedShape, seed: number): WrittenFeed {
  const random = createRandom(seed + 1);
  const stories = Array.from({ length: shape.items }, (_, at) => inventStory(shape, at, random));
  const [first] = stories;
  const last = stories.at(-1);
  if (first === undefined || last === undefined) throw new Error('A feed needs at least one item.');
  const text = { rss: writeRss, atom: writeAtom, json: writeJson }[shape.syntax](stories, shape);
  const contentType = CONTENT_TYPES[shape.syntax];
  return { body: Buffer.from(text), contentType, items: stories.length, first, last };
}

function inventStory(shape: FeedShape, at: number, random: (below: number) => number): Story {
  const words = (count: number) => Array.from({ length: count }, () => WORDS[random(WORDS.length)]).join(' ');
  const link = `https://news.example/${2026 - (at % 3)}/${at}/${words(2).length}?ref=feed&edition=eu`;
  const paragraph = (count: number) =>
    `<p>${words(count)} &amp; <a href="https://news.example/tag/${random(90)}" rel="tag">${words(3)}</a>, <em>${words(2)}</em>&nbsp;${words(4)}.</p>`;
  return {
    title: `${words(8)} ${at}`,
    link,
    guid: `tag:news.example,2026:${at}`,
    // Feeds give whole seconds.
    publishedMs: FIRST_DAY_MS - at * 47 * MINUTE_MS,
    author: `Desk ${at % 9}`,
    categories: ['World', words(1)],
    summaryHtml: paragraph(shape.words),
    articleHtml:
      shape.content === 'none'
        ? null
        : `<figure><img src="https://news.example/${at}.jpg" alt="${words(4)}" /></figure>\n${Array.from({ length: 10 }, () => paragraph(shape.words)).join('\n')}`,
  };
}

function writeRss(stories: readonly Story[], shape: FeedShape): string {
  const html = htmlWriter(shape);
  const items = stories.map(
    (story) => `
  <item>
    <title>${escapeXml(story.title)}</title>
    <link>${escapeXml(story.link)}</link>
    <dc:creator><![CDATA[${story.author}]]></dc:creator>
    <pubDate>${new Date(story.publishedMs).toUTCString().replace('GMT', '+0000')}</pubDate>
${story.categories.map((name) => `    <category><![CDATA[${name}]]></category>`).join('\n')}
    <guid isPermaLink="false">${story.guid}</guid>
    <description>${html(story.summaryHtml)}</description>${story.articleHtml === null ? '' : `\n    <content:encoded>${html(story.articleHtml)}</content:encoded>`}
  </item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
  <title>The Example</title>
  <atom:link href="https://news.example/feed" rel="self" type="application/rss+xml" />
  <link>https://news.example/</link>
  <description>Invented news</description>
  <language>en-GB</language>${items.join('')}
</channel>
</rss>
`;
}

function writeAtom(stories: readonly Story[], shape: FeedShape): string {
  const html = htmlWriter(shape);
  const entries = stories.map((story) => {
    const date = new Date(story.publishedMs).toISOString().replace('.000Z', '+00:00');
    return `
  <entry>
    <id>${story.guid}</id>
    <title type="html">${escapeXml(story.title)}</title>
    <link rel="alternate" type="text/html" href="${escapeXml(story.link)}"/>
    <published>${date}</published>
    <updated>${date}</updated>
    <author><name>${story.author}</name></author>
${story.categories.map((name) => `    <category term="${name}"/>`).join('\n')}
    <summary type="html">${html(story.summaryHtml)}</summary>${story.articleHtml === null ? '' : `\n    <content type="html">${html(story.articleHtml)}</content>`}
  </entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>The Example</title>
  <id>tag:news.example,2026:feed</id>
  <link href="https://news.example/"/>
  <link rel="self" href="https://news.example/atom.xml"/>
  <updated>2026-01-05T06:00:00+00:00</updated>${entries.join('')}
</feed>
`;
}

function writeJson(stories: readonly Story[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'The Example',
    home_page_url: 'https://news.example/',
    items: stories.map((story) => ({
      id: story.guid,
      url: story.link,
      title: story.title,
      date_published: new Date(story.publishedMs).toISOString(),
      authors: [{ name: story.author }],
      tags: story.categories,
      summary: story.summaryHtml.replace(/<[^>]{1,200}>/g, ''),
      content_html: story.articleHtml ?? story.summaryHtml,
    })),
  });
}

/** RSS is mostly written with CDATA sections, Atom with escaped HTML. */
function htmlWriter(shape: FeedShape): (html: string) => string {
  return shape.syntax === 'rss' && shape.content !== 'escaped' ? (html) => `<![CDATA[${html}]]>` : escapeXml;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** Numbers that are the same on every run (a linear congruential generator; Numerical Recipes' constants). */
function createRandom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % below;
  };
}
