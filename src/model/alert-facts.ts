import type { DebutActor, SavedSearch } from './alert.js';
import type { ActorKind, ActorMention } from './mention.js';
import type { StoryState } from './story.js';

/** What the rules must be told beside the tags of an article. What no rule asks for is not looked up. */
export interface AlertNeeds {
  /** Names of watched actors, each with all the names that catalogues have for it. */
  readonly watched: readonly { readonly asked: string; readonly names: readonly string[] }[];
  /** Whether some rule waits for surges: then the history of each mentioned actor is needed. */
  readonly histories: boolean;
  readonly searches: readonly SavedSearch[];
}

/** How often an actor was in the news up to an article, counted in stories, or in articles that belong to none. */
export interface ActorHistory {
  /** When it was mentioned last before this story, ISO 8601; null for never. */
  readonly lastBefore: string | null;
  /** By periods of 24 hours going back from the article: 31 numbers, the first with this story in it. */
  readonly stories: readonly number[];
  /** For how many of the 30 days before those 24 hours the news were watched, 0 to 30. */
  readonly watchedDays: number;
}

/** An actor that the article mentions, as the database knows it. */
export interface TaggedActor {
  readonly actorId: string;
  readonly name: string;
  readonly kind: ActorKind;
  /** At least one, in order of position. */
  readonly mentions: readonly ActorMention[];
  /** Which of the watched names it answers to, as they were asked. */
  readonly watchedAs: readonly string[];
  /** Null where no rule needs it. */
  readonly history: ActorHistory | null;
}

/** What the database knows of an article at the moment when it is tagged. */
export interface AlertFacts {
  /** ISO 8601. */
  readonly foundAt: string;
  /** When it was published, else when it was found; ISO 8601. */
  readonly occurredAt: string;
  /** Whether nothing but first polls of feeds offered it. */
  readonly isImport: boolean;
  /** The publisher family that speaks in it: for a reprint, that of the original. */
  readonly voice: string;
  /** When the first article that we have was found, ISO 8601; null where nobody makes a debut. */
  readonly watchingSince: string | null;
  readonly debuts: readonly DebutActor[];
  readonly story: StoryState | null;
  readonly actors: readonly TaggedActor[];
  /** Those of the searches asked for that find the article, as JSON. */
  readonly searches: ReadonlySet<string>;
}
