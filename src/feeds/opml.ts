import type { FeedEntry } from '../model/feed-record.js';
import { joinCategory, splitCategory } from './category-path.js';
import { addEntry, type FeedList } from './feed-list.js';
import { collapseSpace } from './plain-text.js';
import { endOfDeclaration } from './skip-declaration.js';
import { tokenizeMarkup, type Attribute } from './tokenize-markup.js';

/** Deeper folders count as the folder they are in. */
const MAX_FOLDER_DEPTH = 50;

/** OPML has no field for schedules; 2.0 allows attributes of other namespaces. */
const NAMESPACE = 'urn:wirewatch:opml';
const SCHEDULE_ATTRIBUTE = 'wirewatch:schedule';

/** An OPML being read. */
interface Reading extends FeedList {
  readonly known: Set<string>;
  /** The open outlines, outermost first. */
  readonly open: OpenOutline[];
  readonly lineAt: (at: number) => number;
}

interface OpenOutline {
  /** The folder that it is, '' for one that is no folder. */
  readonly folder: string;
  /** Commented out, and everything below it. */
  readonly isComment: boolean;
}

/**
 * Reads a list of feeds in OPML 1 or 2 (http://opml.org/spec2.opml), and what programs make of it: names in any case,
 * no `type`, no `body`. Nested folders become the category (see category-path.ts), else the first path of the
 * `category` attribute does. Outlines that are commented out are passed over. Inclusions are named in
 * `problems`, never followed, as is an outline that cannot be used; the rest is read.
 *
 * @param text - the file
 */
export function parseOpml(text: string): FeedList {
  const reading: Reading = {
    feeds: [],
    problems: [],
    known: new Set(),
    open: [],
    lineAt: createLineCounter(text),
  };
  tokenizeMarkup(blankDeclaration(text), 'xml', {
    open(tag, written, isSelfClosed, at) {
      if (tag.toLowerCase() !== 'outline') return;
      const outline = readOutline(reading, namedAttributes(written), at);
      if (!isSelfClosed) reading.open.push(outline);
    },
    close(tag) {
      if (tag.toLowerCase() === 'outline') reading.open.pop();
    },
    text: () => undefined,
  });
  const { feeds, problems } = reading;
  if (!/<opml[\s>]/i.test(text)) {
    const message = 'this is no OPML: it has no <opml> element. Export the list again, or use YAML.';
    problems.push({ message });
  }
  return { feeds, problems };
}

/** Types of outlines that are feeds even without an `xmlUrl`: some programs call it `url`. */
const FEED_TYPES: ReadonlySet<string> = new Set(['rss', 'atom', 'rdf', 'feed', 'json']);

function readOutline(reading: Reading, attributes: ReadonlyMap<string, string>, at: number): OpenOutline {
  const isComment = reading.open.at(-1)?.isComment === true || attributes.get('iscomment') === 'true';
  if (isComment) return { folder: '', isComment };
  const type = attributes.get('type')?.toLowerCase() ?? '';
  const url = attributes.get('xmlurl') ?? (FEED_TYPES.has(type) ? (attributes.get('url') ?? '') : undefined);
  const name = [attributes.get('title'), attributes.get('text')].find(Boolean) ?? '';
  if (url !== undefined) {
    addFeed(reading, attributes, { url, name }, at);
  } else if (type === 'include' || type === 'link') {
    reading.problems.push({
      line: reading.lineAt(at),
      message: describeLink(attributes.get('url') ?? '', name),
    });
  } else if (reading.open.length < MAX_FOLDER_DEPTH) {
    return { folder: name, isComment };
  }
  return { folder: '', isComment };
}

function addFeed(
  reading: Reading,
  attributes: ReadonlyMap<string, string>,
  { url, name }: { readonly url: string; readonly name: string },
  at: number,
): void {
  const folders = joinCategory(reading.open.map(({ folder }) => folder));
  const entry = {
    url,
    // An outline must have a text: where a feed has no title it is the address.
    title: name === url ? undefined : name,
    category: folders === '' ? categoryOf(attributes) : folders,
    siteUrl: attributes.get('htmlurl'),
    schedule: attributes.get(SCHEDULE_ATTRIBUTE),
  };
  addEntry(reading, reading.known, entry, reading.lineAt(at));
}

/** OPML 2.0: paths separated by commas, `/Ports/Europe,/News`. One feed has one category here: the first. */
function categoryOf(attributes: ReadonlyMap<string, string>): string {
  const [first = ''] = (attributes.get('category') ?? '').split(',');
  return joinCategory(first.split('/'));
}

/** OPML 2.0, "Inclusion": nothing is fetched while a file is read. */
function describeLink(url: string, name: string): string {
  const what = `"${name.slice(0, 100)}" leads to ${url.slice(0, 200)}`;
  return /\.opml(?:[?#]|$)/i.test(url)
    ? `${what}, another list, which is not followed. Download it and import it as well.`
    : `${what}, which is not followed. If it is a site, ask \`wirewatch feeds discover\` for its feeds.`;
}

/**
 * Writes a list of feeds as OPML 2.0, categories as nested folders. What parseOpml reads from it is what
 * was written, sorted by folder.
 */
export function renderOpml(feeds: readonly FeedEntry[]): string {
  const root = createFolder('');
  for (const feed of feeds) folderOf(root, feed.category ?? '').feeds.push(feed);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<opml version="2.0" xmlns:wirewatch="${NAMESPACE}">`,
    '  <head><title>Wirewatch feeds</title></head>',
    '  <body>',
    ...renderFolder(root, '    '),
    '  </body>',
    '</opml>',
    '',
  ].join('\n');
}

interface Folder {
  readonly name: string;
  readonly folders: Map<string, Folder>;
  readonly feeds: FeedEntry[];
}

function createFolder(name: string): Folder {
  return { name, folders: new Map(), feeds: [] };
}

function folderOf(root: Folder, category: string): Folder {
  let folder = root;
  for (const name of splitCategory(category).slice(0, MAX_FOLDER_DEPTH)) {
    const inner = folder.folders.get(name) ?? createFolder(name);
    folder.folders.set(name, inner);
    folder = inner;
  }
  return folder;
}

function renderFolder(folder: Folder, indent: string): string[] {
  const lines = folder.feeds.map((feed) => `${indent}${renderFeed(feed)}`);
  for (const inner of folder.folders.values()) {
    lines.push(`${indent}<outline text="${escapeAttribute(inner.name)}">`);
    lines.push(...renderFolder(inner, `${indent}  `), `${indent}</outline>`);
  }
  return lines;
}

function renderFeed(feed: FeedEntry): string {
  const attributes: readonly (readonly [name: string, value: string | undefined])[] = [
    ['type', 'rss'],
    ['text', feed.title ?? feed.url],
    ['title', feed.title],
    ['xmlUrl', feed.url],
    ['htmlUrl', feed.siteUrl],
    [SCHEDULE_ATTRIBUTE, feed.schedule],
  ];
  const written = attributes.map(([name, value]) =>
    value === undefined ? '' : ` ${name}="${escapeAttribute(value)}"`,
  );
  return `<outline${written.join('')}/>`;
}

function namedAttributes(written: readonly Attribute[]): ReadonlyMap<string, string> {
  return new Map(written.map(([name, value]) => [name.toLowerCase(), collapseSpace(value)]));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeAttribute(text: string): string {
  return collapseSpace(text).replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** Blanks a document type out, so that its entities are not read as tags and lines keep their numbers. */
function blankDeclaration(text: string): string {
  const start = text.search(/<!DOCTYPE/i);
  if (start === -1) return text;
  const end = endOfDeclaration(text, start);
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
}

/** Counts lines up to positions that never go back, in linear time over all calls. */
function createLineCounter(text: string): (at: number) => number {
  let line = 1;
  let lineEnd = text.indexOf('\n');
  return (at) => {
    while (lineEnd !== -1 && lineEnd < at) {
      line += 1;
      lineEnd = text.indexOf('\n', lineEnd + 1);
    }
    return line;
  };
}
