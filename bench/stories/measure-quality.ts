import { writeCoverage } from '../../demo/newsroom/event-coverage/write-coverage.js';
import type { App } from '../../src/app.js';
import { fingerprintArticle } from '../../src/stories/fingerprint-article.js';
import { matchStory } from '../../src/stories/match-story.js';
import type { Tagger } from '../../src/tagging/tag-text.js';
import { addFetched } from './open-bench-store.js';
import { scorePairs, type PairScore } from './score-pairs.js';

export interface QualityResult {
  readonly articles: number;
  /** Pairs of one text. */
  readonly reprints: PairScore;
  /** Pairs of one event. */
  readonly stories: PairScore;
  /** Reports of another event in the same words that came into a story of another event. */
  readonly traps: { readonly total: number; readonly merged: number };
}

/** Tags the coverage of events in the order in which it came out, and compares the stories with the truth. */
export async function measureQuality(
  app: App,
  tagger: Tagger,
  coverage: { readonly seed: number; readonly events: number },
): Promise<QualityResult> {
  await app.db.query(
    'truncate articles, stories, fingerprints, fingerprint_keys, term_counts restart identity cascade',
  );
  const articles = writeCoverage(coverage);
  for (const article of articles) {
    const { url, body: text } = article;
    const tags = tagger.tag({ text });
    await app.store.saveTags({
      articleId: await addFetched(app, article),
      tags,
      reason: 'new',
      matcher: matchStory(fingerprintArticle({ url, byline: null, text, tags })),
      draftAlerts: () => [],
    });
  }
  const rows = await app.db.query<{ original: string; story: string }>(
    'select coalesce(reprint_of, id) as original, story_id as story from articles order by id',
  );
  const events = articles.map(({ event }) => event);
  const traps = articles.flatMap(({ way, event }, index) =>
    way === 'same-form' ? [{ event, story: rows[index]?.story }] : [],
  );
  return {
    articles: articles.length,
    reprints: scorePairs(
      articles.map(({ text }) => text),
      rows.map(({ original }) => original),
    ),
    stories: scorePairs(
      events,
      rows.map(({ story }) => story),
    ),
    traps: {
      total: traps.length,
      merged: traps.filter(({ event, story }) =>
        rows.some((row, index) => row.story === story && events[index] !== event),
      ).length,
    },
  };
}
