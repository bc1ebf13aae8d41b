import type { FeedTest, TestedFeed, TestedHop } from '../probe/test-feed.js';
import { formatDuration } from './progress.js';
import { explainHeaders } from './explain-headers.js';
import { sanitise } from './table.js';

/** Longer values are cut: what matters of them stands at the beginning. */
const MAX_VALUE_CHARS = 200;

/**
 * Says what a test poll did and what it means, for a person: every exchange with the headers that matter, then what
 * came, then when Wirewatch would come back. Everything from outside is made safe for a terminal.
 */
export function renderFeedTest(test: FeedTest): string {
  return [
    ...test.hops.flatMap(renderHop),
    ...renderOutcome(test),
    ...renderError(test),
    ...renderNextPoll(test),
  ].join('\n');
}

function renderHop(hop: TestedHop): string[] {
  const { status, responseHeaders: headers, freshForMs } = hop;
  const answer = status === null ? `no answer (${hop.errorCode ?? 'unknown'})` : `HTTP ${status}`;
  const explained = status === null ? [] : explainHeaders({ status, headers, freshForMs });
  const hasValidator = 'etag' in headers || 'last-modified' in headers;
  const isContent = status !== null && status >= 200 && status < 300;
  return [
    `GET ${show(hop.url)}`,
    ...Object.entries(hop.requestHeaders).map(([name, value]) => `  > ${name}: ${show(value)}`),
    `  < ${answer} after ${hop.durationMs} ms`,
    ...explained.flatMap(({ name, value, meaning }) => [`  < ${name}: ${show(value)}`, `      ${meaning}`]),
    ...(isContent && !hasValidator
      ? ['      no ETag and no Last-Modified: every poll downloads the whole feed']
      : []),
    '',
  ];
}

function renderOutcome({ body, feed, movedTo }: FeedTest): string[] {
  return [
    ...(body === null ? [] : [field('body', `${body.bytes} bytes unpacked, read as ${body.charset}`)]),
    ...(movedTo === null ? [] : [field('moved to', `${show(movedTo)}: give this address instead`)]),
    ...(feed === null ? [] : renderFeed(feed)),
  ];
}

function renderFeed(feed: TestedFeed): string[] {
  const { pace, push } = feed;
  const hasSkips = pace.skipHours.length + pace.skipDays.length > 0;
  return [
    field('format', feed.format),
    field('title', show(feed.title ?? 'none')),
    ...(feed.siteUrl === null ? [] : [field('site', show(feed.siteUrl))]),
    ...(feed.language === null ? [] : [field('language', show(feed.language))]),
    field('items', describeItems(feed)),
    field('dates', describeDates(feed)),
    ...(pace.ttlMinutes === null
      ? []
      : [
          field('asks for', `${formatDuration(pace.ttlMinutes * 60)} between polls (ttl or sy:updatePeriod)`),
        ]),
    ...(hasSkips
      ? [
          field(
            'rests',
            `at hours ${list(pace.skipHours)} and days ${list(pace.skipDays)} (UTC, 0 is Sunday)`,
          ),
        ]
      : []),
    ...push.hubs.map((hub) => field('hub', `${show(hub)} tells of news at once (WebSub)`)),
    ...feed.notes.map(({ code, message }) => field('note', `${show(message)} (${code})`)),
  ];
}

function describeItems({ items, withoutLink }: TestedFeed): string {
  return withoutLink === 0
    ? String(items)
    : `${items}, ${withoutLink} without a link: these can't be fetched`;
}

function describeDates({ newestAt, oldestAt, undated, unreadableDates, absurdDates }: TestedFeed): string {
  const span = newestAt === null ? 'none that can be used' : `${oldestAt ?? newestAt} to ${newestAt}`;
  const oddities = [
    [undated, 'without a date'],
    [unreadableDates, 'unreadable'],
    [absurdDates, 'that cannot be true'],
  ] as const;
  return [span, ...oddities.flatMap(([count, what]) => (count === 0 ? [] : [`${count} ${what}`]))].join(', ');
}

function renderError({ error, declaredFeeds }: FeedTest): string[] {
  if (error === null) return [];
  return [
    field('failed', `${show(error.message, 1_000)} (${error.code})`),
    ...declaredFeeds.map(({ url, title }) =>
      field('its feed', show(title === null ? url : `${url}  ${title}`)),
    ),
  ];
}

function renderNextPoll({ nextCheckSec }: FeedTest): string[] {
  return nextCheckSec === null ? [] : [field('next poll', `in ${formatDuration(nextCheckSec)}`)];
}

function field(name: string, value: string): string {
  return `${name.padEnd(10)} ${value}`;
}

function list(numbers: readonly number[]): string {
  return numbers.length === 0 ? 'none' : numbers.join(' ');
}

function show(text: string, maxChars = MAX_VALUE_CHARS): string {
  const safe = sanitise(text);
  return safe.length > maxChars ? `${safe.slice(0, maxChars)}…` : safe;
}
