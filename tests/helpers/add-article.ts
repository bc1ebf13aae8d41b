import type { Store } from '../../src/db/store.js';
import type { ExtractedArticle } from '../../src/model/article.js';
import { sampleExtractedArticle, sampleOfferedItem, samplePollSuccess } from './sample-records.js';

/**
 * Adds an article of the feed of a.example that is fetched and waits for tagging.
 *
 * @param path - of its address: tells it from others
 * @returns its id
 */
export async function addFetchedArticle(
  store: Store,
  path: string,
  changes: Partial<ExtractedArticle> = {},
): Promise<string> {
  const url = 'https://a.example/feed';
  const { ids } = await store.upsertFeeds([{ url, title: `Feed of ${url}` }]);
  const feedId = ids[0] ?? '';
  const { newArticleIds } = await store.savePoll(feedId, [sampleOfferedItem(path)], () =>
    samplePollSuccess(feedId),
  );
  const articleId = newArticleIds[0] ?? '';
  await store.storeArticleBody({
    articleId,
    canonicalUrl: `https://a.example/${path}`,
    contentHash: `hash of ${path}`,
    addressKey: `a.example/${path}`,
    publisher: 'a.example',
    feedTextReason: null,
    article: sampleExtractedArticle({ publishedAt: null, ...changes }),
  });
  return articleId;
}
