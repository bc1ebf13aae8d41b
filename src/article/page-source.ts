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

/** Collects the `<meta>` elements of a page. */
export function readMetaTags(document: Document): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  walkElements(document, (element) => {
    if (element.name !== 'meta') return undefined;
    const content = cleanLine(attribute(element, 'content') || attribute(element, 'value'));
    if (content === '') return undefined;
    for (const name of ['name', 'property', 'itemprop', 'http-equiv']) {
      const key = attribute(element, name).toLowerCase().trim();
      if (key !== '') meta.set(key, [...(meta.get(key) ?? []), content]);
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
