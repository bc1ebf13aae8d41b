import type { CheerioAPI } from 'cheerio/slim';
import { cleanLine } from './clean-text.js';
import { attribute, walkElements, type Document } from './dom.js';
import type { JsonObject } from './read-json-ld.js';

/** Everything metadata is read from. */
export interface PageSource {
  readonly $: CheerioAPI;
  readonly document: Document;
  readonly jsonLd: readonly JsonObject[];
  /** Contents of `<meta>` by lower-case name, property or itemprop, in document order; no empty ones. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  readonly url: string;
}

/** Longer contents are read as far as this: a summary is the longest thing that is asked for. */
const MAX_CONTENT_LENGTH = 5_000;

/** Collects the `<meta>` elements of a page. */
export function readMetaTags(document: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  walkElements(document, (element) => {
    if (element.name !== 'meta') return undefined;
    const content = cleanLine(
      (attribute(element, 'content') || attribute(element, 'value')).slice(0, MAX_CONTENT_LENGTH),
    );
    if (content === '') return undefined;
    for (const name of ['name', 'property', 'itemprop', 'http-equiv']) {
      const key = attribute(element, name).toLowerCase().trim();
      if (key === '') continue;
      const contents = meta.get(key);
      if (contents === undefined) meta.set(key, [content]);
      else contents.push(content);
    }
    return undefined;
  });
  return meta;
}

/** The first content among `names`, in their order of trust. */
export function firstMeta(meta: PageSource['meta'], names: readonly string[]): string | null {
  for (const name of names) {
    const content = meta.get(name)?.[0];
    if (content !== undefined) return content;
  }
  return null;
}
