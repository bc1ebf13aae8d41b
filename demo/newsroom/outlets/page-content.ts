/** A link to another story. */
export interface StoryLink {
  readonly title: string;
  readonly url: string;
}

/** Everything a page shows. Texts are plain and must be escaped. */
export interface PageContent {
  /** The outlet's title, say "Meridian Post". */
  readonly site: string;
  /** The outlet's front page. */
  readonly siteUrl: string;
  readonly feed: { readonly url: string; readonly contentType: string };
  readonly url: string;
  readonly title: string;
  readonly section: string;
  readonly byline: string;
  /** ISO 8601 in UTC. */
  readonly publishedAt: string;
  readonly paragraphs: readonly string[];
  /** Other stories of the outlet: about other countries and actors than this one. */
  readonly related: readonly StoryLink[];
}

/** Writes a page as one outlet does. */
export type PageRenderer = (page: PageContent) => string;
