import { PermanentError } from '../errors.js';
import type { ParsedFeed, ParsedItem } from '../model/feed.js';
import { parseFeedDate } from './feed-date.js';
import { collapseSpace } from './plain-text.js';
import { labelText } from './prose.js';
import { replaceForbiddenCharacters } from './repair-xml.js';
import { resolveLink } from './resolve-link.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** Names join up to this length. */
const MAX_AUTHOR_LENGTH = 300;

/**
 * Reads a JSON Feed 1.0 or 1.1 (https://www.jsonfeed.org/version/1.1/). Values of a wrong type count as
 * absent; items that are no objects are left out.
 *
 * @param text - the decoded body
 * @param url - where it came from, the base of relative links; null if unknown
 * @throws PermanentError `feed_unparseable` when the text is no JSON, or JSON but no feed
 */
export function readJsonFeed(text: string, url: string | null): ParsedFeed {
  const feed = parseObject(text);
  const version = feed.version;
  const isFeed = Array.isArray(feed.items) && (typeof version === 'string' || typeof feed.title === 'string');
  if (!isFeed) {
    throw new PermanentError(
      'feed_unparseable',
      'The body is JSON, but no JSON Feed: it has no list of items. Check the address.',
    );
  }
  const siteUrl = resolveLink(stringOf(feed.home_page_url) ?? '', url);
  const base = url ?? siteUrl;
  return {
    format: 'json-feed',
    title: plain(feed.title),
    siteUrl,
    language: stringOf(feed.language),
    pace: { ttlMinutes: null, skipHours: [], skipDays: [] },
    push: { hubs: [], topic: null },
    notes: [],
    items: (feed.items as unknown[]).filter(isObject).map((item) => mapItem(item, base, authorOf(feed))),
  };
}

function parseObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff+/, ''));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.slice(0, 120) : 'unknown reason';
    throw new PermanentError(
      'feed_unparseable',
      `The body begins like JSON but cannot be read as JSON (${reason}).`,
      { cause },
    );
  }
  return isObject(value) ? value : {};
}

function mapItem(item: JsonObject, base: string | null, feedAuthor: string | null): ParsedItem {
  const html = stringOf(item.content_html);
  const contentText = stringOf(item.content_text);
  const summary = plain(item.summary);
  return {
    guid: identifier(item.id),
    title: plain(item.title),
    link:
      resolveLink(stringOf(item.url) ?? '', base) ??
      resolveLink(stringOf(item.external_url) ?? '', base) ??
      addressOf(item.id),
    publishedAt: date(item.date_published) ?? date(item.date_modified),
    updatedAt: date(item.date_modified),
    summary: summary ?? (html === null && contentText !== null ? collapseSpace(contentText) : null),
    content: html ?? (contentText === null ? null : asHtml(contentText)),
    commentsUrl: null,
    dateProblem: null,
    dateText: null,
    author: authorOf(item) ?? feedAuthor,
    authors: [],
    enclosures: [],
    language: null,
    categories: Array.isArray(item.tags)
      ? [...new Set(item.tags.map(plain).filter((tag) => tag !== null))]
      : [],
  };
}

/** 1.1 has a list of authors, 1.0 a single one. */
function authorOf(item: JsonObject): string | null {
  const list: unknown[] = Array.isArray(item.authors)
    ? [...(item.authors as unknown[]), item.author]
    : [item.author];
  const names = list.filter(isObject).map((author) => plain(author.name) ?? plain(author.url));
  const known = names.filter((name) => name !== null);
  return known.length === 0 ? null : [...new Set(known)].join(', ').slice(0, MAX_AUTHOR_LENGTH);
}

/** The standard asks for a string; numbers are common. */
function identifier(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : stringOf(value);
}

function addressOf(value: unknown): string | null {
  const text = stringOf(value);
  return text !== null && /^https?:\/\//i.test(text) ? resolveLink(text, null) : null;
}

function date(value: unknown): string | null {
  const text = stringOf(value);
  return text === null ? null : parseFeedDate(text);
}

function plain(value: unknown): string | null {
  const text = stringOf(value);
  const read = text === null ? '' : labelText(text);
  return read === '' ? null : read;
}

function stringOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== ''
    ? replaceForbiddenCharacters(value).trim() || null
    : null;
}

function asHtml(text: string): string {
  return text.replace(/[&<]/g, (character) => (character === '<' ? '&lt;' : '&amp;'));
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
