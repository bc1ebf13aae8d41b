import { prefixOfNamespace } from './namespaces.js';

/** A namespace declaration at a known place. */
const DECLARATION = /xmlns(?::([\w.-]{1,60}))?\s{0,10}=\s{0,10}(?:"([^"]{0,500})"|'([^']{0,500})')/y;

/** Documents with more declarations are read the slow way. */
const MAX_DECLARATIONS = 2_000;

/**
 * Whether a document is written the usual way, so that rss-parser may take its element names literally:
 * the usual root, the usual prefixes, one channel, no `xml:base`, no XHTML bodies, no declarations
 * that could define anything. Every other document is re-written by readLenient first.
 *
 * @param xml - the document from its root element on
 */
export function isOrdinaryXml(xml: string): boolean {
  if (!/^<(?:rss|feed|rdf:RDF)[\s>]/.test(xml)) return false;
  if (xml.includes('xml:base') || xml.includes('<!DOCTYPE') || xml.includes('<!ENTITY')) return false;
  if (xml.includes('xhtml') && /type\s{0,5}=\s{0,5}["'](?:application\/)?xhtml/i.test(xml)) return false;
  if (xml.includes('<channel', xml.indexOf('<channel') + 1)) return false;
  return hasUsualPrefixes(xml);
}

function hasUsualPrefixes(xml: string): boolean {
  const rootEnd = xml.indexOf('>');
  let count = 0;
  for (let at = xml.indexOf('xmlns'); at !== -1; at = xml.indexOf('xmlns', at + 1)) {
    count += 1;
    if (count > MAX_DECLARATIONS) return false;
    DECLARATION.lastIndex = at;
    const match = DECLARATION.exec(xml);
    if (match === null) continue;
    const [, prefix, double, single] = match;
    const known = prefixOfNamespace(double ?? single ?? '');
    const isUsual =
      prefix === undefined ? at < rootEnd || known === 'xhtml' : known === undefined || known === prefix;
    if (!isUsual) return false;
  }
  return true;
}
