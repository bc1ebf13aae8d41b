import { PermanentError, WirewatchError } from '../errors.js';
import type { Tags } from '../model/mention.js';
import type { TaggedArticle } from '../model/tagging.js';
import { diffTags, type TagsDiff } from '../tagging/diff-tags.js';
import type { TagInput } from '../tagging/tag-text.js';

export interface DiffArchiveDeps {
  /** One page of articles, newest first, behind an id. */
  listArticles(page: { beforeId: string | null; limit: number }): Promise<readonly TaggedArticle[]>;
  tagText(input: TagInput & { readonly url: string }): Promise<Tags>;
}

export interface DiffArchiveOptions {
  /** Most articles to look at. */
  readonly limit: number;
  readonly onArticle: (article: DiffedArticle) => Promise<void>;
  /** Told after each page how many articles were looked at. */
  readonly onProgress: (done: number) => void;
}

/** An article that was tagged again, and what that would change. */
export interface DiffedArticle {
  readonly id: string;
  readonly title: string | null;
  readonly text: string;
  readonly diff: TagsDiff;
}

/** How the articles of a comparison ended. */
export interface DiffTotals {
  readonly compared: number;
  /** Of those, how many would get other tags. */
  readonly differing: number;
  /** Their text is gone, so they keep the tags that they have. */
  readonly withoutText: number;
  /** The tagger failed at so many. */
  readonly failed: number;
  readonly firstFailure: FailedArticle | null;
  /** The version that stored tags, and how many articles have it. */
  readonly storedVersions: ReadonlyMap<string, number>;
}

interface FailedArticle {
  readonly id: string;
  readonly message: string;
}

/** Whole texts are held, of at most 200,000 characters each. */
const PAGE = 40;

/** Tags stored articles again and compares, page by page in flat memory. Writes nothing. */
export async function diffArchive(deps: DiffArchiveDeps, options: DiffArchiveOptions): Promise<DiffTotals> {
  const totals = {
    compared: 0,
    differing: 0,
    withoutText: 0,
    failed: 0,
    firstFailure: null as FailedArticle | null,
    storedVersions: new Map<string, number>(),
  };
  let beforeId: string | null = null;
  for (let done = 0; done < options.limit;) {
    const page = await deps.listArticles({ beforeId, limit: Math.min(PAGE, options.limit - done) });
    const outcomes = await Promise.all(page.map((article) => diffArticle(deps, article)));
    for (const outcome of outcomes) {
      if (outcome === 'no-text') totals.withoutText += 1;
      else if ('message' in outcome) {
        totals.failed += 1;
        totals.firstFailure ??= outcome;
      } else {
        totals.compared += 1;
        const { gained, lost, changed } = outcome.diff;
        if (gained.length + lost.length + changed.length > 0) totals.differing += 1;
        await options.onArticle(outcome);
      }
    }
    for (const { tags } of page) {
      const { taggerVersion } = tags;
      totals.storedVersions.set(taggerVersion, (totals.storedVersions.get(taggerVersion) ?? 0) + 1);
    }
    done += page.length;
    options.onProgress(done);
    const last = page.at(-1);
    if (last === undefined) break;
    beforeId = last.id;
  }
  return totals;
}

type Outcome = DiffedArticle | FailedArticle | 'no-text';

async function diffArticle(deps: DiffArchiveDeps, article: TaggedArticle): Promise<Outcome> {
  const { id, url, title, text, publishedAt } = article;
  if (text === null) return 'no-text';
  try {
    const tags = await deps.tagText({
      text,
      url,
      ...(title === null ? {} : { title }),
      ...(publishedAt === null ? {} : { publishedAt }),
    });
    return { id, title, text, diff: diffTags(article.tags, tags) };
  } catch (error) {
    if (!isFaultOfText(error)) throw error;
    return { id, message: error.message };
  }
}

/** A text that takes too long or too much memory: the others can be compared all the same. */
function isFaultOfText(error: unknown): error is WirewatchError {
  if (!(error instanceof WirewatchError)) return false;
  return error instanceof PermanentError || ['cpu_timeout', 'worker_crashed'].includes(error.code);
}
