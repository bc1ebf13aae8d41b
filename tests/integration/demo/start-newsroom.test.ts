import { Parser } from 'htmlparser2';
import iconv from 'iconv-lite';
import { afterEach, describe, expect, it } from 'vitest';
import {
  startNewsroom,
  type Newsroom,
  type NewsroomFeed,
  type NewsroomOptions,
} from '../../../demo/newsroom/start-newsroom.js';
import type { StoryTruth } from '../../../demo/newsroom/truth.js';
import { requestPage, type ReceivedPage } from './request-page.js';

const NOW = new Date('2026-03-04T09:30:00Z');
const open: Newsroom[] = [];

async function start(options: NewsroomOptions = {}): Promise<Newsroom> {
  const newsroom = await startNewsroom({ now: NOW, stories: 64, misbehaving: false, ...options });
  open.push(newsroom);
  return newsroom;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((newsroom) => newsroom.close()));
});

describe('feeds', () => {
  it('come in all four formats and are well-formed', async () => {
    const newsroom = await start();
    expect(new Set(newsroom.feeds.map(({ format }) => format))).toEqual(
      new Set(['rss', 'rdf', 'atom', 'json-feed']),
    );
    for (const feed of newsroom.feeds) {
      const links = linksOf(feed, await requestPage(feed.url));
      expect(links.length, feed.url).toBeGreaterThan(0);
      expect(new Set(links).size).toBe(links.length);
    }
  });

  it('offer every story, some of them twice, and every withdrawn link', async () => {
    const newsroom = await start({ misbehaving: true });
    await requestPage(newsroom.feeds.find(({ outlet }) => outlet === 'quay-gazette')?.url ?? '');
    const links: string[] = [];
    for (const feed of newsroom.feeds) links.push(...linksOf(feed, await requestPage(feed.url)));
    const expected = [...newsroom.truth.stories, ...newsroom.truth.withdrawn].map(({ url }) => url);
    expect(new Set(links)).toEqual(new Set(expected));
    expect(new Set(expected).size).toBe(expected.length);
    expect(links.length).toBe(expected.length + 8);
  });

  it('show stories that are published later, with new validators', async () => {
    const newsroom = await start();
    const [feed] = newsroom.feeds;
    if (feed === undefined) throw new Error('no feed');
    const before = await requestPage(feed.url);
    newsroom.publish(32);
    expect(newsroom.truth.stories.length).toBe(96);
    const after = await requestPage(feed.url, { 'if-none-match': String(before.headers.etag) });
    expect(after.status).toBe(200);
    expect(linksOf(feed, after).length).toBe(linksOf(feed, before).length + 2);
  });
});

describe('pages', () => {
  it('decode to the true title, byline and body, whatever the charset', async () => {
    const newsroom = await start();
    for (const story of newsroom.truth.stories) {
      const html = decodePage(await requestPage(story.url));
      expect(html).toContain(story.byline);
      const text = textOf(html);
      expect(text).toContain(collapse(story.title));
      for (const paragraph of story.body.split('\n\n')) expect(text).toContain(collapse(paragraph));
    }
  });

  it('are announced with the charset of their outlet, or without any', async () => {
    const newsroom = await start();
    const typeOf = async (outlet: string) => {
      const story = newsroom.truth.stories.find((entry) => entry.outlet === outlet);
      return (await requestPage(story?.url ?? '')).headers['content-type'];
    };
    expect(await typeOf('meridian-post')).toBe('text/html; charset=utf-8');
    expect(await typeOf('fjord-bulletin')).toBe('text/html; charset=ISO-8859-1');
    expect(await typeOf('boulevard-echo')).toBe('text/html');
  });

  it('of the dateless outlet never say when they came out', async () => {
    const { truth } = await start();
    const story = truth.stories.find(({ outlet }) => outlet === 'dateless-desk');
    const html = decodePage(await requestPage(story?.url ?? ''));
    expect(html).not.toMatch(/<time|datetime|2026/i);
  });

  it('answer 304 to their own validators, per encoding', async () => {
    const { truth } = await start();
    const url = truth.stories[0]?.url ?? '';
    const plain = await requestPage(url);
    const zipped = await requestPage(url, { 'accept-encoding': 'gzip' });
    expect(zipped.headers['content-encoding']).toBe('gzip');
    expect(zipped.bytes).toEqual(plain.bytes);
    const ask = async (headers: Record<string, string>) => (await requestPage(url, headers)).status;
    expect(await ask({ 'if-none-match': String(plain.headers.etag) })).toBe(304);
    expect(await ask({ 'if-none-match': String(zipped.headers.etag), 'accept-encoding': 'gzip' })).toBe(304);
    expect(await ask({ 'if-none-match': '"other"' })).toBe(200);
    expect(await ask({ 'if-modified-since': String(plain.headers['last-modified']) })).toBe(304);
    expect(await ask({ 'if-modified-since': 'Thu, 01 Jan 2015 00:00:00 GMT' })).toBe(200);
  });

  it('stay the same when stories are added', async () => {
    const newsroom = await start({ stories: 32 });
    const url = newsroom.truth.stories[3]?.url ?? '';
    const before = await requestPage(url);
    newsroom.publish(64);
    expect((await requestPage(url)).bytes).toEqual(before.bytes);
  });

  it('are not found under any other path or host', async () => {
    const { port, truth } = await start();
    const url = truth.stories[0]?.url ?? '';
    for (const wrong of [
      `${url}0`,
      url.replace('meridian-post', 'cinder-wire'),
      `http://nobody.localhost:${port}/`,
    ]) {
      expect((await requestPage(wrong)).status).toBe(404);
    }
  });
});

describe('robots.txt', () => {
  it('closes /private/ on every host and asks for no delay', async () => {
    const { feeds } = await start();
    for (const { url } of feeds) {
      const { bytes } = await requestPage(new URL('/robots.txt', url).href);
      expect(bytes.toString()).toBe('User-agent: *\nDisallow: /private/\n');
    }
  });
});

describe('truth', () => {
  it('is the same for the same options and another one for another seed', async () => {
    const port = (await start()).port;
    await open.pop()?.close();
    const first = [...(await start({ port })).truth.stories];
    await open.pop()?.close();
    const second = [...(await start({ port })).truth.stories];
    await open.pop()?.close();
    const other = [...(await start({ port, seed: 2 })).truth.stories];
    expect(second).toEqual(first);
    expect(other.map(({ body }) => body)).not.toContain(first[0]?.body);
  });

  it('reads like an array of any length', async () => {
    const { truth } = await start({ stories: 20_000 });
    expect(truth.stories.length).toBe(20_000);
    expect(truth.stories.at(-1)?.id).toBe('20000');
    expect(truth.stories[20_000]).toBeUndefined();
    expect(truth.stories.slice(100, 102).map(({ id }) => id)).toEqual(['101', '102']);
  });
});

describe('faults', () => {
  it('heal on planned stories: whoever retries and follows gets the true page', async () => {
    const newsroom = await start({ stories: 240, misbehaving: true });
    const faulty = newsroom.truth.stories.filter(({ id }) => Number(id) % 20 === 0);
    const firstAnswers = [];
    for (const story of faulty.slice(0, 6)) {
      firstAnswers.push(
        await requestPage(story.url).then(
          ({ status }) => status,
          () => 'broken',
        ),
      );
      expect(textOf(decodePage(await follow(story)))).toContain(collapse(story.body.split('\n\n')[0] ?? ''));
    }
    expect(firstAnswers.sort()).toEqual([200, 302, 429, 500, 503, 'broken'].sort());
  });

  it('end every withdrawn link as the truth says', async () => {
    const { truth } = await start({ misbehaving: true });
    const urlOf = (code: string) =>
      truth.withdrawn.filter((item) => item.code === code).map(({ url }) => url);
    const answerOf = (url: string | undefined) => requestPage(url ?? '');
    expect((await answerOf(urlOf('http_410')[0])).status).toBe(410);
    expect((await answerOf(urlOf('http_404')[0])).status).toBe(404);
    expect((await answerOf(urlOf('not_html')[0])).headers['content-type']).toBe('application/pdf');
    expect((await answerOf(urlOf('not_html')[1])).headers['content-type']).toBe('image/png');
    const [loop] = urlOf('too_many_redirects');
    expect(new URL(String((await answerOf(loop)).headers.location), loop).href).toBe(loop);
    expect(new URL(urlOf('robots_disallowed')[0] ?? '').pathname).toMatch(/^\/private\//);
    expect(new URL(urlOf('address_forbidden')[0] ?? '').hostname).toBe('10.0.0.1');
  });

  it('fail one feed at its first request', async () => {
    const { feeds } = await start({ misbehaving: true });
    const firstStatuses = await Promise.all(feeds.map(async ({ url }) => (await requestPage(url)).status));
    expect(firstStatuses.filter((status) => status === 500)).toHaveLength(1);
    const secondStatuses = await Promise.all(feeds.map(async ({ url }) => (await requestPage(url)).status));
    expect(new Set(secondStatuses)).toEqual(new Set([200]));
  });

  it('can be set and taken back for a URL, a path or an outlet', async () => {
    const newsroom = await start();
    const story = newsroom.truth.stories[0];
    if (story === undefined) throw new Error('no story');
    newsroom.setFault(story.outlet, { kind: 'status', status: 503, retryAfterSec: 7 });
    const refused = await requestPage(story.url);
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '7']);
    newsroom.setFault(new URL(story.url).pathname, { kind: 'status', status: 410 });
    expect((await requestPage(story.url)).status).toBe(410);
    newsroom.setFault(story.url, { kind: 'reset', times: 1 });
    await expect(requestPage(story.url)).rejects.toThrow();
    newsroom.setFault(story.url, null);
    expect((await requestPage(story.url)).status).toBe(200);
  });

  it('do not keep the newsroom from closing', async () => {
    const newsroom = await startNewsroom({ stories: 16 });
    newsroom.setFault('meridian-post', { kind: 'silent' });
    const unanswered = requestPage(newsroom.feeds[0]?.url ?? '');
    await requestPage(newsroom.feeds[1]?.url ?? '');
    await Promise.all([expect(unanswered).rejects.toThrow(), newsroom.close()]);
  });
});

describe('requests', () => {
  it('are logged with what matters of them', async () => {
    const newsroom = await start();
    const url = newsroom.feeds[1]?.url ?? '';
    await requestPage(url, { 'user-agent': 'reader/1', 'if-none-match': '"a"' });
    await expect.poll(() => newsroom.requests.length).toBe(1);
    const [logged] = newsroom.requests;
    expect(logged).toMatchObject({
      method: 'GET',
      host: new URL(url).host,
      path: new URL(url).pathname,
      headers: { userAgent: 'reader/1', ifNoneMatch: '"a"', ifModifiedSince: null },
      status: 200,
    });
    expect(logged?.endedAtMs).toBeGreaterThanOrEqual(logged?.startedAtMs ?? Infinity);
  });
});

/** The links of a feed's items; throws when the feed is not well-formed. */
function linksOf({ format }: NewsroomFeed, page: ReceivedPage): string[] {
  expect(page.status).toBe(200);
  if (format === 'json-feed') {
    const { items } = JSON.parse(page.bytes.toString('utf8')) as { items: { url: string }[] };
    return items.map(({ url }) => url);
  }
  const encoding = /encoding="([\w-]+)"/.exec(page.bytes.toString('latin1', 0, 100))?.[1] ?? '';
  const xml = iconv.decode(page.bytes, encoding);
  const links: string[] = [];
  const path: string[] = [];
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        path.push(name);
        const href = attributes.href;
        if (path.at(-2) === 'entry' && name === 'link' && href !== undefined) links.push(href);
      },
      ontext: (text) => {
        if (path.at(-2) === 'item' && path.at(-1) === 'link') links.push(text);
      },
      onclosetag: (name, implied) => {
        const isSelfClosed = xml.slice(parser.startIndex, parser.endIndex + 1).endsWith('/>');
        if (implied && !isSelfClosed) throw new Error(`<${name}> is never closed`);
        expect(path.pop()).toBe(name);
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  expect(path).toEqual([]);
  return links;
}

/** As a browser would: byte order mark, then header, then meta element. */
function decodePage({ bytes, headers }: ReceivedPage): string {
  if (bytes.readUInt16BE(0) === 0xfffe) return iconv.decode(bytes, 'utf-16le');
  const named = [String(headers['content-type']), bytes.toString('latin1', 0, 1024)]
    .map((text) => /charset="?([\w-]+)/.exec(text)?.[1])
    .find((charset) => charset !== undefined);
  return iconv.decode(bytes, named ?? 'utf-8');
}

/** The text of all elements and JSON-LD, with white space collapsed. */
function textOf(html: string): string {
  let text = '';
  const parser = new Parser({ ontext: (part) => (text += part), onclosetag: () => (text += ' ') });
  parser.end(html);
  return collapse(text.replaceAll(String.raw`\n`, ' ').replaceAll(String.raw`\"`, '"'));
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** Follows redirects until the page is there. */
async function follow({ url }: StoryTruth): Promise<ReceivedPage> {
  let at = url;
  for (let hop = 0; hop < 5; hop++) {
    const page = await requestPage(at);
    if (page.headers.location === undefined) return page;
    at = new URL(String(page.headers.location), at).href;
  }
  throw new Error(`${url} redirects too often`);
}
