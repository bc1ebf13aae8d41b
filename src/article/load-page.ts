import { load, type CheerioAPI } from 'cheerio/slim';
import { Parser } from 'htmlparser2';
import { PermanentError } from '../errors.js';
import type { Document, Element } from './dom.js';
import { PAGE_LIMITS } from './page-limits.js';
import { startTree, type PageTree } from './page-tree.js';
import { parseAsBrowsers } from './parse-as-browsers.js';
import type { IndexedTag } from './tree-builder.js';
import { watchNesting } from './watch-nesting.js';

/** A parsed page, ready to be queried. */
export interface LoadedPage {
  readonly document: Document;
  /** Selectors over the tree, for who needs them: set up at the first call. */
  readonly query: () => CheerioAPI;
  /** The elements of an indexed name, in document order. */
  readonly elementsNamed: (name: IndexedTag) => readonly Element[];
}

/**
 * Parses markup: with htmlparser2, and again as browsers do where they would build another tree of misnested markup,
 * for that takes five times as long.
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
  const { page, isDoubtful } = parseQuickly(html);
  return (isDoubtful ? loadAsBrowsers(html) : null) ?? page;
}

/**
 * Parses markup with htmlparser2, whatever it looks like.
 *
 * @returns the page, and whether browsers may build another tree of it
 */
export function parseQuickly(html: string): { page: LoadedPage; isDoubtful: boolean } {
  const watch = watchNesting();
  const tree = startTree(watch, () => {
    parser.pause();
  });
  const parser = new NestingParser(tree, html);
  // A paused parser takes no more input, its end included.
  parser.end(html);
  return { page: pageOf(tree), isDoubtful: watch.isDoubtful() };
}

/** Ignores the end tags that browsers ignore. */
class NestingParser extends Parser {
  readonly #tree: PageTree;
  readonly #html: string;

  constructor(tree: PageTree, html: string) {
    super(tree.handler);
    this.#tree = tree;
    this.#html = html;
  }

  override onclosetag(start: number, endIndex: number): void {
    if (!this.#tree.ignoresEnd(this.#html.slice(start, endIndex).toLowerCase()))
      super.onclosetag(start, endIndex);
  }
}

/**
 * Parses markup as browsers do.
 *
 * @returns null for a page so large or so deep that the standard's repairs may take very long
 */
export function loadAsBrowsers(html: string): LoadedPage | null {
  const tree = startTree(null, () => undefined);
  return parseAsBrowsers(html, tree.handler) ? pageOf(tree) : null;
}

function pageOf({ document, elementsNamed }: PageTree): LoadedPage {
  let $: CheerioAPI | undefined;
  return {
    document,
    elementsNamed,
    query: () => ($ ??= load(document, { xml: false })),
  };
}
