/** What a user says of one site's pages. Selectors are CSS, checked when they are read; plain data, so threads can have it. */
export interface SiteRule {
  /** Containers of the body. */
  readonly keep: readonly string[];
  /** What is taken off the page before anything is read. */
  readonly drop: readonly string[];
  readonly title: string | null;
  readonly author: string | null;
  readonly date: string | null;
}

/** Rules by lower-case host. */
export type SiteRules = ReadonlyMap<string, SiteRule>;
