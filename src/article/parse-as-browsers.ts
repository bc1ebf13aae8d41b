import type { Handler } from 'htmlparser2';
import { parse } from 'parse5';
import { adapter, type Htmlparser2TreeAdapterMap } from 'parse5-htmlparser2-tree-adapter';
import type { TreeAdapter } from 'parse5';
import { isElement, isText, type Document, type Element } from './dom.js';
import { PAGE_LIMITS } from './page-limits.js';

/**
 * Parses markup as the HTML Standard prescribes, and passes the finished tree on as events.
 *
 * @param html - the page's markup
 * @param handler - what takes the events
 * @returns false, with no events, for a page beyond the limits of repair: the standard's algorithms take the square of
 *   the depth, and copy formatting elements without end
 */
export function parseAsBrowsers(html: string, handler: Partial<Handler>): boolean {
  if (html.length > PAGE_LIMITS.maxRepairLength) return false;
  const document = parseWithinLimits(html);
  if (document === null) return false;
  passOn(document, handler);
  return true;
}

class LimitReached extends Error {}

function parseWithinLimits(html: string): Document | null {
  try {
    return parse<Htmlparser2TreeAdapterMap>(html, { treeAdapter: limitedAdapter() });
  } catch (error) {
    if (error instanceof LimitReached) return null;
    throw error;
  }
}

/** The tree of htmlparser2, and an end at the limits. */
function limitedAdapter(): TreeAdapter<Htmlparser2TreeAdapterMap> {
  let nodes = 0;
  let depth = 0;
  const checkLimits = () => {
    if (nodes > PAGE_LIMITS.maxRepairNodes || depth > PAGE_LIMITS.maxDepth) throw new LimitReached();
  };
  return {
    ...adapter,
    createElement(...parameters) {
      nodes += 1;
      checkLimits();
      return adapter.createElement(...parameters);
    },
    onItemPush() {
      depth += 1;
      checkLimits();
    },
    onItemPop() {
      depth -= 1;
    },
  };
}

/** `<noscript>` holds raw text where scripts run: the handler looks at no content of it. */
function passOn(document: Document, handler: Partial<Handler>): void {
  const open: { node: Document | Element; next: number }[] = [{ node: document, next: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = top.node.children[top.next];
    top.next += 1;
    if (child === undefined) {
      open.pop();
      if (isElement(top.node)) handler.onclosetag?.(top.node.name, false);
    } else if (isText(child)) handler.ontext?.(child.data);
    else if (isElement(child)) {
      handler.onopentag?.(child.name, child.attribs, false);
      open.push({ node: child, next: 0 });
    }
  }
}
