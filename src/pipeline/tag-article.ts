import { confirmAlert } from '../alerting/corroborate.js';
import { matchRules } from '../alerting/match-rules.js';
import { needsOfRules } from '../alerting/rule-needs.js';
import type { AlertRule } from '../model/alert.js';
import type { ArticleToTag } from '../model/article-record.js';
import type { Tags } from '../model/mention.js';
import type { Fingerprint } from '../model/story.js';
import type { SavedTags, TaggingReason, TagsToSave } from '../model/tagging.js';
import { matchStory } from '../stories/match-story.js';
import type { KnownNames } from '../tagging/known-names.js';
import type { StageResult } from './stage-result.js';

export interface TagArticleDeps {
  findArticle(articleId: string): Promise<ArticleToTag | null>;
  /** Tags the text, and reads what tells its story from others. */
  readArticle(input: {
    readonly text: string;
    readonly url: string;
    readonly byline: string | null;
    readonly title?: string;
    readonly publishedAt?: string;
  }): Promise<{ readonly tags: Tags; readonly fingerprint: Fingerprint }>;
  listRules(): Promise<readonly AlertRule[]>;
  /** What the catalogue calls actors. */
  readonly knownNames: KnownNames;
  saveTags(work: TagsToSave): Promise<SavedTags>;
  enqueueAlerts(deliveryIds: readonly string[]): Promise<void>;
}

/** Tags a stored article: mentions, new actors, its story and the alerts that follow are committed together. */
export async function tagArticle(
  deps: TagArticleDeps,
  work: { readonly articleId: string; readonly reason: TaggingReason },
): Promise<StageResult> {
  const article = await deps.findArticle(work.articleId);
  if (article === null) return { outcome: 'removed' };
  if (work.reason === 'new' && article.status !== 'fetched') return { outcome: 'unchanged' };

  const { tags, fingerprint } = await deps.readArticle({
    text: article.text,
    url: article.url,
    byline: article.byline,
    ...(article.title === null ? {} : { title: article.title }),
    ...(article.publishedAt === null ? {} : { publishedAt: article.publishedAt }),
  });
  const all = await deps.listRules();
  const rules = work.reason === 'new' ? all : all.filter((rule) => rule.includePast);
  const saved = await deps.saveTags({
    articleId: article.id,
    tags,
    reason: work.reason,
    matcher: matchStory(fingerprint),
    needs: needsOfRules(rules, deps.knownNames.sharing),
    namesOf: deps.knownNames.ofActor,
    draftAlerts: (facts) => matchRules(rules, { article, tags, reason: work.reason, facts }),
    confirmAlert: (waiting, again, facts) => confirmAlert(waiting, again, article, facts),
  });
  if (saved.outcome === 'tagged') await deps.enqueueAlerts(saved.deliveryIds);
  return { outcome: saved.outcome };
}
