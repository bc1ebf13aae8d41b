/** A stretch of an article's text, in UTF-16 code units: `text.slice(start, end) === span.text`. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What every mention carries besides its span. */
export interface Evidence {
  /** 0 to 1: how often a mention found this way is right. */
  readonly confidence: number;
  /** The rule that found it, `group/name`. */
  readonly rule: string;
}

/** A country that the text says itself. */
export interface CountryMention extends Span, Evidence {
  /** ISO 3166-1 alpha-2; `XK` for Kosovo. */
  readonly code: string;
  readonly via: 'name' | 'demonym' | 'code';
}

/** A place that only implies a country. */
export interface PlaceMention extends Span, Evidence {
  /** ISO 3166-1 alpha-2 of the country implied. */
  readonly code: string;
  /** The place's usual English name. */
  readonly name: string;
  readonly via: 'city' | 'region' | 'metonym';
}

export const ACTOR_KINDS = ['threat-actor', 'person', 'organisation'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/** Somebody who acts: a group, a person or an organisation. */
export interface ActorMention extends Span, Evidence {
  /** The canonical name that the surface was resolved to. */
  readonly name: string;
  readonly type: ActorKind;
  /** An external id of the identity (ATT&CK `G0032`), null where none is known. */
  readonly id: string | null;
  /** True for a name that no catalogue has as this actor's: only the words around it say so. */
  readonly unverified?: true;
}

/** What a sum was for. */
export const MONEY_PURPOSES = [
  'ransom',
  'loss',
  'theft',
  'fine',
  'funding',
  'budget',
  'deal',
  'revenue',
  'reward',
  'other',
] as const;
export type MoneyPurpose = (typeof MONEY_PURPOSES)[number];

/** A sum of money. */
export interface MoneyMention extends Span, Evidence {
  /** In whole currency units ("5 cents" is 0.05); a range repeats its lower end here. */
  readonly amount: number;
  /** The lower end of a range, always with `max`. */
  readonly min?: number;
  /** The upper end of a range. */
  readonly max?: number;
  /** The decimals as written, only where a number can't hold them (more than 15 to 17 digits). */
  readonly exact?: ExactAmount;
  /** ISO 4217, or the usual code of a crypto currency (BTC, ETH, XMR). */
  readonly currency: string;
  readonly purpose?: MoneyPurpose;
  /** True for "about", "nearly" and the like, and wherever there is a `bound`. */
  readonly approx?: boolean;
  /** "min" when the sum is a lower bound ("more than $5"), "max" when an upper one ("up to $5"). */
  readonly bound?: 'min' | 'max';
  /** What a rate is counted by, in the singular: "month", "barrel", "item" for "each". */
  readonly per?: string;
  /** For the same figure in another currency ("$50 million (£38 million)"): the `start` of the sum it converts. */
  readonly conversionOf?: number;
}

/** An amount, and the upper end of a range, as plain decimals: digits with at most one point. */
export interface ExactAmount {
  readonly amount: string;
  readonly max?: string;
}

/** Everything tagged in one text, each list in order of position. */
export interface Tags {
  readonly countries: readonly CountryMention[];
  readonly places: readonly PlaceMention[];
  readonly actors: readonly ActorMention[];
  readonly money: readonly MoneyMention[];
  readonly taggerVersion: string;
  /** True for a text in another language than English: names that only rules of English find are not tagged. Else absent. */
  readonly partial?: boolean;
}
