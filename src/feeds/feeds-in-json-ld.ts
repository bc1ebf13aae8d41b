import { FEED_ADDRESS, FEED_TYPE } from './feed-signs.js';

/** A feed that structured data names; the address as written. */
export interface JsonLdFeed {
  readonly href: string;
  readonly type: string | null;
  readonly title: string | null;
}

/** Longer blocks hold products, not feeds. */
const MAX_CHARS = 500_000;
const MAX_DEPTH = 10;
const MAX_OBJECTS = 2_000;

type JsonObject = Readonly<Record<string, unknown>>;

/**
 * Finds feeds in a block of JSON-LD: anything whose `encodingFormat` is that of a feed, a `DataFeed` whose address
 * looks like one, and a podcast's `webFeed` (https://schema.org/DataFeed, /encodingFormat, /webFeed).
 *
 * @param json - the block as it stands in the page; broken JSON holds nothing
 */
export function feedsInJsonLd(json: string): JsonLdFeed[] {
  if (json.length > MAX_CHARS) return [];
  let left = MAX_OBJECTS;
  const found: JsonLdFeed[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > MAX_DEPTH || left <= 0) return;
    if (Array.isArray(value)) for (const entry of value) visit(entry, depth + 1);
    else if (typeof value === 'object' && value !== null) {
      left -= 1;
      found.push(...feedsOf(value as JsonObject));
      for (const inner of Object.values(value)) visit(inner, depth + 1);
    }
  };
  visit(parse(json), 0);
  return found;
}

function feedsOf(object: JsonObject): JsonLdFeed[] {
  const title = textOf(object.name);
  const href = textOf(object.contentUrl) ?? textOf(object.url) ?? textOf(object['@id']);
  const type = textOf(object.encodingFormat) ?? textOf(object.fileFormat);
  const feeds: JsonLdFeed[] = [];
  if (href !== null && type !== null && FEED_TYPE.test(type)) feeds.push({ href, type, title });
  else if (href !== null && object['@type'] === 'DataFeed' && FEED_ADDRESS.test(href)) {
    feeds.push({ href, type, title });
  }
  const webFeed = textOf(object.webFeed);
  return webFeed === null ? feeds : [...feeds, { href: webFeed, type: null, title }];
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    // Not the page's main business: a block that is broken names no feed.
    return null;
  }
}
