import type { ParsedItem } from '../model/feed.js';
import { readFeedDate } from './feed-date.js';
import { replaceForbiddenCharacters } from './repair-xml.js';

/** When an item was published, or why nobody can tell. */
export type Publication = Pick<ParsedItem, 'publishedAt' | 'dateProblem' | 'dateText'>;

/** As long as the longest date that is read. */
const MAX_DATE_TEXT = 100;

/**
 * The first of some texts that is a date. Where none is, what is wrong with the first one that says anything.
 *
 * @param texts - dates as written, the most trusted first
 */
export function readPublication(texts: readonly string[]): Publication {
  let failed: Publication | null = null;
  for (const text of texts) {
    const written = text.trim();
    if (written === '') continue;
    const reading = readFeedDate(written);
    if (reading.kind === 'date') return { publishedAt: reading.at, dateProblem: null, dateText: null };
    failed ??= {
      publishedAt: null,
      dateProblem: reading.kind,
      dateText: replaceForbiddenCharacters(written.slice(0, MAX_DATE_TEXT)),
    };
  }
  return failed ?? { publishedAt: null, dateProblem: 'absent', dateText: null };
}

/** The first of some texts that is a date, in ISO 8601 in UTC; null where none is. */
export function firstDate(texts: readonly string[]): string | null {
  for (const text of texts) {
    const reading = readFeedDate(text);
    if (reading.kind === 'date') return reading.at;
  }
  return null;
}
