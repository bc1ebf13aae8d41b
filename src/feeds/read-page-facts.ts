import { resolveAddress } from './resolve-link.js';
import { tokenizeMarkup, type Attribute } from './tokenize-markup.js';

/** A `link` or `a` element with its attributes as written. */
export interface PageLink {
  readonly element: 'link' | 'a';
  readonly href: string;
  /** In lower case. */
  readonly relations: readonly string[];
  readonly type: string;
  readonly title: string;
  /** What an `a` element says. */
  text: string;
}

/** What of a page can point to feeds. */
export interface PageFacts {
  /** What its links are relative to. */
  readonly base: string;
  readonly links: readonly PageLink[];
  /** The texts of its JSON-LD blocks. */
  readonly jsonLd: readonly string[];
  readonly generator: string;
  /** What it calls its own address, as written; null when it says nothing. */
  readonly canonical: string | null;
}

/** More links of a page than this are not looked at. */
const MAX_LINKS = 5_000;
const MAX_JSON_LD_BLOCKS = 50;
const MAX_TEXT_CHARS = 100;

/** A page being read. */
interface Reading {
  base: string | null;
  readonly links: PageLink[];
  readonly jsonLd: string[];
  generator: string;
  canonical: string | null;
  openLink: PageLink | null;
  isInJsonLd: boolean;
}

/**
 * Reads what of a page can point to feeds, in one linear pass. Comments and scripts are passed over.
 *
 * @param html - the page
 * @param url - where it came from, after redirects
 */
export function readPageFacts(html: string, url: string): PageFacts {
  const reading: Reading = {
    base: null,
    links: [],
    jsonLd: [],
    generator: '',
    canonical: null,
    openLink: null,
    isInJsonLd: false,
  };
  tokenizeMarkup(html, 'html', {
    open(tag, list) {
      const attributes = new Map(list.map(([key, value]: Attribute) => [key.toLowerCase(), value.trim()]));
      readElement(reading, tag.toLowerCase(), attributes, url);
    },
    close(tag) {
      const name = tag.toLowerCase();
      if (name === 'a') reading.openLink = null;
      if (name === 'script') reading.isInJsonLd = false;
    },
    text(text) {
      const { openLink, jsonLd } = reading;
      if (reading.isInJsonLd) jsonLd.push((jsonLd.pop() ?? '') + text);
      else if (openLink !== null && openLink.text.length < MAX_TEXT_CHARS) openLink.text += text;
    },
  });
  const { links, jsonLd, generator, canonical } = reading;
  return { base: reading.base ?? url, links, jsonLd, generator, canonical };
}

function readElement(
  reading: Reading,
  name: string,
  attributes: ReadonlyMap<string, string>,
  url: string,
): void {
  const valueOf = (key: string): string => attributes.get(key) ?? '';
  switch (name) {
    case 'base':
      // HTML, section 4.2.3: the first one with an address counts, for the links before it as well.
      if (attributes.has('href')) reading.base ??= resolveAddress(valueOf('href'), url);
      break;
    case 'link':
    case 'a':
      readLink(reading, name, attributes);
      break;
    case 'meta':
      if (/^generator$/i.test(valueOf('name'))) reading.generator ||= valueOf('content');
      if (/^og:url$/i.test(valueOf('property'))) reading.canonical ??= valueOf('content');
      break;
    case 'script':
      reading.isInJsonLd =
        /^application\/ld\+json/i.test(valueOf('type')) && reading.jsonLd.length < MAX_JSON_LD_BLOCKS;
      if (reading.isInJsonLd) reading.jsonLd.push('');
  }
}

function readLink(reading: Reading, element: 'link' | 'a', attributes: ReadonlyMap<string, string>): void {
  const href = attributes.get('href');
  if (href === undefined) return;
  const link: PageLink = {
    element,
    href,
    relations: (attributes.get('rel') ?? '').toLowerCase().split(/\s+/),
    type: attributes.get('type') ?? '',
    title: attributes.get('title') ?? '',
    text: '',
  };
  if (element === 'link' && link.relations.includes('canonical')) reading.canonical = href;
  if (reading.links.length < MAX_LINKS) reading.links.push(link);
  reading.openLink = element === 'a' ? link : null;
}
