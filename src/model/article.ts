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

/** How the body of an article was found, from the most to the least sure. */
export type ExtractionMethod = 'json-ld' | 'semantic' | 'scored' | 'paragraphs' | 'feed' | 'site-rules';

/** An article read from a page. Dates are ISO 8601 in UTC. */
export interface ExtractedArticle {
  readonly title: string | null;
  /** Names as written, joined by ", ". */
  readonly byline: string | null;
  readonly publishedAt: string | null;
  readonly modifiedAt: string | null;
  /** BCP 47 primary language subtag, lower case. */
  readonly lang: string | null;
  readonly site: string | null;
  /** Absolute http(s) URL. */
  readonly canonicalUrl: string | null;
  readonly summary: string | null;
  /** Plain text, NFC; paragraphs are separated by one blank line. Empty when no body was found. */
  readonly text: string;
  readonly method: ExtractionMethod;
  readonly kind: PageKind;
  /** True when the page says that it shows only a part to those who don't pay. */
  readonly isPaywalled: boolean;
}
