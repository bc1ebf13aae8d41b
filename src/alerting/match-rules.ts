import type { AlertCard, AlertDraft, AlertRule, DebutActor } from '../model/alert.js';
import type { ArticleToTag } from '../model/article-record.js';
import { quoteSentence } from './quote-sentence.js';

/** What happened when an article was tagged. */
export interface TaggingEvent {
  readonly article: ArticleToTag;
  /** Actors that this article was the first to mention. */
  readonly debuts: readonly DebutActor[];
  readonly taggerVersion: string;
}

/** The alerts that the rules ask for: one per rule and actor. */
export function matchRules(rules: readonly AlertRule[], event: TaggingEvent): AlertDraft[] {
  return rules.flatMap((rule) =>
    event.debuts
      .filter((debut) => rule.condition.kinds.includes(debut.kind))
      .map((debut) => ({
        ruleId: rule.id,
        subject: `${debut.kind}: ${debut.name}`,
        card: renderCard(rule, debut, event),
      })),
  );
}

function renderCard(rule: AlertRule, debut: DebutActor, event: TaggingEvent): AlertCard {
  const { article } = event;
  return {
    rule: rule.name,
    headline: `First mention of ${debut.name}${debut.unverified ? ' (unverified)' : ''}`,
    subject: { name: debut.name, kind: debut.kind, unverified: debut.unverified },
    sentence: quoteSentence(article.text, debut.start, debut.end),
    surface: debut.surface,
    foundBy: debut.rule,
    confidence: debut.confidence,
    article: {
      id: article.id,
      title: article.title,
      url: article.url,
      site: article.site,
      publishedAt: article.publishedAt,
    },
    taggerVersion: event.taggerVersion,
  };
}
