import type { AlertFacts } from '../model/alert-facts.js';
import type { ArticleToTag } from '../model/article-record.js';
import type { Tags } from '../model/mention.js';
import type { TaggingReason } from '../model/tagging.js';

/** An article as it was tagged, with what is known beside it. */
export interface TaggingEvent {
  readonly article: ArticleToTag;
  readonly tags: Tags;
  readonly reason: TaggingReason;
  readonly facts: AlertFacts;
}
