import robotsParserModule from 'robots-parser';
import { decodeUnreserved, normaliseRobots, productToken } from './normalise-robots.js';

// The package's types describe an ES module, but it is CommonJS: the default import is the function itself.
const robotsParser = robotsParserModule as unknown as typeof robotsParserModule.default;

/** RFC 9309, section 2.5: a parser must read at least this much; the rest is ignored. */
export const MAX_ROBOTS_BYTES = 500 * 1024;

/** A publisher may slow us down to a request per half minute; some ask for hours by mistake. */
const MAX_CRAWL_DELAY_MS = 30_000;

/**
 * robots-parser tries each rule at each place of the path once a `*` came by: 500 KiB of hostile rules against
 * a path of 8,000 characters take it 41 s. With these two bounds the worst is about 0.1 s. Real files and paths
 * stay far below both.
 */
const MAX_WILDCARD_CHARS = 16_000;
const MAX_MATCHED_CHARS = 1_000;

/** What one origin asks of robots. */
export interface RobotsRules {
  isAllowed(url: URL): boolean;
  /** `Crawl-delay` in milliseconds, 0 to 30 s; 0 when there is none. */
  readonly crawlDelayMs: number;
}

/** For a host without a robots.txt. */
export const ALLOW_ALL: RobotsRules = { isAllowed: () => true, crawlDelayMs: 0 };

/**
 * Reads a robots.txt as RFC 9309 asks.
 *
 * @param robotsUrl - where it was asked for, before redirects: its origin is what it speaks of
 * @param bytes - UTF-8, cut at {@link MAX_ROBOTS_BYTES}
 * @param userAgent - ours; its product token is matched
 */
export function parseRobotsTxt(robotsUrl: URL, bytes: Uint8Array, userAgent: string): RobotsRules {
  const text = new TextDecoder().decode(bytes.subarray(0, MAX_ROBOTS_BYTES));
  const robots = robotsParser(robotsUrl.href, boundWildcards(normaliseRobots(text)));
  const token = productToken(userAgent);
  const crawlDelayMs = Math.max(0, (robots.getCrawlDelay(token) ?? 0) * 1000);
  return {
    isAllowed: ({ origin, pathname, search }) =>
      robots.isAllowed(origin + decodeUnreserved(pathname + search).slice(0, MAX_MATCHED_CHARS), token) ??
      true,
    crawlDelayMs: Math.min(crawlDelayMs, MAX_CRAWL_DELAY_MS),
  };
}

/** Over the bound, a Disallow cut at its wildcard covers more and so still holds; an Allow is left out. */
function boundWildcards(lines: readonly string[]): string {
  let left = MAX_WILDCARD_CHARS;
  return lines
    .map((line) => {
      const rule = /^\s*(allow|disallow)\s*:/i.exec(line);
      const wildcard = line.indexOf('*');
      if (!rule || wildcard < 0) return line;
      left -= line.length;
      if (left >= 0) return line;
      return rule[1]?.toLowerCase() === 'disallow' ? line.slice(0, wildcard) : '';
    })
    .join('\n');
}
