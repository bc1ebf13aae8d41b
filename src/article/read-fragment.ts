import { findJunk } from './clean-dom.js';
import { isElement } from './dom.js';
import { judgeBlocks, type PageFacts, type Verdict } from './filter-blocks.js';
import { loadPage } from './load-page.js';
import { measureText, NOTHING_CUT } from './measure-text.js';
import { renderBlocks } from './render-blocks.js';

/**
 * Cleans a piece of markup that holds an article's body and nothing around it, as feeds and scripts carry it.
 *
 * @param markup - HTML without a page around it
 * @param facts - titles and names that the body may repeat
 * @throws PermanentError `html_unparseable` when the markup is larger than any page can be
 */
export function readFragment(markup: string, facts: PageFacts): Verdict[] {
  const { document } = loadPage(`<body><div>${markup}</div></body>`);
  const cuts = findJunk(document, measureText(document, NOTHING_CUT), 'careful');
  return judgeBlocks(renderBlocks(document.children.filter(isElement), cuts), facts);
}

/** The text of the blocks that stay, paragraphs separated by one blank line. */
export function textOf(verdicts: readonly Verdict[]): string {
  return verdicts.flatMap(({ block, rule }) => (rule === null ? [block.text] : [])).join('\n\n');
}
