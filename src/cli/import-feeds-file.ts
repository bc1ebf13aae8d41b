import { readFile } from 'node:fs/promises';
import { errorMessageOf, PermanentError } from '../errors.js';
import { decodeFeed } from '../feeds/decode-feed.js';
import { parseFeedsFile } from '../feeds/feeds-file.js';
import type { FeedEntry } from '../model/feed-record.js';
import { say } from './say.js';

interface FeedSink {
  upsertFeeds(entries: readonly FeedEntry[]): Promise<{ ids: string[]; added: number }>;
}

/**
 * Reads feeds.yml or OPML and stores its feeds. Each bad line is named on stderr, the rest is used.
 *
 * @returns ids of the file's feeds
 * @throws PermanentError `bad_input` when the file can't be read or holds no usable feed at all
 */
export async function importFeedsFile(store: FeedSink, file: string): Promise<string[]> {
  const { feeds, problems } = parseFeedsFile(await readText(file), file);
  for (const problem of problems) {
    say(`${file}${problem.line === undefined ? '' : `:${problem.line}`}: ${problem.message}`);
  }
  if (feeds.length === 0 && problems.length > 0) {
    throw new PermanentError('bad_input', `${file} holds no usable feed`, { context: { file } });
  }
  if (feeds.length === 0) return [];
  const { ids } = await store.upsertFeeds(feeds);
  return ids;
}

/** Lists come in the encodings of feeds, and with as many wrong labels. */
async function readText(file: string): Promise<string> {
  try {
    return decodeFeed(await readFile(file), null).text;
  } catch (error) {
    throw new PermanentError(
      'bad_input',
      `Can't read the feeds file ${file}: ${errorMessageOf(error)}. Name another with --feeds, or copy feeds.example.yml.`,
      { cause: error, context: { file } },
    );
  }
}
