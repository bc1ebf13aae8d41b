import { dayNumber, type ArticleDate } from './article-date.js';
import type { DateCandidate } from './date-candidates.js';

/** The dates of a page by what carries them, each list most trusted first. */
export interface DatesByCarrier {
  /** JSON-LD of the article and `<meta>` made for the date of publishing. */
  readonly declared: readonly ArticleDate[];
  /** `<meta>` for dates in general. */
  readonly doubtful: readonly ArticleDate[];
  readonly url: ArticleDate | null;
  /** JSON-LD of other objects, and other dates of the article's. */
  readonly lesser: readonly ArticleDate[];
  readonly shown: readonly DateCandidate[];
  readonly modified: readonly ArticleDate[];
}

/** A dateline stands right above the headline or within the first lines below it. */
const MAX_LETTERS_BEFORE = 80;
const MAX_LETTERS_AFTER = 400;
const MAX_LETTERS_TO_FOREIGN = 60;

const CARRIERS: readonly DateCandidate['carrier'][] = ['microdata', 'time', 'named', 'line'];

/**
 * Chooses the date of publishing. Right in how many of 560 pages, when the first of its kind was taken: declared 94 %,
 * shown at the headline 93 %, the URL 94 %; dates elsewhere in the page 20 to 60 %, so only those count that say of
 * themselves that they are it, or are alone. Of the declared ones that disagree, the one that readers are shown wins.
 *
 * @param dates - what the page carries
 * @returns null rather than a guess
 */
export function pickPublished(dates: DatesByCarrier): ArticleDate | null {
  const shown = shownAtHeadline(dates.shown);
  const days = new Set(shown.map(dayNumber));
  return (
    dates.declared.find((date) => days.has(dayNumber(date))) ??
    dates.declared[0] ??
    shown[0] ??
    dates.doubtful[0] ??
    dates.url ??
    dates.lesser[0] ??
    shownElsewhere(dates.shown) ??
    dates.modified[0] ??
    null
  );
}

/** The dates at the headline that are not of something else, most trusted first. */
export function shownAtHeadline(shown: readonly DateCandidate[]): ArticleDate[] {
  return CARRIERS.flatMap((carrier) =>
    (['published', 'unnamed'] as const).flatMap((role) =>
      shown.filter(
        (candidate) => candidate.carrier === carrier && candidate.role === role && isAtHeadline(candidate),
      ),
    ),
  ).map(({ date }) => date);
}

/** Parts about other pages begin further from the headline than a dateline: a name that says so means this article. */
export function isAtHeadline({ region, distance }: DateCandidate): boolean {
  if (distance === null) return false;
  return region === 'foreign'
    ? distance >= 0 && distance < MAX_LETTERS_TO_FOREIGN
    : distance > -MAX_LETTERS_BEFORE && distance < MAX_LETTERS_AFTER;
}

/**
 * A date away from the headline: the first on a page without one; else marked or labelled as the date of publishing, or
 * a `<time>` or a named element, when there are no two of them with different days. Headers above show today's date.
 */
function shownElsewhere(shown: readonly DateCandidate[]): ArticleDate | null {
  const own = shown.filter(({ region, role, distance }) => {
    return region !== 'foreign' && (role === 'published' || role === 'unnamed') && (distance ?? 0) >= 0;
  });
  const unplaced = own.filter(({ region, distance }) => region === 'article' && distance === null);
  for (const carrier of CARRIERS) {
    const first = unplaced.find((candidate) => candidate.carrier === carrier);
    if (first !== undefined) return first.date;
  }
  const placed = own.filter(({ distance }) => distance !== null);
  const published = placed.filter(({ role }) => role === 'published');
  const unnamed = placed.filter(({ carrier }) => carrier === 'time' || carrier === 'named');
  for (const [first, ...rest] of [published, unnamed]) {
    if (first !== undefined && rest.every(({ date }) => dayNumber(date) === dayNumber(first.date)))
      return first.date;
  }
  return null;
}
