import type { ArticleStatus, ExtractedArticle } from './article.js';
import type { ActorKind, MoneyPurpose } from './mention.js';

/** What the fetch stage needs to know of an article. */
export interface ArticleToFetch {
  readonly id: string;
  readonly url: string;
  readonly status: ArticleStatus;
  /** What the feed said of it, for when the page is silent. */
  readonly offered: {
    readonly title: string | null;
    readonly summary: string | null;
    readonly author: string | null;
    readonly publishedAt: string | null;
    /** The entry's content as HTML: hostile. */
    readonly content: string | null;
  };
}

/** What the tag stage needs to know of an article. */
export interface ArticleToTag {
  readonly id: string;
  readonly status: ArticleStatus;
  readonly title: string | null;
  readonly text: string;
  readonly publishedAt: string | null;
  readonly byline: string | null;
  readonly url: string;
  readonly site: string | null;
}

/** Which articles to list: every given condition holds. */
export interface ArticleFilter {
  /** ISO 3166-1 alpha-2, said in the text. */
  readonly country?: string;
  /** Canonical name or alias of an actor, any case. */
  readonly actor?: string;
  readonly kind?: ActorKind;
  /** ISO 4217 or a crypto code. */
  readonly currency?: string;
  /** The least amount, in whole units of the mention's own currency. */
  readonly minAmount?: number;
  readonly since?: Date;
  /** Part of a feed's title or URL, any case. */
  readonly source?: string;
  /** Full-text search in the syntax of web search engines. */
  readonly search?: string;
  /** Most rows to return, 1 to 1,000. */
  readonly limit: number;
  /** Continue behind this position. */
  readonly after?: ArticleCursor;
}

/** Keyset position in a listing, newest first. */
export interface ArticleCursor {
  readonly occurredAt: Date;
  readonly id: string;
}

/** A tagged article as the listing shows it. */
export interface ArticleListing {
  readonly id: string;
  readonly url: string;
  readonly title: string | null;
  readonly byline: string | null;
  readonly site: string | null;
  readonly lang: string | null;
  readonly publishedAt: Date | null;
  /** When it was published, else when it was found. */
  readonly occurredAt: Date;
  readonly status: ArticleStatus;
  readonly summary: string | null;
  readonly section: string | null;
  readonly keywords: readonly string[];
  /** Of another site: hostile. */
  readonly imageUrl: string | null;
  readonly source: string | null;
  readonly countries: readonly string[];
  readonly impliedCountries: readonly string[];
  readonly actors: readonly ListedActor[];
  readonly money: readonly ListedSum[];
  /** True for a text in a language that the tagger does not know: it has only what can be found safely. */
  readonly partialTags: boolean;
  /** Null for an article that was tagged before stories were told apart. */
  readonly storyId: string | null;
  /** The article whose text it reprints. */
  readonly reprintOf: string | null;
  /** How many other articles its story has. */
  readonly alsoIn: number;
}

/** A story as the listing shows it: everything its articles say, each thing once. */
export interface StoryListing {
  readonly id: string;
  /** The article that stands for it. */
  readonly lead: {
    readonly id: string;
    readonly title: string | null;
    readonly url: string;
    readonly site: string | null;
  };
  readonly articles: number;
  /** Publisher families that speak for themselves. */
  readonly voices: readonly string[];
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** Said by the texts, those of most articles first. */
  readonly countries: readonly string[];
  readonly actors: readonly ListedActor[];
  /** Each figure once, whatever number of articles give it; largest first. */
  readonly money: readonly ListedSum[];
}

/** An actor as a listing shows it. */
export interface ListedActor {
  readonly name: string;
  readonly kind: ActorKind;
  /** True while no catalogue, import or surer mention has confirmed that there is such an actor. */
  readonly unverified: boolean;
}

/** A sum as a listing shows it. Amounts are exact decimals, so strings. */
export interface ListedSum {
  readonly amount: string;
  /** The upper end of a range, whose lower end is `amount`. */
  readonly amountMax: string | null;
  readonly currency: string;
  readonly purpose: MoneyPurpose | null;
  /** True for "about", "nearly" and the like, and wherever there is a `bound`. */
  readonly approx: boolean;
  /** `min` when the sum is a lower bound ("more than"), `max` when an upper one ("up to"). */
  readonly bound: 'min' | 'max' | null;
  /** What a rate is counted by, in the singular: "month", "barrel". */
  readonly per: string | null;
  readonly surface: string;
  /** Where it starts in the article's text, in UTF-16 code units. */
  readonly start: number;
  /** For the same figure in another currency: the `start` of the sum of the same article that it converts. */
  readonly conversionOf: number | null;
}

/** An actor with how often and since when it was mentioned. */
export interface ActorListing extends ListedActor {
  readonly id: string;
  readonly externalId: string | null;
  readonly aliases: readonly string[];
  readonly firstSeenAt: Date | null;
  readonly articles: number;
  readonly mentions: number;
}

/** A sum in its article. */
export interface MoneyListing extends ListedSum {
  readonly articleId: string;
  readonly articleTitle: string | null;
  readonly articleUrl: string;
  readonly occurredAt: Date;
  readonly sentence: string;
}

/** A page that was read and holds no article. */
export interface SkippedPage {
  readonly id: string;
  readonly url: string;
  /** What its feed called it. */
  readonly title: string | null;
  /** A page's kind (`consent`, `video`), `no_text` or `too_short`. */
  readonly reason: string;
  readonly fetchedAt: Date;
}

/** Which skipped pages: every given condition holds. */
export interface SkippedFilter {
  readonly ids?: readonly string[];
  readonly reason?: string;
  readonly since?: Date;
}

/** Which actors or sums to list. */
export type MentionFilter = Pick<
  ArticleFilter,
  'country' | 'actor' | 'kind' | 'currency' | 'minAmount' | 'since' | 'source' | 'search' | 'limit'
>;

/** A fetched article as it is stored. */
export interface ArticleBody {
  readonly articleId: string;
  readonly article: ExtractedArticle;
  /** Normalised. */
  readonly canonicalUrl: string;
  readonly contentHash: string;
  /** What all addresses of the page have in common. */
  readonly addressKey: string;
  /** The family of its site. */
  readonly publisher: string;
  /** Why the text is the feed's and not the page's: an error code, `paywall`, a page's kind; null when it is the page's. */
  readonly feedTextReason: string | null;
}
