import { collapseSpace } from './plain-text.js';
import { resolveLink } from './resolve-link.js';
import { tokenizeMarkup, type Attribute } from './tokenize-markup.js';
import { endOfDeclaration } from './skip-declaration.js';

/** A feed as a list of feeds names it. */
export interface FeedEntry {
  /** Absolute http(s) URL. */
  readonly url: string;
  readonly title?: string;
  /** Folders from the outermost to the innermost, joined by `/`. */
  readonly category?: string;
  /** As parseSchedule reads it. */
  readonly schedule?: string;
}

/** Something in a list that could not be used. */
export interface ListProblem {
  /** 1 for the first line of the file. */
  readonly line?: number;
  /** What is wrong and what to do about it. */
  readonly message: string;
}

/** Deeper folders count as the folder they are in. */
const MAX_FOLDER_DEPTH = 50;

/** OPML has no field for schedules; 2.0 allows attributes of other namespaces. */
const NAMESPACE = 'urn:wirewatch:opml';
const SCHEDULE_ATTRIBUTE = 'wirewatch:schedule';

/**
 * Reads a list of feeds in OPML 1 or 2 (http://opml.org/spec2.opml). Nested folders become categories.
 * An outline that cannot be used is named in `problems`, and the rest is read.
 *
 * @param text - the file
 */
export function parseOpml(text: string): { feeds: FeedEntry[]; problems: ListProblem[] } {
  const feeds: FeedEntry[] = [];
  const problems: ListProblem[] = [];
  // The folder of each open outline; null for one that is no folder.
  const folders: (string | null)[] = [];
  const lineAt = createLineCounter(text);
  tokenizeMarkup(withoutDeclarations(text), 'xml', {
    open(tag, attributes, isSelfClosed, at) {
      const name = tag.toLowerCase();
      if (name !== 'outline') return;
      const outline = readOutline(attributes);
      const address = outline.get('xmlurl') ?? null;
      const title = [outline.get('title'), outline.get('text')].find(Boolean) ?? '';
      if (address !== null)
        addFeed({ address, title, schedule: outline.get(SCHEDULE_ATTRIBUTE), line: lineAt(at) });
      if (!isSelfClosed) folders.push(address === null && folders.length < MAX_FOLDER_DEPTH ? title : null);
    },
    close(tag) {
      if (tag.toLowerCase() === 'outline') folders.pop();
    },
    text: () => undefined,
  });
  if (!/<opml[\s>]/i.test(text))
    problems.push({
      message: 'This is no OPML: there is no <opml> element. Export the list again, or use YAML.',
    });
  return { feeds, problems };

  function addFeed(found: {
    address: string;
    title: string;
    schedule: string | undefined;
    line: number;
  }): void {
    const url = resolveLink(found.address, null);
    if (url === null) {
      problems.push({
        line: found.line,
        message: `"${found.address.slice(0, 100)}" is no http or https address. Correct its xmlUrl.`,
      });
      return;
    }
    const category = folders.filter((folder) => folder !== null && folder !== '').join('/');
    feeds.push({
      url,
      // An outline must have a text: where there is no title it is the address.
      ...(found.title !== '' && found.title !== found.address && { title: found.title }),
      ...(category !== '' && { category }),
      ...(found.schedule !== undefined && { schedule: found.schedule }),
    });
  }
}

/**
 * Writes a list of feeds as OPML 2.0, categories as nested folders. What parseOpml reads from it is what
 * was written.
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
  for (const name of category
    .split('/')
    .filter((part) => part !== '')
    .slice(0, MAX_FOLDER_DEPTH)) {
    const inner = folder.folders.get(name) ?? createFolder(name);
    folder.folders.set(name, inner);
    folder = inner;
  }
  return folder;
}

function renderFolder(folder: Folder, indent: string): string[] {
  const lines = folder.feeds.map((feed) => `${indent}${renderFeed(feed)}`);
  for (const inner of folder.folders.values()) {
    const name = escapeAttribute(inner.name);
    lines.push(
      `${indent}<outline text="${name}" title="${name}">`,
      ...renderFolder(inner, `${indent}  `),
      `${indent}</outline>`,
    );
  }
  return lines;
}

function renderFeed(feed: FeedEntry): string {
  const text = escapeAttribute(feed.title ?? feed.url);
  const title = feed.title === undefined ? '' : ` title="${text}"`;
  const schedule =
    feed.schedule === undefined ? '' : ` ${SCHEDULE_ATTRIBUTE}="${escapeAttribute(feed.schedule)}"`;
  return `<outline type="rss" text="${text}"${title} xmlUrl="${escapeAttribute(feed.url)}"${schedule}/>`;
}

function readOutline(attributes: readonly Attribute[]): ReadonlyMap<string, string> {
  return new Map(attributes.map(([name, value]) => [name.toLowerCase(), collapseSpace(value)]));
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** Blanks declarations out, so that an internal subset is not read as tags and lines keep their numbers. */
function withoutDeclarations(text: string): string {
  const start = text.search(/<!DOCTYPE/i);
  if (start === -1) return text;
  const end = endOfDeclaration(text, start);
  return text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end);
}

/** Counts lines up to positions that never go back, in linear time over all calls. */
function createLineCounter(text: string): (at: number) => number {
  let line = 1;
  let counted = 0;
  return (at) => {
    for (
      let next = text.indexOf('\n', counted);
      next !== -1 && next < at;
      next = text.indexOf('\n', counted)
    ) {
      line += 1;
      counted = next + 1;
    }
    return line;
  };
}
