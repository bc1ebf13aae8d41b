import type { FeedEntry } from '../model/feed-record.js';
import { addEntry, type FeedList } from './feed-list.js';
import { collapseSpace } from './plain-text.js';
import { endOfDeclaration } from './skip-declaration.js';
import { tokenizeMarkup, type Attribute } from './tokenize-markup.js';

/** Deeper folders count as the folder they are in. */
const MAX_FOLDER_DEPTH = 50;

/** OPML has no field for schedules; 2.0 allows attributes of other namespaces. */
const NAMESPACE = 'urn:wirewatch:opml';
const SCHEDULE_ATTRIBUTE = 'wirewatch:schedule';

/**
 * Reads a list of feeds in OPML 1 or 2 (http://opml.org/spec2.opml). Nested folders become categories,
 * their names joined by `/`. An outline that cannot be used is named in `problems`, and the rest is read.
 *
 * @param text - the file
 */
export function parseOpml(text: string): FeedList {
  const list: FeedList = { feeds: [], problems: [] };
  const known = new Set<string>();
  // The folder of each open outline, '' for one that is no folder.
  const folders: string[] = [];
  const lineAt = createLineCounter(text);
  tokenizeMarkup(blankDeclaration(text), 'xml', {
    open(tag, written, isSelfClosed, at) {
      if (tag.toLowerCase() !== 'outline') return;
      const attributes = namedAttributes(written);
      const url = attributes.get('xmlurl');
      const name = [attributes.get('title'), attributes.get('text')].find(Boolean) ?? '';
      if (url !== undefined) {
        // An outline must have a text: where a feed has no title it is the address.
        const title = name === url ? undefined : name;
        const category = folders.filter((folder) => folder !== '').join('/');
        addEntry(
          list,
          known,
          { url, title, category, schedule: attributes.get(SCHEDULE_ATTRIBUTE) },
          lineAt(at),
        );
      }
      if (!isSelfClosed) folders.push(url === undefined && folders.length < MAX_FOLDER_DEPTH ? name : '');
    },
    close(tag) {
      if (tag.toLowerCase() === 'outline') folders.pop();
    },
    text: () => undefined,
  });
  if (!/<opml[\s>]/i.test(text)) {
    list.problems.push({
      message: 'this is no OPML: it has no <opml> element. Export the list again, or use YAML.',
    });
  }
  return list;
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
  const names = category.split('/').filter((name) => name.trim() !== '');
  let folder = root;
  for (const name of names.slice(0, MAX_FOLDER_DEPTH)) {
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
  const url = escapeAttribute(feed.url);
  const title = feed.title === undefined ? '' : ` title="${escapeAttribute(feed.title)}"`;
  const schedule =
    feed.schedule === undefined ? '' : ` ${SCHEDULE_ATTRIBUTE}="${escapeAttribute(feed.schedule)}"`;
  return `<outline type="rss" text="${escapeAttribute(feed.title ?? feed.url)}"${title} xmlUrl="${url}"${schedule}/>`;
}

function namedAttributes(written: readonly Attribute[]): ReadonlyMap<string, string> {
  return new Map(written.map(([name, value]) => [name.toLowerCase(), collapseSpace(value)]));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
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
