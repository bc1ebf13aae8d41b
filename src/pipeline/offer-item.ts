import { canonicaliseUrl } from '../article/canonical-url.js';
import { PermanentError } from '../errors.js';
import { itemIdentity } from '../feeds/item-identity.js';
import type { ParsedItem } from '../model/feed.js';
import type { OfferedItem } from '../model/poll.js';

/** An item with its identity and the normalised address that makes copies of an article one. */
export function offerItem(item: ParsedItem): OfferedItem {
  const { url, dropReason } = followable(item.link);
  return {
    identity: itemIdentity(item),
    url,
    dropReason,
    title: item.title,
    link: item.link,
    summary: item.summary,
    author: item.author,
    publishedAt: item.publishedAt,
  };
}

function followable(link: string | null): Pick<OfferedItem, 'url' | 'dropReason'> {
  if (link === null) return { url: null, dropReason: 'no_link' };
  try {
    return { url: canonicaliseUrl(link), dropReason: null };
  } catch (error) {
    // One odd address must not cost the other items of the poll; the item's row keeps it.
    if (error instanceof PermanentError) return { url: null, dropReason: error.code };
    throw error;
  }
}
