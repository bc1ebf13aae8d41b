import { createFeedTree } from './feed-tree.js';
import { serializeFeed } from './serialize-feed.js';
import { tokenizeMarkup } from './tokenize-markup.js';

/**
 * Reads a document that is no well-formed RSS or Atom (unclosed and mismatched tags, odd roots, odd
 * prefixes, RDF, XHTML bodies, several channels, cut in the middle) and writes what it found as plain
 * RSS 2.0, for rss-parser to read. Takes linear time; elements nested too deep lose their tags.
 *
 * @param xml - the document from its root element on, its references repaired by repairXml
 * @param url - where the document came from, the outermost base of its relative links
 * @returns RSS 2.0, or null if there was no element at all
 */
export function readLenient(xml: string, url: string | null): string | null {
  const tree = createFeedTree(url);
  tokenizeMarkup(xml, 'xml', tree);
  const root = tree.root();
  return root === null ? null : serializeFeed(root);
}
