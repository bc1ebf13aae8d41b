import type { ServerResponse } from 'node:http';
import type { Answer, Publishers } from './start-publishers.js';

/** An entry of a feed and its page. */
export interface Story {
  readonly path: string;
  readonly title: string;
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string) => text.replace(/[&<>]/g, (character) => ESCAPED[character] ?? character);

/** A text that is long enough for an article, different for each title. */
export function textOf(title: string): string {
  const sentence = `The harbour board said on Tuesday that ${title} had changed nothing about the tides of the strait.`;
  return Array.from({ length: 6 }, (_, index) => `${sentence} Note ${index + 1} of ${title}.`).join(' ');
}

/** RSS 2.0 of some stories; `channel` and `item` add elements. */
export function rss(
  base: string,
  stories: readonly Story[],
  extra: { readonly channel?: string; readonly item?: (story: Story) => string } = {},
): string {
  const items = stories.map(
    (story) =>
      `<item><title>${escape(story.title)}</title><link>${base}${story.path}</link><guid>${base}${story.path}</guid>${extra.item?.(story) ?? ''}</item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Desk</title><link>${base}/</link>${extra.channel ?? ''}${items.join('')}</channel></rss>`;
}

/** `content:encoded` with the whole text. */
export const wholeText = (story: Story) =>
  `<content:encoded><![CDATA[<p>${textOf(story.title)}</p>]]></content:encoded>`;

/** Answers with a body. */
export const send =
  (status: number, headers: Readonly<Record<string, string>>, body = ''): Answer =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

export const RSS = { 'content-type': 'application/rss+xml; charset=utf-8' } as const;
export const HTML = { 'content-type': 'text/html; charset=utf-8' } as const;

/** Serves the page of a story. */
export function servePage(world: Publishers, name: string, { path, title }: Story, head = ''): void {
  const paragraphs = textOf(title)
    .split(/(?<=Note \d of [^.]{1,80}\.) /)
    .map((text) => `<p>${text}</p>`);
  const html = `<!doctype html><html lang="en"><head><title>${escape(title)}</title>${head}</head><body><article><h1>${escape(title)}</h1>${paragraphs.join('')}</article></body></html>`;
  world.serve(name, path, send(200, HTML, html));
}

/** A feed that keeps book of the validators it gave and got. */
export interface TrackedFeed {
  readonly url: string;
  readonly stories: Story[];
  /** Requests whose validators were not those it had given. */
  readonly violations: string[];
  /** How often it could say 304. */
  notModified: number;
  /** What it answers instead of itself, until it is set to null. */
  fault: ((response: ServerResponse) => void) | null;
}

/** How publishers write entity tags, right and wrong: all must come back to the byte. */
const TAG_FORMS = [
  (tag: string) => `"${tag}"`,
  (tag: string) => `W/"${tag}"`,
  (tag: string) => tag,
  (tag: string) => `"${tag}-gzip"`,
];

/** Serves a feed at a path; its stories have pages of their own at the same host. */
export function serveTrackedFeed(world: Publishers, name: string, path: string, seed: number): TrackedFeed {
  const base = world.url(name);
  const writeTag = TAG_FORMS[seed % TAG_FORMS.length] ?? String;
  const feed: TrackedFeed = {
    url: base + path,
    stories: [],
    violations: [],
    notModified: 0,
    fault: null,
  };
  let given: { tag: string; modified: string } | null = null;
  let hasFailedSince = false;
  world.serve(name, path, ({ headers }, response) => {
    const got = { tag: headers['if-none-match'] ?? null, modified: headers['if-modified-since'] ?? null };
    const isEcho = got.tag === (given?.tag ?? null) && got.modified === (given?.modified ?? null);
    const isPlain = got.tag === null && got.modified === null;
    // After a failure the client asks for everything; while it still retries it may repeat itself.
    if (!isEcho && !(hasFailedSince && isPlain))
      feed.violations.push(`${path}: ${JSON.stringify({ got, given })}`);
    if (feed.fault !== null) {
      hasFailedSince = true;
      feed.fault(response);
      return;
    }
    const tag = writeTag(`v${feed.stories.length}`);
    const modified = `Tue, 03 Mar 2026 10:00:${String(feed.stories.length).padStart(2, '0')} GMT`;
    if (got.tag === tag) {
      feed.notModified += 1;
      // A 304 need not repeat them.
      response.writeHead(304, seed % 2 === 0 ? { etag: tag } : {}).end();
      return;
    }
    given = { tag, modified };
    hasFailedSince = false;
    response.writeHead(200, { ...RSS, etag: tag, 'last-modified': modified }).end(rss(base, feed.stories));
  });
  return feed;
}

/** Adds a story with its page. */
export function publish(world: Publishers, name: string, feed: TrackedFeed, story: Story): void {
  servePage(world, name, story);
  feed.stories.unshift(story);
}
