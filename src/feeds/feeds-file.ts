import { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify, type Node, type YAMLMap } from 'yaml';
import type { FeedEntry } from '../model/feed-record.js';
import { addEntry, type FeedList } from './feed-list.js';
import { parseOpml } from './opml.js';

const KNOWN_KEYS: ReadonlySet<string> = new Set(['url', 'title', 'category', 'siteUrl', 'schedule']);

const EXAMPLE =
  'Write "- https://example.org/feed.xml", or "- url: …" with title, category and schedule below it';

/** A YAML list being read. */
interface Reading extends FeedList {
  readonly known: Set<string>;
  readonly lineOf: (node: Node | null | undefined) => number;
}

/**
 * Reads a list of feeds: OPML when the text is XML, else YAML, a list of addresses or of entries with
 * `url`, `title`, `category`, `siteUrl` and `schedule`, perhaps under the key `feeds`. An entry that cannot be
 * used is named in `problems` with its line, and the rest is read. An address listed twice counts once.
 *
 * @param text - the file
 * @param fileName - its name, for messages
 */
export function parseFeedsFile(text: string, fileName: string): FeedList {
  return /^[\s\ufeff]*</.test(text) ? parseOpml(text) : parseFeedsYaml(text, fileName);
}

/** Writes a list of feeds as YAML. What parseFeedsFile reads from it is what was written. */
export function renderFeedsYaml(feeds: readonly FeedEntry[]): string {
  return stringify({ feeds });
}

function parseFeedsYaml(text: string, fileName: string): FeedList {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const reading: Reading = {
    feeds: [],
    problems: document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      message: `this is not valid YAML: ${error.message}. Check the indentation and quotes around here.`,
    })),
    known: new Set(),
    lineOf: (node) => lines.linePos(node?.range?.[0] ?? 0).line,
  };
  const top = document.contents;
  const list = isMap(top) ? top.get('feeds', true) : top;
  if (isSeq<Node>(list)) {
    for (const entry of list.items) readEntry(entry, reading);
  } else if (reading.problems.length === 0) {
    reading.problems.push({ message: `there is no list of feeds in ${fileName}. ${EXAMPLE}.` });
  }
  return { feeds: reading.feeds, problems: reading.problems };
}

function readEntry(entry: Node, reading: Reading): void {
  const line = reading.lineOf(entry);
  if (isScalar(entry) && typeof entry.value === 'string') {
    addEntry(reading, reading.known, { url: entry.value }, line);
  } else if (isMap(entry)) {
    const fields = readFields(entry, reading);
    addEntry(reading, reading.known, { ...fields, url: fields.url ?? '' }, line);
  } else {
    reading.problems.push({ line, message: `this is no feed. ${EXAMPLE}.` });
  }
}

function readFields(map: YAMLMap, reading: Reading): Partial<Record<keyof FeedEntry, string>> {
  const fields: Record<string, string> = {};
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const line = reading.lineOf(isScalar(key) ? key : map);
    const content = isScalar(value) ? value.value : undefined;
    if (!KNOWN_KEYS.has(name)) {
      const message = `"${name}" is not known. Use url, title, category, siteUrl or schedule.`;
      reading.problems.push({ line, message });
    } else if (typeof content === 'string' || typeof content === 'number') {
      fields[name] = String(content);
    } else if (content !== null) {
      reading.problems.push({ line, message: `"${name}" must be text. Put it in quotes on one line.` });
    }
  }
  return fields;
}
