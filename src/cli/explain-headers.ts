import { formatDuration } from './progress.js';

/** An answer, as far as the meaning of its headers depends on it. */
export interface HeaderSetting {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** How long the answer stays fresh, in milliseconds; null when the server does not say. */
  readonly freshForMs: number | null;
}

type Explain = (value: string, setting: HeaderSetting) => string;

const kept: Explain = () => 'kept to the byte and sent back: an unchanged feed then costs no download';

const fresh: Explain = (_, { freshForMs }) => {
  if (freshForMs === null) return 'says nothing about when to come back';
  if (freshForMs === 0) return 'may change at any time: no bound for the next poll';
  return `fresh for ${formatDuration(freshForMs / 1000)}: not polled before`;
};

/** What the headers that matter mean for Wirewatch; all others are left out. In the order of showing. */
const EXPLANATIONS: ReadonlyMap<string, Explain> = new Map<string, Explain>([
  [
    'location',
    (_, { status }) =>
      status === 301 || status === 308
        ? 'moved for good: the new address is polled from now on, if a feed is there'
        : 'moved for now: the old address is kept',
  ],
  ['content-type', () => 'a hint: the format is told by the content itself'],
  ['content-encoding', () => 'compressed for the way'],
  ['etag', kept],
  ['last-modified', kept],
  ['cache-control', fresh],
  [
    'expires',
    (value, setting) => (hasMaxAge(setting) ? 'Cache-Control counts instead' : fresh(value, setting)),
  ],
  ['age', () => 'seconds that a cache in between has held it'],
  ['retry-after', () => 'how long the server wants to be left alone: obeyed'],
  ['link', () => 'may name feeds, and a hub that tells us of news (WebSub)'],
  ['cf-mitigated', () => 'a bot check stands in the way'],
  ['x-amzn-waf-action', () => 'a bot check stands in the way'],
]);

/** A header with its meaning. */
export interface ExplainedHeader {
  readonly name: string;
  readonly value: string;
  readonly meaning: string;
}

/** Picks the headers of an answer that matter to a poll and says what each means for it. */
export function explainHeaders(setting: HeaderSetting): ExplainedHeader[] {
  return [...EXPLANATIONS].flatMap(([name, explain]) => {
    const value = setting.headers[name];
    return value === undefined ? [] : [{ name, value, meaning: explain(value, setting) }];
  });
}

function hasMaxAge({ headers }: HeaderSetting): boolean {
  return /max-age|no-store|no-cache/i.test(headers['cache-control'] ?? '');
}
