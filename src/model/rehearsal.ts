import type { AlertCard, RuleDefinition } from './alert.js';

/** A rule to be tried out on what is stored. */
export interface RehearsalWork {
  readonly rule: RuleDefinition;
  /** From articles that came out after it. */
  readonly since: Date;
  /** Most alerts to return, the latest; all are counted. */
  readonly limit: number;
}

/** An alert that a rule would have sent. */
export interface RehearsedAlert {
  /** When the article that fired it came out, ISO 8601. */
  readonly at: string;
  readonly card: AlertCard;
  /**
   * True where only the first poll of a feed brought the article: it fires such rules alone as include the past.
   */
  readonly isPast: boolean;
}

/** What a rule would have sent. */
export interface RehearsalReport {
  readonly rule: string;
  readonly since: string;
  /** Articles that were looked at. */
  readonly articles: number;
  /** In order of time, the last `limit`. */
  readonly alerts: readonly RehearsedAlert[];
  readonly total: number;
  /** Of them, those that only the first poll of a feed brought: sent by such rules alone as include the past. */
  readonly past: number;
  /** Alerts that lack voices still. */
  readonly waiting: number;
  /** How many on each day (UTC) that had some. */
  readonly perDay: readonly { readonly day: string; readonly alerts: number }[];
  /** How it differs from what would have happened. */
  readonly caveats: readonly string[];
}
