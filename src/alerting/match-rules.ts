import type { AlertCard, AlertDraft, AlertRule, DebutActor } from '../model/alert.js';
import type { ArticleToTag } from '../model/article-record.js';
import type { StoryState } from '../model/story.js';
import { quoteSentence } from './quote-sentence.js';

/** What happened when an article was tagged. */
export interface TaggingEvent {
  readonly article: ArticleToTag;
  /** Actors that this article was the first to mention. */
  readonly debuts: readonly DebutActor[];
  /** The story that it joined; null when stories are not told apart. */
  readonly story: StoryState | null;
  readonly taggerVersion: string;
}

/** The alerts that the rules ask for: one per rule and actor. */
export function matchRules(rules: readonly AlertRule[], event: TaggingEvent): AlertDraft[] {
  return rules.flatMap((rule) => {
    if (!rule.enabled || !('firstMention' in rule.condition)) return [];
    const { kinds } = rule.condition.firstMention;
    return event.debuts
      .filter((debut) => kinds === undefined || kinds.includes(debut.kind))
      .map((debut): AlertDraft => ({
        ruleId: rule.id,
        dedupeKey: `actor:${debut.actorId}`,
        articleId: event.article.id,
        storyId: event.story?.id ?? null,
        state: 'fired',
        card: renderCard(rule, debut, event),
      }));
  });
}

function renderCard(rule: AlertRule, debut: DebutActor, event: TaggingEvent): AlertCard {
  const { article, story } = event;
  return {
    kind: 'match',
    rule: rule.name,
    headline: `First mention of ${debut.name}${debut.unverified ? ' (unverified)' : ''}`,
    subject: { name: debut.name, kind: debut.kind },
    unverified: debut.unverified,
    reasons: [
      {
        condition: 'firstMention',
        text: 'never mentioned before',
        evidence: {
          sentence: quoteSentence(article.text, debut.start, debut.end),
          surface: debut.surface,
          resolvedTo: debut.name,
          start: debut.start,
          end: debut.end,
          foundBy: debut.rule,
          confidence: debut.confidence,
        },
      },
    ],
    article: {
      id: article.id,
      title: article.title,
      url: article.url,
      site: article.site,
      publishedAt: article.publishedAt,
    },
    story:
      story === null
        ? null
        : { id: story.id, articles: story.articles, voices: story.voices, firstAt: story.firstAt },
    taggerVersion: event.taggerVersion,
  };
}
