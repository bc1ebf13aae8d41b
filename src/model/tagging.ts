import type { AlertDraft, DebutActor } from './alert.js';
import type { Tags } from './mention.js';
import type { StoryMatcher, StoryState } from './story.js';

/** Why an article is tagged: fresh from the fetch, or again under another tagger version (never alerts). */
export type TaggingReason = 'new' | 'retag';

/** Which tagged articles are to be tagged again. */
export interface RetagFilter {
  /** Only those that another version tagged; null: all. */
  readonly taggerVersion: string | null;
  /** Only those that came out since then; null: all. */
  readonly since: Date | null;
}

/** An article with its stored tags. */
export interface TaggedArticle {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  /** Null when it is no longer kept. */
  readonly text: string | null;
  readonly publishedAt: string | null;
  /** As stored: every amount has its exact decimals as well. */
  readonly tags: Tags;
}

/** The tags of one article on their way into the database. */
export interface TagsToSave {
  readonly articleId: string;
  readonly tags: Tags;
  readonly reason: TaggingReason;
  /** Finds the story that the article belongs to. Pure: it may be run again. */
  readonly matcher: StoryMatcher;
  /**
   * Decides what to alert on, given the actors that this transaction created and the story that the article joined.
   * Pure: it may be run again.
   */
  readonly draftAlerts: (debuts: readonly DebutActor[], story: StoryState | null) => readonly AlertDraft[];
}

/** `unchanged` when somebody else finished the article meanwhile. */
export type SavedTags =
  { readonly outcome: 'tagged'; readonly deliveryIds: readonly string[] } | { readonly outcome: 'unchanged' };
