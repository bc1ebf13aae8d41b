import type { FeedEnclosure } from '../model/feed.js';
import {
  attributeOf,
  childrenOf,
  ownAttribute,
  valuesOf,
  type RawRecord,
  type XmlValue,
} from './raw-feed.js';
import { resolveLink } from './resolve-link.js';

/** A file as a feed mentions it, before anything was checked. */
export interface MentionedFile {
  readonly address: string | null;
  readonly type: string | null;
  readonly length: string | null;
  /** What a relative address is relative to; null if unknown. */
  readonly base: string | null;
}

/** Galleries have dozens of pictures; a longer list is a mistake or an attack. */
const MAX_ENCLOSURES = 50;

const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,100}/;

/**
 * The files of an item: RSS's `enclosure`, Atom's links of relation `enclosure`, Media RSS's `media:content`
 * (https://www.rssboard.org/media-rss), each address once.
 *
 * @param record - the elements of an item
 * @param base - what relative links are relative to, where the document has no `xml:base`
 */
export function readEnclosures(record: RawRecord, base: string | null): FeedEnclosure[] {
  const files = valuesOf(record, 'enclosure');
  const links = valuesOf(record, 'link').filter(isEnclosure);
  const contents = valuesOf(record, 'media:content');
  const groups = valuesOf(record, 'media:group');
  if (files.length + links.length + contents.length + groups.length === 0) return [];
  const own = ownAttribute(record, 'xml:base') ?? base;
  const mention = (value: XmlValue, address: string, length: string): MentionedFile => ({
    address: attributeOf(value, address),
    type: attributeOf(value, 'type'),
    length: attributeOf(value, length),
    base: attributeOf(value, 'xml:base') ?? own,
  });
  const media = [...contents, ...groups.flatMap((group) => childrenOf(group, 'media:content'))];
  return pickEnclosures([
    ...files.map((value) => mention(value, 'url', 'length')),
    ...links.map((value) => mention(value, 'href', 'length')),
    ...media.map((value) => mention(value, 'url', 'filesize')),
  ]);
}

function isEnclosure(link: XmlValue): boolean {
  return attributeOf(link, 'rel')?.toLowerCase() === 'enclosure';
}

/** Files with an http(s) address, each once, at most MAX_ENCLOSURES. */
export function pickEnclosures(files: readonly MentionedFile[]): FeedEnclosure[] {
  const found = new Map<string, FeedEnclosure>();
  for (const { address, type, length, base } of files) {
    if (found.size >= MAX_ENCLOSURES) break;
    const url = resolveLink(address ?? '', base);
    if (url === null || found.has(url)) continue;
    found.set(url, { url, type: mediaType(type), lengthBytes: lengthOf(length) });
  }
  return [...found.values()];
}

function mediaType(written: string | null): string | null {
  return MEDIA_TYPE.exec(written ?? '')?.[0].toLowerCase() ?? null;
}

/** 0 is what feeds write for a length that they don't know. */
function lengthOf(written: string | null): number | null {
  const bytes = /^\d{1,15}$/.test(written ?? '') ? Number(written) : 0;
  return bytes > 0 ? bytes : null;
}
