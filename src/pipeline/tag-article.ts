import { confirmAlert } from '../alerting/corroborate.js';
import { matchRules } from '../alerting/match-rules.js';
import { needsOfRules } from '../alerting/rule-needs.js';
import type { AlertRule } from '../model/alert.js';
import type { ArticleToTag } from '../model/article-record.js';
import type { Tags } from '../model/mention.js';
import type { SavedTags, TaggingReason, TagsToSave } from '../model/tagging.js';
import type { KnownNames } from '../tagging/known-names.js';
import type { StageResult } from './stage-result.js';

export interface TagArticleDeps {
  findArticle(articleId: string): Promise<ArticleToTag | null>;
  tagText(input: {
    readonly text: string;
    readonly title?: string;
    readonly publishedAt?: string;
  }): Promise<Tags>;
  listRules(): Promise<readonly AlertRule[]>;
  /** What the catalogue calls actors. */
  readonly knownNames: KnownNames;
  saveTags(work: TagsToSave): Promise<SavedTags>;
  enqueueAlerts(deliveryIds: readonly string[]): Promise<void>;
}

/** Tags a stored article: mentions, new actors and the alerts that follow are committed together. */
export async function tagArticle(
  deps: TagArticleDeps,
  work: { readonly articleId: string; readonly reason: TaggingReason },
): Promise<StageResult> {
  const article = await deps.findArticle(work.articleId);
  if (article === null) return { outcome: 'removed' };
  if (work.reason === 'new' && article.status !== 'fetched') return { outcome: 'unchanged' };

  const tags = await deps.tagText({
    text: article.text,
    ...(article.title === null ? {} : { title: article.title }),
    ...(article.publishedAt === null ? {} : { publishedAt: article.publishedAt }),
  });
  const all = await deps.listRules();
  const rules = work.reason === 'new' ? all : all.filter((rule) => rule.includePast);
  const saved = await deps.saveTags({
    articleId: article.id,
    tags,
    reason: work.reason,
    needs: needsOfRules(rules, deps.knownNames.sharing),
    knownNames: deps.knownNames.ofActor,
    draftAlerts: (facts) => matchRules(rules, { article, tags, reason: work.reason, facts }),
    confirmAlert: (waiting, again, facts) => confirmAlert(waiting, again, article, facts),
  });
  if (saved.outcome === 'tagged') await deps.enqueueAlerts(saved.deliveryIds);
  return { outcome: saved.outcome };
}
