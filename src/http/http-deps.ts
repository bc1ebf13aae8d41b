import type { AlertFilter, AlertRecord, AlertRule, RuleDefinition } from '../model/alert.js';
import type { ArticleFilter, ArticleListing } from '../model/article-record.js';
import type { RehearsalReport, RehearsalWork } from '../model/rehearsal.js';
import type { AlertFeedDeps } from './alert-feeds.js';
import type { WebsubDeps } from './websub.js';

/** What the HTTP application may ask of the rest. */
export interface HttpDeps extends AlertFeedDeps {
  listArticles(filter: ArticleFilter): Promise<readonly ArticleListing[]>;
  listRules(): Promise<readonly AlertRule[]>;
  /** @throws PermanentError `rule_invalid` */
  saveRule(rule: RuleDefinition): Promise<unknown>;
  /** @returns false when there is none of that name */
  removeRule(name: string): Promise<boolean>;
  rehearse(work: RehearsalWork): Promise<RehearsalReport>;
  listAlerts(filter: AlertFilter): Promise<readonly AlertRecord[]>;
  readonly now: () => Date;
  /** Resolves when the database and the queue answer; throws the reason otherwise. */
  checkReady(): Promise<void>;
  /** In Prometheus' text format. */
  renderMetrics(): Promise<string>;
  /** Null: there are no callbacks for hubs. */
  readonly websub: WebsubDeps | null;
  reportError(error: unknown): void;
}
