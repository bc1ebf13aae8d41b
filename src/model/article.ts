/**
 * Where an article stands on its way. `skipped` pages were read and hold no article, `duplicate` ones say
 * themselves that they are another article we have, `failed` ones are in quarantine.
 */
export type ArticleStatus = 'discovered' | 'fetched' | 'tagged' | 'skipped' | 'duplicate' | 'failed';

/**
 * What a page is. Anything but `article` ends as skipped, with its kind as the reason: the front page or a list of a
 * site, pictures, a film or a recording without an article's text, an error page served with 200, a page to consent,
 * log in or prove to be human on, results of a search.
 */
export type PageKind =
  | 'article'
  | 'home'
  | 'section'
  | 'gallery'
  | 'video'
  | 'audio'
  | 'error'
  | 'consent'
  | 'login'
  | 'search'
  | 'bot_check';

/**
 * How the body of an article was found: marked as such on the page, scored, as JSON-LD declares it, in the data that
 * scripts draw the page from, by a rule of its site, in a feed, or not at all.
 */
export type ExtractionMethod =
  'semantic' | 'scored' | 'json-ld' | 'embedded' | 'site-rules' | 'feed' | 'none';

/**
 * An article read from a page. Dates are ISO 8601: an instant, with the offset from UTC of the newsroom where the page
 * writes or shows it, so that the day is the one that readers saw; else in UTC.
 */
export interface ExtractedArticle {
  readonly title: string | null;
  /** Names as written, joined by ", ". */
  readonly byline: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  /** BCP 47 primary language subtag, lower case; `no` for both forms of Norwegian. */
  readonly lang: string | null;
  readonly site: string | null;
  /** Absolute http(s) URL. */
  readonly canonicalUrl: string | null;
  readonly summary: string | null;
  /** The newsroom's section, as written; at most 100 UTF-16 units. */
  readonly section: string | null;
  /** Tags as written, none twice: at most 30 of at most 100 UTF-16 units. */
  readonly keywords: readonly string[];
  /** Absolute http(s) URL of the lead picture; at most 2,000 UTF-16 units. */
  readonly imageUrl: string | null;
  /** Plain text, NFC; paragraphs are separated by one blank line. Empty when no body was found. */
  readonly text: string;
  readonly method: ExtractionMethod;
  /**
   * How sure it is that `text` is the article, whole and nothing else, 0 to 1; 0 when there is none. Comes from what
   * can be seen (the method, the text that the page declares, the share of the page's prose, the length), and orders
   * pages by it; it is no probability.
   */
  readonly confidence: number;
  readonly kind: PageKind;
  /** True when the page says that it shows only a part to those who don't pay. */
  readonly isPaywalled: boolean;
}
