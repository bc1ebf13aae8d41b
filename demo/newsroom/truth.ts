import type { ErrorCode } from '../../src/errors.js';
import type { PageKind } from '../../src/model/article.js';
import type { ActorKind, MoneyPurpose } from '../../src/model/mention.js';

/** What the newsroom published, for comparing with what was stored. */
export interface NewsroomTruth {
  /** Every story in the order of its id. Entries are composed when they are read and not kept. */
  readonly stories: readonly StoryTruth[];
  /** Links that the feeds offer although no story can be had there, with how each must end. */
  readonly withdrawn: readonly WithdrawnTruth[];
}

/** A story and everything its body says. */
export interface StoryTruth {
  readonly id: string;
  /** The outlet's name: the first label of its host. */
  readonly outlet: string;
  readonly url: string;
  readonly title: string;
  readonly byline: string;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string;
  /** BCP 47 primary language subtag. */
  readonly lang: 'en';
  /** Plain text; paragraphs are separated by one blank line. */
  readonly body: string;
  /** ISO 3166-1 alpha-2 codes said by name, demonym or abbreviation, each once, sorted. */
  readonly countries: readonly string[];
  /** Each pair of name and surface once, in the order of their first mention. */
  readonly actors: readonly ActorTruth[];
  /** One entry per sum as written, in the order of the text. */
  readonly money: readonly MoneyTruth[];
  /** The id of the story whose text it reprints; null for a text of its own. */
  readonly reprintOf: string | null;
}

export interface ActorTruth {
  /** The canonical name, whatever the text calls the actor. */
  readonly name: string;
  readonly kind: ActorKind;
  /** What the text calls the actor: an alias, or a family name alone. */
  readonly surface: string;
}

export interface MoneyTruth {
  /** In whole currency units; a range repeats its lower bound here. */
  readonly amount: number;
  readonly min?: number;
  readonly max?: number;
  /** ISO 4217, or BTC, ETH, XMR. */
  readonly currency: string;
  readonly purpose: MoneyPurpose;
  /** The sum as written, a range with its joining words. */
  readonly text: string;
}

export interface WithdrawnTruth {
  readonly url: string;
  /** The error, or the kind of page that is skipped. */
  readonly code: ErrorCode | `skipped: ${PageKind}`;
}
