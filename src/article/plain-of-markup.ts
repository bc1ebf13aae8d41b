import { Parser } from 'htmlparser2';
import { cleanLine } from './clean-text.js';
import { PAGE_LIMITS } from './page-limits.js';

/** Tags that part two lines; the others stand inside one. */
const LINE_TAGS = /^(?:p|div|br|li|ul|ol|h[1-6]|blockquote|tr|section|article|figure|pre|table)$/;
const DEAD_TAGS = /^(?:script|style|noscript|template|figcaption)$/;

/**
 * The lines of a piece of markup, or of plain text: JSON-LD and feeds carry both, escaped or not. Absurd nesting ends
 * the reading (see `maxDepth`).
 *
 * @param markup - perhaps HTML
 * @returns cleaned lines, empty ones dropped
 */
export function linesOfMarkup(markup: string): string[] {
  if (!/[<&]/.test(markup))
    return markup
      .split('\n')
      .map(cleanLine)
      .filter((line) => line !== '');
  let text = '';
  let dead = 0;
  let open = 0;
  const parser = new Parser({
    onopentag: (name) => {
      open += 1;
      if (open > PAGE_LIMITS.maxDepth) parser.pause();
      if (DEAD_TAGS.test(name)) dead += 1;
      if (LINE_TAGS.test(name)) text += '\n';
    },
    onclosetag: (name) => {
      open -= 1;
      if (DEAD_TAGS.test(name)) dead -= 1;
      if (LINE_TAGS.test(name)) text += '\n';
    },
    ontext: (data) => {
      if (dead === 0) text += data;
    },
  });
  parser.end(markup);
  return text
    .split('\n')
    .map(cleanLine)
    .filter((line) => line !== '');
}

/** The same as one line. */
export function plainOfMarkup(markup: string): string {
  return linesOfMarkup(markup).join(' ');
}
