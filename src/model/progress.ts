import type { ListedActor } from './article-record.js';

/** From where on a run counts what it did. */
export interface RunBaseline {
  /** Articles with a greater id belong to the run. */
  readonly lastArticleId: string;
  readonly startedAt: Date;
}

/** How much work is where, read from the tables: what a progress display shows. */
export interface RunProgress {
  /** Active feeds that have not been polled since the run started, and those that have. */
  readonly feedsPending: number;
  readonly feedsPolled: number;
  /** Waiting to be fetched or tagged, whenever they were found. */
  readonly toFetch: number;
  readonly toTag: number;
  readonly alertsPending: number;
  /** Of the articles found in this run. */
  readonly discovered: number;
  readonly tagged: number;
  readonly skipped: number;
  readonly failed: number;
}

/** What a run brought. */
export interface RunSummary {
  readonly articles: number;
  readonly tagged: number;
  readonly failures: readonly { readonly code: string; readonly count: number; readonly example: string }[];
  readonly skipped: readonly { readonly reason: string; readonly count: number }[];
  readonly feedFailures: readonly { readonly url: string; readonly code: string; readonly message: string }[];
  readonly countries: readonly { readonly code: string; readonly articles: number }[];
  readonly actors: readonly (ListedActor & { readonly articles: number })[];
  readonly money: readonly {
    readonly surface: string;
    readonly amount: string;
    readonly currency: string;
    readonly purpose: string | null;
    readonly title: string | null;
  }[];
}
