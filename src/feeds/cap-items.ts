import type { FeedNote } from '../model/feed.js';

/**
 * The most items that are read of one document: what a sitemap may list
 * (https://www.sitemaps.org/protocol.html). Feeds hold some dozens; an archive of decades fits as well.
 */
export const MAX_ITEMS = 50_000;

/** The first MAX_ITEMS of a document's items, and a note if that left any out. */
export function capItems<Item>(items: readonly Item[]): { items: readonly Item[]; notes: FeedNote[] } {
  if (items.length <= MAX_ITEMS) return { items, notes: [] };
  const message = `The document lists ${items.length} items; only the first ${MAX_ITEMS} were read.`;
  return { items: items.slice(0, MAX_ITEMS), notes: [{ code: 'too_many_items', message }] };
}
