import type { CheerioAPI } from 'cheerio/slim';
import { cleanLine } from './clean-text.js';
import { attribute, walkElements, type Document, type Element } from './dom.js';
import type { JsonObject } from './read-json-ld.js';

/** What a page's elements without text say. */
export interface PageTags {
  /** Contents of `<meta>` by lower-case name, property or itemprop, in document order; no empty ones. */
  readonly meta: ReadonlyMap<string, readonly string[]>;
  /** The first `<link>` of each relation, by its lower-case name: the reference as written. */
  readonly links: ReadonlyMap<string, string>;
  /** `<script type="application/ld+json">`. */
  readonly jsonScripts: readonly Element[];
}

/** Everything metadata is read from. */
export interface PageSource extends PageTags {
  readonly $: CheerioAPI;
  readonly document: Document;
  readonly jsonLd: readonly JsonObject[];
  readonly url: string;
}

/** Longer contents are read as far as this: a summary is the longest thing that is asked for. */
const MAX_CONTENT_LENGTH = 5_000;

/** Collects `<meta>`, `<link>` and JSON-LD scripts in one walk, wherever they stand. */
export function readPageTags(document: Document): PageTags {
  const meta = new Map<string, string[]>();
  const links = new Map<string, string>();
  const jsonScripts: Element[] = [];
  walkElements(document, (element) => {
    if (element.name === 'meta') addMeta(element, meta);
    else if (element.name === 'link') addLink(element, links);
    else if (element.name === 'script' && /ld\+json/i.test(attribute(element, 'type')))
      jsonScripts.push(element);
    return undefined;
  });
  return { meta, links, jsonScripts };
}

function addMeta(element: Element, meta: Map<string, string[]>): void {
  const content = cleanLine(
    (attribute(element, 'content') || attribute(element, 'value')).slice(0, MAX_CONTENT_LENGTH),
  );
  if (content === '') return;
  for (const name of ['name', 'property', 'itemprop', 'http-equiv']) {
    const key = attribute(element, name).toLowerCase().trim();
    if (key === '') continue;
    const contents = meta.get(key);
    if (contents === undefined) meta.set(key, [content]);
    else contents.push(content);
  }
}

function addLink(element: Element, links: Map<string, string>): void {
  const href = attribute(element, 'href').trim();
  const relation = attribute(element, 'rel').toLowerCase().trim();
  if (href !== '' && !links.has(relation)) links.set(relation, href);
}

/** The first content among `names`, in their order of trust. */
export function firstMeta(meta: PageSource['meta'], names: readonly string[]): string | null {
  for (const name of names) {
    const content = meta.get(name)?.[0];
    if (content !== undefined) return content;
  }
  return null;
}
