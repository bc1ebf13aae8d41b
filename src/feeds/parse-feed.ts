import { PermanentError } from '../errors.js';
import type { FeedNote, ParsedFeed } from '../model/feed.js';
import { abridgeXml } from './abridge-xml.js';
import { decodeFeed } from './decode-feed.js';
import { detectFormat, type DetectedFormat } from './detect-format.js';
import { isOrdinaryXml } from './is-ordinary-xml.js';
import { readLiteralEntities } from './literal-entities.js';
import { mapFeed } from './map-feed.js';
import type { RawFeed } from './raw-feed.js';
import { readJsonFeed } from './read-json-feed.js';
import { readLenient } from './read-lenient.js';
import { readSitemap, refuseSitemapIndex } from './read-sitemap.js';
import { hasMixedContent, readWithRssParser } from './read-with-rss-parser.js';
import { noteState } from './repair-notes.js';
import { repairXml } from './repair-xml.js';

/** A body as it was fetched, after decompression. */
export interface FeedInput {
  readonly body: Uint8Array;
  /** The `Content-Type` header. */
  readonly contentType?: string | null;
  /** Where the body came from, after redirects: the base of its relative links. */
  readonly url?: string | null;
}

/**
 * Reads a feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed 1.x, a news sitemap, whatever the server
 * called it.
 *
 * Well-formed feeds go through rss-parser, their texts set aside. One that it cannot read is repaired and read
 * again; one that is beyond repair, or that rss-parser would misread, is read leniently and given to
 * rss-parser as plain RSS 2.0.
 *
 * @throws PermanentError `feed_empty` for nothing at all, `feed_is_html` for a web page,
 *   `feed_unparseable` for anything else that is no feed; the message says what came instead
 */
export async function parseFeed(input: FeedInput): Promise<ParsedFeed> {
  const { text, notes } = decodeFeed(input.body, input.contentType ?? null);
  const feed = await readText(text, input);
  return notes.length === 0 ? feed : { ...feed, notes: [...notes, ...feed.notes] };
}

async function readText(text: string, input: FeedInput): Promise<ParsedFeed> {
  const url = input.url ?? null;
  const detected = detectFormat(text);
  switch (detected.kind) {
    case 'json':
      return readJsonFeed(text, url);
    case 'sitemap':
      return readSitemap(text.slice(detected.at), url);
    case 'sitemap-index':
      throw refuseSitemapIndex(text.slice(detected.at), url);
    case 'xml': {
      const { raw, notes } = await readXml(text, detected, url);
      const feed = mapFeed(raw, detected.format, url);
      return notes.length === 0 ? feed : { ...feed, notes: [...notes, ...feed.notes] };
    }
    case 'empty':
    case 'html':
    case 'other':
      throw notAFeed(detected, input);
  }
}

async function readXml(
  text: string,
  { format, at, hasJunk }: Extract<DetectedFormat, { kind: 'xml' }>,
  url: string | null,
): Promise<{ raw: RawFeed; notes: readonly FeedNote[] }> {
  const xml = text.slice(at);
  const abridged = abridgeXml(xml);
  if (isOrdinaryXml(abridged.skeleton)) {
    const raw = await readWithRssParser(abridged);
    if (raw !== null && isFaithful(raw, abridged.skeleton)) {
      return { raw, notes: noteState({ isRepaired: hasJunk, isCut: false }) };
    }
  }
  const repaired = repairXml(xml, readLiteralEntities(text.slice(0, at)));
  const lenient = readLenient(repaired.xml, url);
  const raw = lenient.rss === null ? null : await readWithRssParser(abridgeXml(lenient.rss));
  if (raw === null) {
    throw new PermanentError(
      'feed_unparseable',
      `The body begins like a feed (${format}) but holds nothing that can be read.`,
    );
  }
  const notes = noteState({
    isRepaired: hasJunk || repaired.isRepaired || lenient.isIllFormed,
    isCut: repaired.isCut || lenient.isCut,
  });
  return { raw, notes };
}

/** Whether rss-parser's reading lost nothing: no markup torn from its text, no items outside a channel. */
function isFaithful(raw: RawFeed, skeleton: string): boolean {
  if (raw.items.length === 0 && /<(?:item|entry)[\s>]/i.test(skeleton)) return false;
  return !hasMixedContent(raw);
}

function notAFeed(
  detected: Extract<DetectedFormat, { kind: 'empty' | 'html' | 'other' }>,
  input: FeedInput,
): PermanentError {
  const context = {
    url: input.url ?? null,
    contentType: input.contentType ?? null,
    bytes: input.body.length,
  };
  switch (detected.kind) {
    case 'empty':
      return new PermanentError(
        'feed_empty',
        'The body is empty: no feed came. Check the address in a browser.',
        { context },
      );
    case 'html':
      return new PermanentError(
        'feed_is_html',
        'A web page came instead of a feed. It may be a login, a block or an error page, or the site itself: look for the address of its feed.',
        { context },
      );
    case 'other': {
      const what = detected.root === null ? 'plain text or binary data' : `a document of <${detected.root}>`;
      return new PermanentError('feed_unparseable', `No feed came but ${what}. Check the address.`, {
        context,
      });
    }
  }
}
