import { cleanLine } from './clean-text.js';
import { attribute, type Element } from './dom.js';
import type { LoadedPage } from './load-page.js';
import { readJsonLd, type JsonObject } from './read-json-ld.js';

/** Everything metadata is read from. */
export interface PageSource extends Omit<LoadedPage, 'query'> {
  readonly jsonLd: readonly JsonObject[];
  /** Contents of `<meta>` by lower-case name, property or itemprop, in document order; no empty ones. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** The first `<link>` of each relation, by its lower-case name: the reference as written. */
  readonly links: ReadonlyMap<string, string>;
  readonly url: string;
}

/** Longer contents are read as far as this: a summary is the longest thing that is asked for. */
const MAX_CONTENT_LENGTH = 5_000;

/** Reads what all metadata is read from. */
export function readSource(page: LoadedPage, url: string): PageSource {
  return {
    document: page.document,
    elementsNamed: page.elementsNamed,
    jsonLd: readJsonLd(page.elementsNamed('script')),
    meta: readMetaTags(page.elementsNamed('meta')),
    links: readLinks(page.elementsNamed('link')),
    url,
  };
}

function readMetaTags(elements: readonly Element[]): Map<string, string[]> {
  const meta = new Map<string, string[]>();
  for (const element of elements) {
    const content = cleanLine(
      (attribute(element, 'content') || attribute(element, 'value')).slice(0, MAX_CONTENT_LENGTH),
    );
    if (content === '') continue;
    for (const name of ['name', 'property', 'itemprop', 'http-equiv']) {
      const key = attribute(element, name).toLowerCase().trim();
      if (key === '') continue;
      const contents = meta.get(key);
      if (contents === undefined) meta.set(key, [content]);
      else contents.push(content);
    }
  }
  return meta;
}

function readLinks(elements: readonly Element[]): Map<string, string> {
  const links = new Map<string, string>();
  for (const element of elements) {
    const href = attribute(element, 'href').trim();
    const relation = attribute(element, 'rel').toLowerCase().trim();
    if (href !== '' && !links.has(relation)) links.set(relation, href);
  }
  return links;
}

/** The first content among `names`, in their order of trust. */
export function firstMeta(meta: PageSource['meta'], names: readonly string[]): string | null {
  for (const name of names) {
    const content = meta.get(name)?.[0];
    if (content !== undefined) return content;
  }
  return null;
}
