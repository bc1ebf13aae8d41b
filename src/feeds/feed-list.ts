import { errorMessageOf } from '../errors.js';
import type { FeedEntry } from '../model/feed-record.js';
import { joinCategory, splitCategory } from './category-path.js';
import { parseSchedule } from './parse-schedule.js';
import { resolveLink } from './resolve-link.js';

/** Something in a list of feeds that could not be used. */
export interface FeedsFileProblem {
  /** 1 for the first line of the file; absent when the problem is the whole file's. */
  readonly line?: number;
  /** What is wrong and what to do about it. */
  readonly message: string;
}

/** A list of feeds as it was read. */
export interface FeedList {
  readonly feeds: FeedEntry[];
  readonly problems: FeedsFileProblem[];
}

/** An entry as written, nothing checked yet. */
export interface WrittenEntry {
  readonly url: string;
  readonly title?: string | undefined;
  readonly category?: string | undefined;
  readonly siteUrl?: string | undefined;
  readonly schedule?: string | undefined;
}

/**
 * Adds an entry to a list if its address can be used, else a problem. A schedule that cannot be read is
 * a problem too, but costs only the schedule; a repeated address counts once.
 *
 * @param known - the addresses in the list so far; the entry's is added
 * @param line - where the entry stands in its file
 */
export function addEntry(list: FeedList, known: Set<string>, written: WrittenEntry, line: number): void {
  const url = resolveLink(written.url, null);
  if (url === null) {
    const address = written.url.trim().slice(0, 100);
    const what = address === '' ? 'this feed has no address' : `"${address}" is no http or https address`;
    list.problems.push({ line, message: `${what}. Give the full address of the feed.` });
    return;
  }
  if (known.has(url)) {
    list.problems.push({ line, message: `${url} is listed twice. The first entry counts; delete this one.` });
    return;
  }
  known.add(url);
  const title = written.title?.trim() ?? '';
  const category = joinCategory(splitCategory(written.category ?? ''));
  // The site is a courtesy: one that cannot be used costs nothing.
  const siteUrl = resolveLink(written.siteUrl ?? '', null);
  const schedule = checkSchedule(list, written.schedule, line);
  list.feeds.push({
    url,
    ...(title !== '' && { title }),
    ...(category !== '' && { category }),
    ...(siteUrl !== null && { siteUrl }),
    ...(schedule !== null && { schedule }),
  });
}

function checkSchedule(list: FeedList, written: string | undefined, line: number): string | null {
  const schedule = written?.trim() ?? '';
  if (schedule === '') return null;
  try {
    parseSchedule(schedule);
    return schedule;
  } catch (thrown) {
    const message = `${errorMessageOf(thrown)} Until then the feed is polled at its own rhythm.`;
    list.problems.push({ line, message });
    return null;
  }
}
