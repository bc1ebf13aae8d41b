import { isElement, isText, type Document, type Element } from './dom.js';
import { foldText } from './fold-text.js';

/** Longer pieces are prose: a byline's text is short. */
const MAX_PIECE = 400;

/**
 * Whether a page shows a name: in a short piece of text outside of its head, its scripts and its hidden data.
 *
 * @param document - the page
 * @param name - as written
 */
export function showsName(document: Document, name: string): boolean {
  const sought = foldText(name);
  const holds = (node: Document | Element): boolean =>
    node.children.some((child) => {
      if (isText(child)) return child.data.length <= MAX_PIECE && foldText(child.data).includes(sought);
      return (
        isElement(child) && !/^(?:head|script|style|noscript|template)$/.test(child.name) && holds(child)
      );
    });
  return sought !== '' && holds(document);
}
