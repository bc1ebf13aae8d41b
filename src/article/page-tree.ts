import type { Handler } from 'htmlparser2';
import type { Document, Element } from './dom.js';
import { PAGE_LIMITS } from './page-limits.js';
import { TreeBuilder, type IndexedTag } from './tree-builder.js';
import type { NestingWatch } from './watch-nesting.js';

/** A tree that grows from a parser's events. */
export interface PageTree {
  /** What takes the events. */
  readonly handler: Partial<Handler>;
  /** Whether a parser must leave all elements open at this end tag. */
  readonly ignoresEnd: (name: string) => boolean;
  readonly document: Document;
  /** The elements of an indexed name in document order; [] for names that are not indexed. */
  readonly elementsNamed: (name: IndexedTag) => readonly Element[];
}

/** Their content is never text of the page, so no node is made for it. */
const OPAQUE_TAGS = new Set(
  'style svg math canvas template iframe object select noscript noembed noframes'.split(' '),
);
/** A `/` at the end of their tags counts, as in XML (HTML Standard, "any other start tag" in foreign content). */
const DRAWINGS = new Set(['svg', 'math']);
/** Of these browsers read no markup at all up to the end tag (where scripts run). */
const RAW_TAGS = new Set(['iframe', 'noscript', 'noembed', 'noframes']);
/** Scripts that carry data are kept: JSON-LD, and the JSON some sites render their pages from. */
const DATA_SCRIPT = /json/i;

/**
 * Starts a tree without opaque content and comments, and with one element at the top, as browsers have it: cheerio's
 * search is quadratic in the number of top nodes.
 *
 * @param watch - is told of all that is read, null for a tree that is known to be right
 * @param stop - called at a limit of PAGE_LIMITS: the tree holds the first part of the page
 */
export function startTree(watch: NestingWatch | null, stop: () => void): PageTree {
  const builder = new TreeBuilder();
  const top: Record<string, string> = {};
  builder.open('html', top);
  return {
    ...limitedHandler(builder, top, watch, stop),
    document: builder.document,
    elementsNamed: (name) => builder.elementsNamed(name),
  };
}

function limitedHandler(
  tree: TreeBuilder,
  top: Record<string, string>,
  watch: NestingWatch | null,
  stop: () => void,
): Pick<PageTree, 'handler' | 'ignoresEnd'> {
  let openTags = 0;
  let nodes = 0;
  /** `openTags` at the opening of the opaque element around, or 0. */
  let opaqueSince = 0;
  let opaqueName = '';
  /** `nodes` at the same time. */
  let opaqueFrom = 0;
  let hasBody = false;
  /** `openTags` at the opening of each open element that the tree does not hold (any more): `<html>`, misnested ones. */
  const absent = new Set<number>();
  const closeEarly = (count: number) => {
    for (let level = openTags - count + 1; level <= openTags; level += 1) {
      if (absent.has(level)) continue;
      absent.add(level);
      if (level <= PAGE_LIMITS.maxDepth) tree.close();
    }
  };
  const handler: Partial<Handler> = {
    onopentag(name, attributes) {
      if (opaqueSince === 0 && watch !== null) closeEarly(watch.opens(name));
      openTags += 1;
      nodes += 1;
      if (openTags > PAGE_LIMITS.maxOpenTags || nodes > PAGE_LIMITS.maxNodes) {
        stop();
        return;
      }
      if (opaqueSince > 0 || openTags > PAGE_LIMITS.maxDepth) return;
      if (name === 'script' ? !DATA_SCRIPT.test(attributes.type ?? '') : OPAQUE_TAGS.has(name)) {
        opaqueSince = openTags;
        opaqueName = name;
        opaqueFrom = nodes;
        return;
      }
      if (name === 'html' || (name === 'body' && hasBody)) {
        absent.add(openTags);
        if (name === 'html') for (const [key, value] of Object.entries(attributes)) top[key] ??= value;
        return;
      }
      hasBody ||= name === 'body';
      tree.open(name, attributes);
    },
    onclosetag(_name, isImplied) {
      const isCut = absent.delete(openTags) || opaqueSince > 0 || openTags > PAGE_LIMITS.maxDepth;
      // `<svg/>` closes itself, which the parser reports like a missing end tag.
      const isEmptyDrawing = openTags === opaqueSince && nodes === opaqueFrom && DRAWINGS.has(opaqueName);
      if (openTags === opaqueSince) opaqueSince = 0;
      if (opaqueSince === 0) watch?.closes(isImplied && !isEmptyDrawing);
      openTags -= 1;
      if (!isCut) tree.close();
    },
    ontext(data) {
      if (opaqueSince > 0) {
        if (opaqueName === 'script') watch?.readsScript(data);
        return;
      }
      if (watch !== null) closeEarly(watch.readsText(data));
      nodes += 1;
      tree.addText(data);
    },
    oncomment(data) {
      if (opaqueSince === 0) watch?.readsComment(data);
    },
  };
  const ignoresEnd = (name: string): boolean => {
    if (opaqueSince > 0) return RAW_TAGS.has(opaqueName) && name !== opaqueName;
    return watch?.ignoresEnd(name) ?? false;
  };
  return { handler, ignoresEnd };
}
