import { PART_FIELDS, PROSE_FIELDS, SHORT_FIELDS, STRUCTURED_FIELDS } from './field-names.js';
import type { FeedNode } from './feed-tree.js';

/** Attributes that are read from a feed's elements. */
const ATTRIBUTES: ReadonlySet<string> = new Set([
  'type',
  'mode',
  'rel',
  'href',
  'url',
  'src',
  'ispermalink',
  'term',
  'label',
  'hreflang',
  'rdf:about',
  'rdf:resource',
  'name',
  'email',
  'xml:lang',
  'role',
  'length',
  'filesize',
  'text',
  'lastmod',
]);

const ITEM_NAMES: ReadonlySet<string> = new Set(['item', 'entry']);
const CHANNEL_NAMES: ReadonlySet<string> = new Set(['channel', 'feed']);

/** Containers that are looked through for items: a channel's, and RSS 0.9's beside it. */
const LOOKED_THROUGH: ReadonlySet<string> = new Set([...CHANNEL_NAMES, 'rss', 'rdf:rdf', 'items']);

/**
 * Writes a tree as RSS 2.0: the channel's own fields, then every item with its fields under the names
 * of field-names.ts. Prose with markup inside is written as escaped HTML with `type="html"`.
 */
export function serializeFeed(root: FeedNode): string {
  const parts: string[] = [];
  const items: FeedNode[] = [];
  collect(root, parts, items);
  const body = items.map((item) => `<item${serializeAttributes(item)}>${fieldsOf(item)}</item>`);
  return `<rss version="2.0"><channel${serializeAttributes(describedBy(root))}>${parts.join('')}${body.join('')}</channel></rss>`;
}

/** What the root says of the feed, and its channel says more exactly. */
function describedBy(root: FeedNode): FeedNode {
  const channel = root.children.find(
    (child): child is FeedNode => typeof child !== 'string' && CHANNEL_NAMES.has(child.name),
  );
  if (channel === undefined) return root;
  return { ...channel, attributes: new Map([...root.attributes, ...channel.attributes]) };
}

function collect(container: FeedNode, fields: string[], items: FeedNode[]): void {
  for (const child of container.children) {
    if (typeof child === 'string') continue;
    if (ITEM_NAMES.has(child.name)) items.push(child);
    else if (LOOKED_THROUGH.has(child.name)) collect(child, fields, items);
    else fields.push(serializeField(child));
  }
}

function fieldsOf(item: FeedNode): string {
  return item.children.map((child) => (typeof child === 'string' ? '' : serializeField(child))).join('');
}

function serializeField(node: FeedNode): string {
  const { name } = node;
  if (PROSE_FIELDS.has(name)) return serializeProse(node);
  if (SHORT_FIELDS.has(name) || PART_FIELDS.has(name)) return element(node, escapeXml(textInside(node)));
  if (STRUCTURED_FIELDS.has(name)) return element(node, escapeXml(ownText(node)) + fieldsOf(node));
  return '';
}

function serializeProse(node: FeedNode): string {
  const isXhtml = /xhtml/i.test(node.attributes.get('type') ?? '');
  const hasMarkup = node.children.some((child) => typeof child !== 'string');
  if (!isXhtml && !hasMarkup) return element(node, escapeXml(ownText(node)));
  const attributes = new Map([...node.attributes, ['type', 'html'], ['mode', 'escaped']]);
  return element({ ...node, attributes }, escapeXml(innerHtml(node)));
}

function element(node: FeedNode, content: string): string {
  return `<${node.name}${serializeAttributes(node)}>${content}</${node.name}>`;
}

function serializeAttributes(node: FeedNode): string {
  let written = node.base === null ? '' : ` xml:base="${escapeXml(node.base)}"`;
  for (const [name, value] of node.attributes) {
    if (ATTRIBUTES.has(name)) written += ` ${name}="${escapeXml(value)}"`;
  }
  return written;
}

function innerHtml(node: FeedNode): string {
  const parts: string[] = [];
  for (const child of node.children) {
    if (typeof child === 'string') {
      parts.push(escapeXml(child));
      continue;
    }
    const tag = child.tag.slice(child.tag.indexOf(':') + 1);
    const attributes = [...child.attributes].filter(([name]) => !name.startsWith('xmlns'));
    parts.push(`<${tag}${attributes.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('')}>`);
    parts.push(innerHtml(child), VOID_ELEMENTS.has(tag.toLowerCase()) ? '' : `</${tag}>`);
  }
  return parts.join('');
}

const VOID_ELEMENTS: ReadonlySet<string> = new Set([
  'br',
  'hr',
  'img',
  'input',
  'wbr',
  'area',
  'col',
  'source',
  'embed',
  'link',
  'meta',
]);

function ownText(node: FeedNode): string {
  return node.children.filter((child) => typeof child === 'string').join('');
}

function textInside(node: FeedNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textInside(child))).join('');
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
