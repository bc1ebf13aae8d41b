import { canonicaliseUrl } from '../article/canonical-url.js';
import { PermanentError } from '../errors.js';
import { itemIdentity } from '../feeds/item-identity.js';
import type { ParsedItem } from '../model/feed.js';
import type { OfferedItem } from '../model/poll.js';

/** Clocks of publishers run ahead, and time zones are mistaken: a date counts as future only beyond a day. */
const FUTURE_MS = 24 * 3_600_000;

/**
 * An item with its identity and the normalised address that makes copies of an article one.
 *
 * @param item - as the parser read it
 * @param now - what lies in the future of it is kept and flagged, and orders no listing
 */
export function offerItem(item: ParsedItem, now: Date): OfferedItem {
  const { url, dropReason } = followable(item.link);
  const isFuture = item.publishedAt !== null && Date.parse(item.publishedAt) > now.getTime() + FUTURE_MS;
  return {
    identity: itemIdentity(item),
    url,
    dropReason,
    title: item.title,
    link: item.link,
    summary: item.summary,
    content: item.content,
    author: item.author,
    publishedAt: isFuture ? null : item.publishedAt,
    updatedAt: item.updatedAt,
    dateProblem: isFuture ? 'future' : item.dateProblem,
    dateText: isFuture ? item.publishedAt : item.dateText,
    commentsUrl: item.commentsUrl,
    categories: item.categories,
    enclosures: item.enclosures,
    lang: item.language,
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
