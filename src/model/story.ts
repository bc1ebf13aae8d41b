/** What a story is, at the moment an article has joined it. */
export interface StoryState {
  readonly id: string;
  /** True when the article is the first of it. */
  readonly isNew: boolean;
  /** The article that stands for it in listings. */
  readonly leadArticleId: string;
  /** Articles in it, this one included. */
  readonly articles: number;
  /** Publisher families that speak for themselves: the reprints of a wire's text are one voice. */
  readonly voices: readonly string[];
  /** ISO 8601, by when the articles occurred. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** The article that this one reprints, null when it is a text of its own. */
  readonly reprintOf: string | null;
}

/** A name or a figure of an article, as it tells events apart. */
export interface StoryTerm {
  /** A signed integer of 32 bits. */
  readonly hash: number;
  readonly group: 'name' | 'figure';
  /** The share of articles that hold such a term, before any were counted: 0 to 1. */
  readonly prior: number;
}

/** What an article is compared by. */
export interface Fingerprint {
  /** The family of the site that published it. */
  readonly publisher: string;
  /** Whose word it is: the news agency that it credits, else its publisher. */
  readonly voice: string;
  /** 128 signed integers. */
  readonly signature: readonly number[];
  /** Keys under which texts like it are found. */
  readonly textKeys: readonly number[];
  /** Different shingles of its text. */
  readonly shingles: number;
  readonly terms: readonly StoryTerm[];
}

/** How rare the terms of an article are. */
export interface TermWeights {
  /** Of each term's hash: the logarithm of how many articles there are for one that holds it. */
  readonly byHash: ReadonlyMap<number, number>;
  /** Of all terms together. */
  readonly total: number;
}

/** An article that may belong to the same story. */
export interface StoryCandidate {
  readonly articleId: string;
  readonly storyId: string;
  /** The article whose text it reprints. */
  readonly reprintOf: string | null;
  readonly voice: string;
  /** When the first and the latest article of its story occurred. */
  readonly storyFirstAt: Date;
  readonly storyLastAt: Date;
  readonly signature: readonly number[];
  readonly shingles: number;
  readonly names: readonly number[];
  readonly figures: readonly number[];
  /** What all its terms weighed when it was stored. */
  readonly weight: number;
}

/** Where an article belongs; null: to no story that there is. */
export type StoryChoice =
  | { readonly kind: 'reprint'; readonly of: StoryCandidate }
  | { readonly kind: 'related'; readonly to: StoryCandidate }
  | null;

/** How an article finds its story: the pure part, handed to the transaction that looks candidates up. */
export interface StoryMatcher {
  readonly fingerprint: Fingerprint;
  /** @param counts - of the counted articles, how many hold each term */
  readonly weigh: (counts: TermCounts) => TermWeights;
  /** Keys under which articles with the same rare terms are found. */
  readonly termKeys: (weights: TermWeights) => readonly number[];
  /** @param at - when the article occurred */
  readonly choose: (candidates: readonly StoryCandidate[], weights: TermWeights, at: Date) => StoryChoice;
}

/** How many articles hold a term, as far as they were counted. */
export interface TermCounts {
  readonly articles: number;
  readonly byHash: ReadonlyMap<number, number>;
}
