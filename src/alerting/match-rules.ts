import type { AlertDraft, AlertRule } from '../model/alert.js';
import type { AlertSubject } from './condition-match.js';
import { isCorroborated } from './corroborate.js';
import { evaluateCondition } from './evaluate-condition.js';
import { renderCard } from './render-card.js';
import type { TaggingEvent } from './tagging-event.js';

/**
 * The alerts that the rules ask for, given an article: one per rule and subject. What belongs to the past fires only
 * the rules that include it.
 */
export function matchRules(rules: readonly AlertRule[], event: TaggingEvent): AlertDraft[] {
  return rules.flatMap((rule) => {
    if (!rule.enabled || (isPastFor(rule, event) && !rule.includePast)) return [];
    const result = evaluateCondition(rule.condition, event);
    const { facts, article } = event;
    return (result?.matches ?? []).map((match): AlertDraft => ({
      ruleId: rule.id,
      dedupeKey: dedupeKeyOf(match.subject, event),
      articleId: article.id,
      storyId: facts.story?.id ?? null,
      state: isCorroborated(rule.corroboration, [facts.voice]) ? 'fired' : 'waiting',
      card: renderCard(rule, match, event),
    }));
  });
}

/** Whether an article was found before the rule began, came with the first poll of its feed, or is tagged again. */
export function isPastFor(rule: Pick<AlertRule, 'since'>, { facts, reason }: TaggingEvent): boolean {
  return reason === 'retag' || facts.isImport || Date.parse(facts.foundAt) < rule.since.getTime();
}

function dedupeKeyOf(subject: AlertSubject, { facts, article }: TaggingEvent): string {
  if (subject.scope === 'forever') return subject.key;
  const story = facts.story === null ? `article:${article.id}` : `story:${facts.story.id}`;
  return `${story} ${subject.key}`;
}
