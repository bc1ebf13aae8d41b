import { createHash } from 'node:crypto';
import type { ParsedItem } from '../model/feed.js';

/** 128 bits: no two items of one feed will ever meet by chance. */
const HASH_LENGTH = 32;

/** Keys go into an indexed column; a longer guid is hashed. */
const MAX_KEY_LENGTH = 500;

/**
 * What makes an item the same item on the next poll: its guid, else its link, else a hash of its title,
 * date and summary. The date alone never makes two items one.
 *
 * @param item - an item as parseFeed returns it
 * @returns a stable key, unique within its feed, at most 500 characters
 */
export function itemIdentity(item: ParsedItem): string {
  const key = item.guid ?? item.link;
  if (key !== null) return key.length <= MAX_KEY_LENGTH ? key : `sha256:${hash([key])}`;
  return `sha256:${hash([item.title ?? '', item.publishedAt ?? '', item.summary ?? item.content ?? ''])}`;
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, HASH_LENGTH);
}
