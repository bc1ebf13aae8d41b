import { isMap, isScalar, isSeq, LineCounter, parseDocument, stringify, type Node, type YAMLMap } from 'yaml';
import { errorMessageOf } from '../errors.js';
import { parseOpml, type FeedEntry, type ListProblem } from './opml.js';
import { parseSchedule } from './parse-schedule.js';
import { resolveLink } from './resolve-link.js';

const KNOWN_KEYS: ReadonlySet<string> = new Set(['url', 'title', 'category', 'schedule']);

const EXAMPLE =
  'Write "- https://example.org/feed.xml", or "- url: …" with title, category and schedule below it';

/** What reading a list gathers, with the line of a position in the file. */
interface Reading {
  readonly feeds: FeedEntry[];
  readonly problems: ListProblem[];
  lineOf(node: Node | null | undefined): number;
}

/**
 * Reads a list of feeds: OPML when the text is XML, else YAML, a list of addresses or of entries with
 * `url`, `title`, `category` and `schedule`, perhaps under the key `feeds`. An entry that cannot be
 * used is named in `problems` with its line, and the rest is read. An address listed twice counts once.
 *
 * @param text - the file
 * @param fileName - its name, for messages
 */
export function parseFeedsFile(
  text: string,
  fileName: string,
): { feeds: FeedEntry[]; problems: ListProblem[] } {
  const read = /^[\s\ufeff]*</.test(text) ? parseOpml(text) : parseYamlList(text);
  const { feeds, problems } = checkEntries(read);
  return { feeds, problems: problems.map((problem) => ({ ...problem, message: locate(problem, fileName) })) };
}

/** Writes a list of feeds as YAML. What parseFeedsFile reads from it is what was written. */
export function renderFeedsYaml(feeds: readonly FeedEntry[]): string {
  return stringify({ feeds });
}

function locate(problem: ListProblem, fileName: string): string {
  return `${fileName}${problem.line === undefined ? '' : `:${problem.line}`}: ${problem.message}`;
}

function parseYamlList(text: string): { feeds: FeedEntry[]; problems: ListProblem[] } {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const reading: Reading = {
    feeds: [],
    problems: document.errors.map((error) => ({
      line: lines.linePos(error.pos[0]).line,
      message: `this is not valid YAML: ${error.message}. Check the indentation and quotes around here.`,
    })),
    lineOf: (node) => lines.linePos(node?.range?.[0] ?? 0).line,
  };
  const top = document.contents;
  const list = isMap(top) ? top.get('feeds', true) : top;
  if (isSeq(list)) for (const entry of list.items) readEntry(entry, reading);
  else if (reading.problems.length === 0)
    reading.problems.push({ line: 1, message: `there is no list of feeds. ${EXAMPLE}.` });
  return reading;
}

function readEntry(entry: Node, reading: Reading): void {
  const line = reading.lineOf(entry);
  if (isScalar(entry) && typeof entry.value === 'string') addEntry({ url: entry.value }, line, reading);
  else if (isMap(entry)) addEntry(readFields(entry, reading), line, reading);
  else reading.problems.push({ line, message: `this is no feed. ${EXAMPLE}.` });
}

function readFields(map: YAMLMap, reading: Reading): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const { key, value } of map.items) {
    const name = isScalar(key) ? String(key.value) : '';
    const line = reading.lineOf(isScalar(key) ? key : map);
    const content = isScalar(value) ? value.value : undefined;
    if (!KNOWN_KEYS.has(name)) {
      reading.problems.push({
        line,
        message: `"${name}" is not known. Use url, title, category or schedule.`,
      });
    } else if (typeof content === 'string' || typeof content === 'number') fields[name] = String(content);
    else if (content !== null)
      reading.problems.push({ line, message: `"${name}" must be text. Put it in quotes on one line.` });
  }
  return fields;
}

function addEntry(fields: Readonly<Record<string, string>>, line: number, reading: Reading): void {
  const { url: written = '', title = '', category = '', schedule } = fields;
  const url = resolveLink(written, null);
  if (url === null) {
    const what =
      written === '' ? 'a feed has no url' : `"${written.slice(0, 100)}" is no http or https address`;
    reading.problems.push({ line, message: `${what}. Give the full address of the feed.` });
    return;
  }
  reading.feeds.push({
    url,
    ...(title.trim() !== '' && { title: title.trim() }),
    ...(category.trim() !== '' && { category: category.trim() }),
    ...(schedule !== undefined && { schedule }),
  });
}

/** Drops repeated addresses and schedules that cannot be read, and says so. */
function checkEntries(read: { feeds: FeedEntry[]; problems: ListProblem[] }): {
  feeds: FeedEntry[];
  problems: ListProblem[];
} {
  const feeds = new Map<string, FeedEntry>();
  const problems = [...read.problems];
  for (const feed of read.feeds) {
    if (feeds.has(feed.url)) {
      problems.push({ message: `${feed.url} is listed twice. The first entry counts; delete the other.` });
      continue;
    }
    feeds.set(feed.url, withCheckedSchedule(feed, problems));
  }
  return { feeds: [...feeds.values()], problems };
}

function withCheckedSchedule(feed: FeedEntry, problems: ListProblem[]): FeedEntry {
  const { schedule, ...rest } = feed;
  if (schedule === undefined) return feed;
  try {
    parseSchedule(schedule);
    return feed;
  } catch (thrown) {
    problems.push({
      message: `${feed.url}: ${errorMessageOf(thrown)} The feed is polled at its own rhythm until then.`,
    });
    return rest;
  }
}
