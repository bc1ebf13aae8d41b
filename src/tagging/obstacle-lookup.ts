import type { Span } from '../model/mention.js';
import { spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RejectionReason } from './rejection.js';

/** A tag that may stand in the way of others. */
interface Tag extends Span {
  readonly kind: string;
}

/** Reasons that come from what stands at the same words. */
const BY_ANOTHER: ReadonlySet<RejectionReason> = new Set([
  'inside-other',
  'longer-name',
  'overlap',
  'other-thing',
  'known-otherwise',
]);

/**
 * Prepares to name what stands in a candidate's way: the longest tag that it overlaps, else the longest entry of a
 * gazetteer around it.
 *
 * @param tags - in any order
 * @returns a name in quotes, of a tag with its kind; null where the reason has to do with nothing else
 */
export function createObstacleLookup(
  reading: Reading,
  tags: readonly Tag[],
): (range: TokenRange, reason: RejectionReason) => string | null {
  const tagAt = longestTagAt(reading, tags);
  const entryAt = longestEntryAt(reading);
  return (range, reason) => {
    if (!BY_ANOTHER.has(reason)) return null;
    const tag = longest(tagAt.slice(range.first, range.end));
    if (tag !== null) return `"${tag.text}" (${tag.kind})`;
    const entry = longest(entryAt.slice(range.first, range.end));
    return entry === null || entry.end - entry.start <= lengthOf(reading, range) ? null : `"${entry.text}"`;
  };
}

function longestTagAt(reading: Reading, tags: readonly Tag[]): (Tag | undefined)[] {
  const indexes = new Map(reading.tokens.map(({ start }, i) => [start, i]));
  const tagAt = new Array<Tag | undefined>(reading.tokens.length).fill(undefined);
  for (const tag of tags) {
    for (let i = indexes.get(tag.start) ?? tagAt.length; i < tagAt.length; i++) {
      if ((reading.tokens[i]?.start ?? tag.end) >= tag.end) break;
      tagAt[i] = longest([tagAt[i], tag]) ?? tag;
    }
  }
  return tagAt;
}

function longestEntryAt(reading: Reading): (Span | undefined)[] {
  const entryAt = new Array<Span | undefined>(reading.tokens.length).fill(undefined);
  for (const match of reading.matches) {
    const span = spanOf(reading, match);
    for (let i = match.first; i < match.end; i++) entryAt[i] = longest([entryAt[i], span]) ?? span;
  }
  return entryAt;
}

function longest<T extends Span>(spans: readonly (T | undefined)[]): T | null {
  let found: T | null = null;
  for (const span of spans)
    if (span !== undefined && (found === null || span.end - span.start > found.end - found.start))
      found = span;
  return found;
}

function lengthOf(reading: Reading, range: TokenRange): number {
  const { start, end } = spanOf(reading, range);
  return end - start;
}
