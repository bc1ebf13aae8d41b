import type { StoryChoice, StoryMatcher, StoryState, TermWeights } from '../model/story.js';
import type { Queryable } from './database.js';
import { findStoryCandidates, lockKeys, saveFingerprint } from './fingerprints.js';

/** What is known of an article before it is put into a story. */
export interface ArticleToPlace {
  readonly id: string;
  readonly occurredAt: Date;
  /** The story that it is in already. */
  readonly storyId: string | null;
}

/**
 * Puts an article into the story that it belongs to, or begins one. An article that has a story keeps it. Of any number
 * of transactions that place articles of one story at once, the first begins it and the others join.
 *
 * @param tx - a transaction in READ COMMITTED: what others commit while it waits must be seen
 * @param weights - of the article's terms
 */
export async function placeInStory(
  tx: Queryable,
  article: ArticleToPlace,
  matcher: StoryMatcher,
  weights: TermWeights,
): Promise<StoryState> {
  const { fingerprint } = matcher;
  const keys = { text: fingerprint.textKeys, terms: matcher.termKeys(weights) };
  const found = { weight: weights.total, keys };
  if (article.storyId !== null) {
    await saveFingerprint(tx, article, fingerprint, found);
    return readStory(tx, article.id, false);
  }
  await lockKeys(tx, keys);
  const candidates = await findStoryCandidates(tx, article, keys);
  const choice = matcher.choose(candidates, weights, article.occurredAt);
  await saveFingerprint(tx, article, fingerprint, found);
  const voice = choice?.kind === 'reprint' ? choice.of.voice : fingerprint.voice;
  const storyId =
    choice === null
      ? await insertStory(tx, article, voice)
      : await joinStory(
          tx,
          choice.kind === 'reprint' ? choice.of.storyId : choice.to.storyId,
          article,
          voice,
        );
  await tx.query(
    'update articles set story_id = $2, reprint_of = $3, voice = $4, publisher = $5 where id = $1',
    [article.id, storyId, originalOf(choice), voice, fingerprint.publisher],
  );
  return readStory(tx, article.id, choice === null);
}

/** Brings the fingerprint of an article up to date that is tagged again; one without a story is left alone. */
export async function refreshFingerprint(
  tx: Queryable,
  article: ArticleToPlace,
  matcher: StoryMatcher,
  weights: TermWeights,
): Promise<void> {
  if (article.storyId === null) return;
  const keys = { text: matcher.fingerprint.textKeys, terms: matcher.termKeys(weights) };
  await saveFingerprint(tx, article, matcher.fingerprint, { weight: weights.total, keys });
}

/** Reprints of reprints are reprints of the first. */
function originalOf(choice: StoryChoice): string | null {
  return choice?.kind === 'reprint' ? (choice.of.reprintOf ?? choice.of.articleId) : null;
}

async function insertStory(tx: Queryable, article: ArticleToPlace, voice: string): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `insert into stories (lead_article_id, first_at, last_at, voices) values ($1, $2, $2, array[$3]) returning id`,
    [article.id, article.occurredAt, voice],
  );
  if (row === undefined) throw new Error(`no story was made for article ${article.id}`);
  return row.id;
}

async function joinStory(
  tx: Queryable,
  storyId: string,
  article: ArticleToPlace,
  voice: string,
): Promise<string> {
  await tx.query(
    `update stories set articles = articles + 1, first_at = least(first_at, $2), last_at = greatest(last_at, $2),
       voices = case when $3 = any(voices) then voices else voices || $3::text end
     where id = $1`,
    [storyId, article.occurredAt, voice],
  );
  return storyId;
}

async function readStory(tx: Queryable, articleId: string, isNew: boolean): Promise<StoryState> {
  const [row] = await tx.query<
    Omit<StoryState, 'isNew' | 'firstAt' | 'lastAt'> & { firstAt: Date; lastAt: Date }
  >(
    `select s.id, s.lead_article_id as "leadArticleId", s.articles, s.voices, s.first_at as "firstAt",
       s.last_at as "lastAt", a.reprint_of as "reprintOf"
     from articles a join stories s on s.id = a.story_id where a.id = $1`,
    [articleId],
  );
  if (row === undefined) throw new Error(`article ${articleId} has no story`);
  return { ...row, isNew, firstAt: row.firstAt.toISOString(), lastAt: row.lastAt.toISOString() };
}
