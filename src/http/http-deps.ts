import type { ArticleFilter, ArticleListing } from '../model/article-record.js';
import type { AlertFeedDeps } from './alert-feeds.js';
import type { WebsubDeps } from './websub.js';

/** What the HTTP application may ask of the rest. */
export interface HttpDeps extends AlertFeedDeps {
  listArticles(filter: ArticleFilter): Promise<readonly ArticleListing[]>;
  /** Resolves when the database and the queue answer; throws the reason otherwise. */
  checkReady(): Promise<void>;
  /** In Prometheus' text format. */
  renderMetrics(): Promise<string>;
  /** Null: there are no callbacks for hubs. */
  readonly websub: WebsubDeps | null;
  reportError(error: unknown): void;
}
