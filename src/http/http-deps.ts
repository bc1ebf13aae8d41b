import type { ArticleFilter, ArticleListing } from '../model/article-record.js';
import type { WebsubDeps } from './websub.js';

/** What the HTTP application may ask of the rest. */
export interface HttpDeps {
  /** Null: whoever reaches the port may read. */
  readonly apiToken: string | null;
  listArticles(filter: ArticleFilter): Promise<readonly ArticleListing[]>;
  /** Resolves when the database and the queue answer; throws the reason otherwise. */
  checkReady(): Promise<void>;
  /** In Prometheus' text format. */
  renderMetrics(): Promise<string>;
  /** Null: there are no callbacks for hubs. */
  readonly websub: WebsubDeps | null;
  reportError(error: unknown): void;
}
