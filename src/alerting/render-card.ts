import type { AlertCard, AlertRule } from '../model/alert.js';
import type { StoryState } from '../model/story.js';
import type { ConditionMatch } from './condition-match.js';
import type { TaggingEvent } from './tagging-event.js';

/** Makes the card of an alert about an article. */
export function renderCard(rule: AlertRule, match: ConditionMatch, event: TaggingEvent): AlertCard {
  const { article, tags, facts } = event;
  const { subject, reasons } = match;
  return {
    kind: 'match',
    rule: rule.name,
    headline: subject.headline,
    subject: { name: subject.name, kind: subject.kind },
    unverified: subject.unverified,
    reasons,
    article: {
      id: article.id,
      title: article.title,
      url: article.url,
      site: article.site,
      publishedAt: article.publishedAt,
    },
    story: storyOnCard(facts.story),
    taggerVersion: tags.taggerVersion,
  };
}

/** The story so far, as cards show it. */
export function storyOnCard(story: StoryState | null): AlertCard['story'] {
  if (story === null) return null;
  const { id, articles, voices, firstAt } = story;
  return { id, articles, voices, firstAt };
}
