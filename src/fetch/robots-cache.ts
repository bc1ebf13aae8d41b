import { PermanentError, TransientError } from '../errors.js';
import { ALLOW_ALL, type RobotsRules } from './robots-rules.js';

/** RFC 9309, section 2.4: not longer than 24 hours. */
const RULES_TTL_MS = 24 * 60 * 60 * 1000;

/** A host without answer is left alone this long: shorter than a page's tries last, so that a hiccup costs none. */
const FAILURE_TTL_MS = 30 * 1000;

/** Failures of the host. Others are our own, and must not be held against it: a lost database, say. */
const HOST_FAILURES: ReadonlySet<string> = new Set([
  'network',
  'timeout',
  'dns',
  'tls',
  'truncated',
  'http_408',
  'http_5xx',
]);

/** About 16 MiB of text: some 8,000 usual hosts, or 32 that send the allowed maximum. */
const MAX_CACHED_BYTES = 16 * 1024 * 1024;

/** What an entry costs besides its text. */
const ENTRY_BYTES = 2_048;

/** Rules and the size of the text they were read from. */
export interface LoadedRobots {
  readonly rules: RobotsRules;
  readonly bytes: number;
}

/** The robots.txt of the origins asked lately. */
export interface RobotsCache {
  /**
   * @param load - asks the origin, called when nothing fresh is known
   * @throws TransientError while the origin's robots.txt cannot be read: RFC 9309, section 2.3.1.4, says
   *   that everything is disallowed then; ThrottledError and others as `load` throws them, not remembered
   */
  rulesFor(origin: string, load: () => Promise<LoadedRobots>): Promise<RobotsRules>;
  /** The rest that the origin asked for, null while its robots.txt is not known here. */
  crawlDelayMs(origin: string): number | null;
}

interface Entry {
  readonly answer: RobotsRules | TransientError;
  readonly bytes: number;
  readonly expiresAtMs: number;
}

/** @param now - milliseconds since 1970 */
export function createRobotsCache(now: () => number): RobotsCache {
  /** In order of last use, oldest first. */
  const entries = new Map<string, Entry>();
  let totalBytes = 0;
  /** Pages of one origin that come at the same time ask for its robots.txt once. */
  const asking = new Map<string, Promise<Entry>>();

  function remove(origin: string): void {
    totalBytes -= entries.get(origin)?.bytes ?? 0;
    entries.delete(origin);
  }

  function put(origin: string, entry: Entry): void {
    remove(origin);
    entries.set(origin, entry);
    totalBytes += entry.bytes;
    for (const oldest of entries.keys()) {
      if (totalBytes <= MAX_CACHED_BYTES) break;
      remove(oldest);
    }
  }

  function find(origin: string): Entry | null {
    const entry = entries.get(origin);
    if (!entry || entry.expiresAtMs <= now()) return null;
    entries.delete(origin);
    entries.set(origin, entry);
    return entry;
  }

  async function ask(origin: string, load: () => Promise<LoadedRobots>): Promise<Entry> {
    const known = entries.get(origin);
    const asked = await askRobots(origin, load);
    // RFC 9309, section 2.4: what is older than a day may be used while nothing newer can be had.
    const isOutage = asked.answer instanceof TransientError && known !== undefined;
    const { answer, bytes, ttlMs } = isOutage ? { ...known, ttlMs: asked.ttlMs } : asked;
    const entry = { answer, bytes: isOutage ? bytes : bytes + ENTRY_BYTES, expiresAtMs: now() + ttlMs };
    put(origin, entry);
    return entry;
  }

  function askOnce(origin: string, load: () => Promise<LoadedRobots>): Promise<Entry> {
    const others = asking.get(origin);
    if (others !== undefined) return others;
    const own = ask(origin, load).finally(() => asking.delete(origin));
    asking.set(origin, own);
    return own;
  }

  return {
    async rulesFor(origin, load) {
      const { answer } = find(origin) ?? (await askOnce(origin, load));
      if (answer instanceof TransientError) throw answer;
      return answer;
    },
    crawlDelayMs(origin) {
      const answer = find(origin)?.answer;
      return answer === undefined || answer instanceof TransientError ? null : answer.crawlDelayMs;
    },
  };
}

/** RFC 9309, section 2.3.1: no such file (4xx, endless redirects) allows all, no answer allows nothing. */
async function askRobots(
  origin: string,
  load: () => Promise<LoadedRobots>,
): Promise<Omit<Entry, 'expiresAtMs'> & { readonly ttlMs: number }> {
  try {
    const { rules, bytes } = await load();
    return { answer: rules, bytes, ttlMs: RULES_TTL_MS };
  } catch (error) {
    if (error instanceof PermanentError && isUnavailable(error)) {
      return { answer: ALLOW_ALL, bytes: 0, ttlMs: RULES_TTL_MS };
    }
    if (!(error instanceof TransientError) || !HOST_FAILURES.has(error.code)) throw error;
    const message = `${origin}/robots.txt cannot be read, so nothing of this host is fetched for now. ${error.message}`;
    const answer = new TransientError(error.code, message, { context: error.context, cause: error });
    return { answer, bytes: 0, ttlMs: FAILURE_TTL_MS };
  }
}

function isUnavailable({ code }: PermanentError): boolean {
  return code.startsWith('http_4') || code === 'too_many_redirects' || code === 'bad_redirect';
}
