import { ElementType, type parseDocument } from 'htmlparser2';

/** The tree that htmlparser2 builds. */
export type Document = ReturnType<typeof parseDocument>;
export type Node = Document['children'][number];
export type Element = Extract<Node, { attribs: Record<string, string> }>;
type TextNode = Extract<Node, { type: ElementType.ElementType.Text }>;
type ParentNode = NonNullable<Node['parent']>;

/** Tags that start a new block when rendered (WHATWG HTML, "Rendering", display: block and its kin). */
const BLOCK_TAGS = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p picture pre search ' +
    'section select summary table tbody td tfoot th thead tr ul amp-ad amp-embed amp-iframe'
  ).split(' '),
);

const HEADING_TAGS = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

export function isElement(node: Node | ParentNode): node is Element {
  return node.type === ElementType.Tag || node.type === ElementType.Script || node.type === ElementType.Style;
}

export function isText(node: Node): node is TextNode {
  return node.type === ElementType.Text;
}

export function isBlock(element: Element): boolean {
  return BLOCK_TAGS.has(element.name);
}

export function isHeading(element: Element): boolean {
  return HEADING_TAGS.has(element.name);
}

/** The element around `element`, null at the top. */
export function parentOf(element: Element): Element | null {
  const parent = element.parent;
  return parent !== null && isElement(parent) ? parent : null;
}

/** Whether `element` is one of `holders` or stands in one. */
export function isWithin(element: Element, holders: ReadonlySet<Element>): boolean {
  for (let around: Element | null = element; around !== null; around = parentOf(around)) {
    if (holders.has(around)) return true;
  }
  return false;
}

/** The attribute's value; '' when absent. */
export function attribute(element: Element, name: string): string {
  return element.attribs[name] ?? '';
}

/**
 * Visits every element below `root` in document order. Recursion is safe: `loadPage` caps the depth.
 *
 * @param visit - returns 'skip' to leave out what is below the element, 'stop' to end the walk
 * @returns 'stop' when the walk was ended
 */
export function walkElements(
  root: Document | Element,
  visit: (element: Element) => 'skip' | 'stop' | undefined,
): 'stop' | undefined {
  for (const child of root.children) {
    if (!isElement(child)) continue;
    const answer = visit(child);
    if (answer === 'stop') return 'stop';
    if (answer === undefined && walkElements(child, visit) === 'stop') return 'stop';
  }
  return undefined;
}

/** All text below `node`, as it stands in the source. */
export function rawTextOf(node: Document | Element): string {
  let text = '';
  for (const child of node.children) {
    if (isText(child)) text += child.data;
    else if (isElement(child)) {
      if (child.name === 'br' || isBlock(child)) text += ' ';
      text += rawTextOf(child);
    }
  }
  return text;
}
