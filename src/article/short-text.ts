import { cleanLine } from './clean-text.js';
import { isElement, isText, type Element } from './dom.js';

/** White space in the source may be this many times the text. */
const SLACK = 4;
/** A byline or a dateline is made of fewer nodes. */
const MAX_NODES = 60;

/**
 * The text of a small element on one line, with a space at every tag ("By<a>Ana Ruiz</a>" is "By Ana Ruiz").
 *
 * @param element - any element; a large one costs no more than a small one
 * @param maxLength - in UTF-16 units
 * @returns null when the text is longer
 */
export function shortTextOf(element: Element, maxLength: number): string | null {
  let text = '';
  let nodes = 0;
  const collect = (node: Element): boolean => {
    for (const child of node.children) {
      nodes += 1;
      if (isText(child)) text += ` ${child.data}`;
      else if (isElement(child) && child.name !== 'script' && !collect(child)) return false;
      if (text.length > maxLength * SLACK || nodes > MAX_NODES) return false;
    }
    return true;
  };
  if (!collect(element)) return null;
  const line = cleanLine(text);
  return line.length <= maxLength ? line : null;
}
