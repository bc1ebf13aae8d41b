import { PermanentError } from '../errors.js';
import type { FeedEnclosure, FeedNote, FeedPush, ParsedFeed, ParsedItem } from '../model/feed.js';
import { capItems } from './cap-items.js';
import { pickCategories } from './categories.js';
import { pickEnclosures } from './enclosures.js';
import { languageTag } from './language-tag.js';
import { joinAuthors, NO_AUTHORS, type Authors } from './person.js';
import { collapseSpace } from './plain-text.js';
import { labelText } from './prose.js';
import { firstDate, readPublication } from './publication.js';
import { NO_PACE } from './read-pace.js';
import { pickPush } from './read-push.js';
import { repairJson } from './repair-json.js';
import { noteState } from './repair-notes.js';
import { replaceForbiddenCharacters } from './repair-xml.js';
import { resolveLink } from './resolve-link.js';

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Reads a JSON Feed 1.0 or 1.1 (https://www.jsonfeed.org/version/1.1/). Values of a wrong type count as
 * absent; items that are no objects are left out.
 *
 * @param text - the decoded body
 * @param url - where it came from, the base of relative links; null if unknown
 * @throws PermanentError `feed_unparseable` when the text is no JSON, or JSON but no feed
 */
export function readJsonFeed(text: string, url: string | null): ParsedFeed {
  const { feed, notes } = parseObject(text);
  if (!isJsonFeed(feed)) {
    throw new PermanentError(
      'feed_unparseable',
      'The body is JSON, but no JSON Feed: it has no list of items. Check the address.',
    );
  }
  const siteUrl = resolveLink(stringOf(feed.home_page_url) ?? '', url);
  const base = url ?? siteUrl;
  const authors = authorsOf(feed);
  const capped = capItems(listOf(feed.items).filter(isObject));
  return {
    format: 'json-feed',
    title: plain(feed.title),
    siteUrl,
    language: languageTag(stringOf(feed.language)),
    pace: NO_PACE,
    push: pushOf(feed, base),
    notes: [...notes, ...capped.notes],
    items: capped.items.map((item) => mapItem(item, base, authors)),
  };
}

/** A list of items beside a version or a title; a feed that names its version may be without items. */
function isJsonFeed({ version, title, items }: JsonObject): boolean {
  if (Array.isArray(items)) return typeof version === 'string' || typeof title === 'string';
  return items === undefined && typeof version === 'string' && /\bjsonfeed\.org\b/i.test(version);
}

function parseObject(text: string): { feed: JsonObject; notes: FeedNote[] } {
  const json = text.replace(/^\ufeff+/, '');
  try {
    return { feed: asObject(JSON.parse(json)), notes: [] };
  } catch (cause) {
    const repaired = parseRepaired(json);
    if (repaired !== null) return repaired;
    const reason = cause instanceof Error ? cause.message.slice(0, 120) : 'unknown reason';
    throw new PermanentError(
      'feed_unparseable',
      `The body begins like JSON but cannot be read as JSON (${reason}).`,
      { cause },
    );
  }
}

function parseRepaired(json: string): { feed: JsonObject; notes: FeedNote[] } | null {
  const repaired = repairJson(json);
  if (repaired === null) return null;
  try {
    const feed = asObject(JSON.parse(repaired.json));
    return { feed, notes: noteState({ isRepaired: !repaired.isCut, isCut: repaired.isCut }) };
  } catch {
    // Beyond repair; the caller reports the first error, which is about the text as it came.
    return null;
  }
}

function mapItem(item: JsonObject, base: string | null, feedAuthors: Authors): ParsedItem {
  const html = stringOf(item.content_html);
  const contentText = stringOf(item.content_text);
  const summary = plain(item.summary);
  const updated = [dateText(item.date_modified)];
  const named = authorsOf(item);
  const { author, authors } = named === NO_AUTHORS ? feedAuthors : named;
  return {
    guid: identifier(item.id),
    title: plain(item.title),
    link:
      resolveLink(stringOf(item.url) ?? '', base) ??
      resolveLink(stringOf(item.external_url) ?? '', base) ??
      addressOf(item.id),
    commentsUrl: null,
    ...readPublication([dateText(item.date_published), ...updated]),
    updatedAt: firstDate(updated),
    summary: summary ?? (html === null && contentText !== null ? collapseSpace(contentText) : null),
    content: html ?? (contentText === null ? null : asHtml(contentText)),
    author,
    authors,
    categories: pickCategories(listOf(item.tags).map((tag) => stringOf(tag) ?? '')),
    enclosures: attachmentsOf(item, base),
    language: languageTag(stringOf(item.language)),
  };
}

/** 1.1 has a list of authors, 1.0 a single one; some write mere names. */
function authorsOf(item: JsonObject): Authors {
  const names = [...listOf(item.authors), item.author].map((author) =>
    isObject(author) ? (plain(author.name) ?? plain(author.url)) : plain(author),
  );
  return joinAuthors(names.filter((name) => name !== null));
}

function attachmentsOf(item: JsonObject, base: string | null): FeedEnclosure[] {
  const files = listOf(item.attachments)
    .filter(isObject)
    .map((attachment) => ({
      address: stringOf(attachment.url),
      type: stringOf(attachment.mime_type),
      length: identifier(attachment.size_in_bytes),
      base,
    }));
  return pickEnclosures(files);
}

function pushOf(feed: JsonObject, base: string | null): FeedPush {
  const hubs = listOf(feed.hubs)
    .filter(isObject)
    .filter((hub) => stringOf(hub.type)?.toLowerCase() === 'websub')
    .map((hub) => resolveLink(stringOf(hub.url) ?? '', base));
  return pickPush(hubs, [resolveLink(stringOf(feed.feed_url) ?? '', base)]);
}

/** The standard asks for a string; numbers are common. */
function identifier(value: unknown): string | null {
  return typeof value === 'number' ? String(value) : stringOf(value);
}

function addressOf(value: unknown): string | null {
  const text = stringOf(value);
  return text !== null && /^https?:\/\//i.test(text) ? resolveLink(text, null) : null;
}

/** RFC 3339 as the standard asks, or Unix time as a number. */
function dateText(value: unknown): string {
  return identifier(value) ?? '';
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

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
