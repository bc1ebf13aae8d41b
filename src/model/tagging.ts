import type { AlertFacts, AlertNeeds } from './alert-facts.js';
import type { AlertDraft, ConfirmedAlert, WaitingAlert } from './alert.js';
import type { ActorKind, Tags } from './mention.js';
import type { StoryMatcher } from './story.js';

/** Why an article is tagged: fresh from the fetch, or again under another tagger version. */
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

/** All names that catalogues have for an actor. */
export type NamesOf = (kind: ActorKind, name: string) => readonly string[];

/** The tags of one article on their way into the database. */
export interface TagsToSave {
  readonly articleId: string;
  readonly tags: Tags;
  readonly reason: TaggingReason;
  /** Finds the story that the article belongs to. Pure: it may be run again. */
  readonly matcher: StoryMatcher;
  /** What `draftAlerts` must know; absent: nothing. */
  readonly needs?: AlertNeeds;
  /** Under each of the names that catalogues have, an actor is no new one. Absent: none are known. */
  readonly namesOf?: NamesOf;
  /**
   * Decides what to alert on, given what the transaction knows: the actors that it created, the story that the article
   * joined, and what was needed. Pure: it may be run again.
   */
  readonly draftAlerts: (facts: AlertFacts) => readonly AlertDraft[];
  /**
   * Adds what this article says to an alert that waits for more voices. Pure. Absent: they go on waiting.
   *
   * @param again - the same alert as this article would have drafted it; null when it only mentions the actor
   */
  readonly confirmAlert?: (
    waiting: WaitingAlert,
    again: AlertDraft | null,
    facts: AlertFacts,
  ) => ConfirmedAlert;
}

/** `unchanged` when somebody else finished the article meanwhile. */
export type SavedTags =
  { readonly outcome: 'tagged'; readonly deliveryIds: readonly string[] } | { readonly outcome: 'unchanged' };
