import { createRehearsal } from '../alerting/rehearse.js';
import { needsOfRules } from '../alerting/rule-needs.js';
import type { AlertFacts, AlertNeeds } from '../model/alert-facts.js';
import type { ArticleToTag } from '../model/article-record.js';
import type { Tags } from '../model/mention.js';
import type { RehearsalReport, RehearsalWork, RehearsedAlert } from '../model/rehearsal.js';
import type { KnownNames } from '../tagging/known-names.js';

export interface RehearseRuleDeps {
  readStoredEvents(
    since: Date,
    needs: AlertNeeds,
  ): AsyncIterable<{ readonly article: ArticleToTag; readonly tags: Tags; readonly facts: AlertFacts }>;
  readonly knownNames: KnownNames;
}

const CAVEATS = [
  'Stories are as they are known now, not as they were told apart then.',
  'Articles are taken in the order in which they came out, which is not always the one in which they were found.',
];

/** Silences are seen by the clock: no stored article shows them. */
const SILENCE_CAVEAT = 'Silences are not tried out: they are seen by the clock, in no article.';

/**
 * Tries out a rule on the articles of the past days. Nothing is stored or sent.
 */
export async function rehearseRule(deps: RehearseRuleDeps, work: RehearsalWork): Promise<RehearsalReport> {
  const { rule, since, limit } = work;
  const rehearsal = createRehearsal(rule);
  const needs = needsOfRules([rule], deps.knownNames.sharing);
  const alerts: RehearsedAlert[] = [];
  const perDay = new Map<string, number>();
  const counts = { articles: 0, total: 0, past: 0 };
  for await (const event of deps.readStoredEvents(since, needs)) {
    counts.articles += 1;
    for (const alert of rehearsal.take({ ...event, reason: 'new' })) {
      counts.total += 1;
      if (alert.isPast) counts.past += 1;
      const day = alert.at.slice(0, 10);
      perDay.set(day, (perDay.get(day) ?? 0) + 1);
      alerts.push(alert);
      if (alerts.length > limit) alerts.shift();
    }
  }
  const hasSilence = JSON.stringify(rule.condition).includes('"silence":');
  return {
    rule: rule.name,
    since: since.toISOString(),
    ...counts,
    alerts,
    waiting: rehearsal.waiting(),
    perDay: [...perDay].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, count]) => ({ day, alerts: count })),
    caveats: hasSilence ? [...CAVEATS, SILENCE_CAVEAT] : CAVEATS,
  };
}
