import { PART_FIELDS, PROSE_FIELDS, SHORT_FIELDS, STRUCTURED_FIELDS } from './field-names.js';
import { resolveAddress } from './resolve-link.js';
import type { Attribute, MarkupHandler } from './tokenize-markup.js';
import { isKnownPrefix, prefixOfNamespace } from './namespaces.js';

/** An element of a feed that was read leniently. */
export interface FeedNode {
  /** As written, for markup inside prose. */
  readonly tag: string;
  /** Lower case, with the prefix of namespaces.ts. */
  readonly name: string;
  /** Values by lower-case name, prefixes as in namespaces.ts. */
  readonly attributes: ReadonlyMap<string, string>;
  /** The `xml:base` in scope, resolved as far as the document allows; null where there is none. */
  readonly base: string | null;
  readonly children: (FeedNode | string)[];
}

/** An element that is open, with the namespaces that its descendants see. */
interface OpenNode {
  readonly node: FeedNode;
  readonly prefixes: ReadonlyMap<string, string>;
}

/** Grows a tree of elements from the events of a tokenizer, closing what was left open. */
export interface FeedTreeBuilder extends MarkupHandler {
  /** The root element, or null if there was none. */
  readonly root: () => FeedNode | null;
  /** Whether the root element was never closed: the document ends in the middle. */
  readonly isCut: () => boolean;
}

/** Deeper elements are left out, their text is kept. Honest feeds with XHTML stay under 40. */
const MAX_DEPTH = 200;

/** Namespace declarations past this many are not looked at. */
const MAX_PREFIXES = 200;

const ITEM_NAMES: ReadonlySet<string> = new Set(['item', 'entry']);
const CONTAINER_NAMES: ReadonlySet<string> = new Set(['channel', 'feed', 'rss', 'rdf:rdf']);

/** Fields that HTML has no element for, so that even inside prose they must belong to the feed. */
const NEVER_HTML: ReadonlySet<string> = new Set(
  [...SHORT_FIELDS, ...PROSE_FIELDS].filter(
    (name) => !['link', 'title', 'content', 'summary', 'body', 'id', 'abstract'].includes(name),
  ),
);

/** Starts an empty tree. `base` is the address that the document came from, if known. */
export function createFeedTree(base: string | null): FeedTreeBuilder {
  const stack: OpenNode[] = [];
  let root: FeedNode | null = null;
  const top = (): OpenNode | undefined => stack.at(-1);

  function closeImplied(name: string): void {
    const keep = ITEM_NAMES.has(name) ? depthForItem(stack) : depthForField(stack, name);
    if (keep !== null) stack.length = keep;
  }

  return {
    open(tag, attributes, isSelfClosed) {
      const parent = top();
      // Once the root is closed, whatever follows is junk.
      if (parent === undefined && root !== null) return;
      const outer = parent?.prefixes ?? new Map<string, string>();
      const prefixes = withDeclarations(outer, attributes);
      const name = canonicalName(tag, prefixes, true);
      closeImplied(name);
      const holder = top()?.node;
      const named = new Map(attributes.map(([key, value]) => [canonicalName(key, prefixes, false), value]));
      const node: FeedNode = {
        tag,
        name,
        attributes: named,
        base: baseOf(named, holder?.base ?? base),
        children: [],
      };
      if (holder === undefined) root = node;
      else if (stack.length < MAX_DEPTH) holder.children.push(node);
      if (!isSelfClosed && stack.length < MAX_DEPTH) stack.push({ node, prefixes });
    },
    close(tag) {
      const name = canonicalName(tag, top()?.prefixes ?? new Map(), true);
      for (let at = stack.length - 1; at >= 0; at -= 1) {
        const open = stack[at]?.node.name ?? '';
        if (open === name) {
          stack.length = at;
          return;
        }
        // An end tag inside an item ends nothing outside of it, but containers end everything.
        if (ITEM_NAMES.has(open) && !CONTAINER_NAMES.has(name)) return;
      }
    },
    text(text) {
      top()?.node.children.push(text);
    },
    root: () => root,
    isCut: () => stack.length > 0,
  };
}

/** An item stands in a container and nowhere else: how much of the stack stays open for one. */
function depthForItem(stack: readonly OpenNode[]): number | null {
  const container = stack.findLastIndex(({ node }) => CONTAINER_NAMES.has(node.name));
  return container === -1 ? null : container + 1;
}

/** A field that opens inside a short one, or inside prose that cannot hold it, ends that one. */
function depthForField(stack: readonly OpenNode[], name: string): number | null {
  if (!isField(name)) return null;
  const at = stack.findIndex(({ node }) => isField(node.name));
  const outer = stack[at]?.node.name;
  if (outer === undefined || PART_FIELDS.has(name)) return null;
  const isEnded = PROSE_FIELDS.has(outer) && !TITLES.has(outer) ? NEVER_HTML.has(name) : true;
  return isEnded ? at : null;
}

const TITLES: ReadonlySet<string> = new Set(['title', 'dc:title', 'media:title', 'itunes:title']);

function isField(name: string): boolean {
  return (
    (PROSE_FIELDS.has(name) && name !== 'body') || (SHORT_FIELDS.has(name) && !STRUCTURED_FIELDS.has(name))
  );
}

function withDeclarations(
  outer: ReadonlyMap<string, string>,
  attributes: readonly Attribute[],
): ReadonlyMap<string, string> {
  let own: Map<string, string> | null = null;
  for (const [key, value] of attributes) {
    const lower = key.toLowerCase();
    if (lower !== 'xmlns' && !lower.startsWith('xmlns:')) continue;
    own ??= new Map(outer);
    if (own.size < MAX_PREFIXES) own.set(lower === 'xmlns' ? '' : lower.slice('xmlns:'.length), value);
  }
  return own ?? outer;
}

/** `a10:Updated` becomes `updated` where a10 is Atom's namespace; unknown prefixes stay as they are. */
function canonicalName(written: string, prefixes: ReadonlyMap<string, string>, isElement: boolean): string {
  const lower = written.toLowerCase();
  const colon = lower.indexOf(':');
  const prefix = colon === -1 ? '' : lower.slice(0, colon);
  const local = lower.slice(colon + 1);
  if (prefix === '' && !isElement) return local;
  const uri = prefixes.get(prefix);
  const known = uri === undefined ? undefined : prefixOfNamespace(uri);
  if (known !== undefined) return known === '' || known === 'atom' ? local : `${known}:${local}`;
  // An undeclared or oddly declared prefix is taken for what it usually stands for.
  if (prefix === 'atom') return local;
  if (prefix === '' || isKnownPrefix(prefix)) return lower;
  return ROOT_NAMES.has(local) ? local : lower;
}

const ROOT_NAMES: ReadonlySet<string> = new Set(['rss', 'feed', 'channel', 'item', 'entry']);

function baseOf(attributes: ReadonlyMap<string, string>, outer: string | null): string | null {
  const own = attributes.get('xml:base')?.trim();
  if (own === undefined || own === '') return outer;
  return resolveAddress(own, outer) ?? outer;
}
