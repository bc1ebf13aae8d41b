import { createFeedTree } from './feed-tree.js';
import { serializeFeed } from './serialize-feed.js';
import { tokenizeMarkup } from './tokenize-markup.js';
import { watchTags } from './watch-tags.js';

/** A document in plain RSS 2.0, and what state it was found in. */
export interface LenientReading {
  /** Null if there was no element at all. */
  readonly rss: string | null;
  /** Whether its tags are not those of well-formed XML. */
  readonly isIllFormed: boolean;
  /** Whether the document ends in the middle. */
  readonly isCut: boolean;
}

/**
 * Reads a document that is no well-formed RSS or Atom (unclosed and mismatched tags, odd roots, odd
 * prefixes, RDF, XHTML bodies, several channels, cut in the middle) and writes what it found as plain
 * RSS 2.0, for rss-parser to read. Takes linear time; elements nested too deep lose their tags.
 *
 * @param xml - the document from its root element on, its references repaired by repairXml
 * @param url - where the document came from, the outermost base of its relative links
 */
export function readLenient(xml: string, url: string | null): LenientReading {
  const tree = createFeedTree(url);
  const watch = watchTags(tree);
  tokenizeMarkup(xml, 'xml', watch);
  const root = tree.root();
  const rss = root === null ? null : serializeFeed(root);
  return { rss, isIllFormed: watch.isIllFormed(), isCut: tree.isCut() };
}
