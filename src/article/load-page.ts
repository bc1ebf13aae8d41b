import { load, type CheerioAPI } from 'cheerio/slim';
import { DomHandler, Parser, type Handler } from 'htmlparser2';
import { PermanentError } from '../errors.js';
import type { Document } from './dom.js';
import { PAGE_LIMITS } from './page-limits.js';

/** A parsed page, ready to be queried. */
export interface LoadedPage {
  readonly document: Document;
  readonly $: CheerioAPI;
}

/** Their content is never text of the page, so no node is made for it. */
const OPAQUE_TAGS = new Set(['style', 'svg', 'math', 'canvas', 'template', 'iframe', 'object', 'select']);

/** Scripts that carry data are kept: JSON-LD, and the JSON some sites render their pages from. */
const DATA_SCRIPT = /json/i;

/**
 * Parses markup with htmlparser2, which is 3 to 5 times faster than a browser-exact parser.
 * At a limit of PAGE_LIMITS reading ends, and the tree holds the first part of the page.
 *
 * @param html - the page's markup, decoded
 * @throws PermanentError `html_unparseable` when the markup is larger than any page can be
 */
export function loadPage(html: string): LoadedPage {
  if (html.length > PAGE_LIMITS.maxHtmlLength) {
    throw new PermanentError(
      'html_unparseable',
      `The page holds ${html.length} characters of markup, more than the ${PAGE_LIMITS.maxHtmlLength} that are read; skip it or raise the limit.`,
      { context: { length: html.length } },
    );
  }
  const tree = new DomHandler();
  const top: Record<string, string> = {};
  // One element at the top, as browsers have it: cheerio's search is quadratic in the number of top nodes.
  tree.onopentag('html', top);
  const parser = new Parser(
    limitedHandler(tree, top, () => {
      parser.pause();
    }),
  );
  // A paused parser takes no more input, its end included: the tree is closed here either way.
  parser.end(html);
  tree.onend();
  return { document: tree.root, $: load(tree.root, { xml: false }) };
}

/** Passes events on to `tree`, leaving out opaque content and comments, and calls `stop` at a limit. */
function limitedHandler(tree: DomHandler, top: Record<string, string>, stop: () => void): Partial<Handler> {
  let openTags = 0;
  let nodes = 0;
  /** `openTags` at the opening of the opaque element around, or 0. */
  let opaqueSince = 0;
  /** `openTags` at the opening of each `<html>` that is still open: they are the element at the top. */
  const htmlTags: number[] = [];
  const isCut = () => opaqueSince > 0 || openTags > PAGE_LIMITS.maxDepth;
  return {
    onopentag(name, attributes) {
      openTags += 1;
      nodes += 1;
      if (openTags > PAGE_LIMITS.maxOpenTags || nodes > PAGE_LIMITS.maxNodes) {
        stop();
        return;
      }
      if (isCut()) return;
      if (OPAQUE_TAGS.has(name) || (name === 'script' && !DATA_SCRIPT.test(attributes.type ?? ''))) {
        opaqueSince = openTags;
        return;
      }
      if (name === 'html') {
        htmlTags.push(openTags);
        for (const [key, value] of Object.entries(attributes)) top[key] ??= value;
        return;
      }
      tree.onopentag(name, attributes);
    },
    onclosetag() {
      const cut = isCut() || htmlTags.at(-1) === openTags;
      if (htmlTags.at(-1) === openTags) htmlTags.pop();
      if (openTags === opaqueSince) opaqueSince = 0;
      openTags -= 1;
      if (!cut) tree.onclosetag();
    },
    ontext(data) {
      if (opaqueSince > 0) return;
      nodes += 1;
      tree.ontext(data);
    },
  };
}
