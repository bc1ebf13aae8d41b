import type { CountryMention, PlaceMention } from '../model/mention.js';
import type { AliasMode, CatalogueActor } from './actor-catalogue.js';

/** A form of a country's name. */
export interface CountryEntry {
  readonly type: 'country';
  readonly code: string;
  readonly via: CountryMention['via'];
  readonly form: string;
}

/** A place that implies a country. */
export interface PlaceEntry {
  readonly type: 'place';
  readonly code: string;
  readonly name: string;
  readonly via: PlaceMention['via'];
  readonly form: string;
  /** Also a person's name, a common word, or a well-known namesake elsewhere. */
  readonly ambiguous: boolean;
  /** A country with a city of that name, null when none is of any size: taken where the text speaks of it alone. */
  readonly rival: string | null;
}

/** A name of a catalogued actor. */
export interface ActorEntry {
  readonly type: 'actor';
  readonly actor: CatalogueActor;
  readonly alias: string;
  readonly mode: AliasMode;
}

/** A name of something else that holds the name of an actor ("Agent Tesla"). */
export interface OtherEntry {
  readonly type: 'other';
}

/** Everything one pass of the trie can find. */
export type GazetteerEntry = CountryEntry | PlaceEntry | ActorEntry | OtherEntry;
