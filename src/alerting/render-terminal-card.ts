import type { AlertCard, AlertReason } from '../model/alert.js';
import { countOf } from './describe-card.js';

/**
 * A reason card for the terminal: what happened, why it is said, with the sentences, and the story so far. Titles and
 * sentences come from strangers: control characters and marks that turn the direction of text are left out.
 *
 * @returns lines joined by line breaks, without one at the end; long lines are not wrapped
 */
export function renderTerminalCard(card: AlertCard): string {
  const status = card.unverified ? ', unverified: no catalogue knows the name' : '';
  const correction = card.kind === 'correction' ? 'Correction: ' : '';
  return [
    `${correction}${clean(card.headline)}  [${card.subject.kind}${status}]`,
    ...card.reasons.flatMap(renderReason),
    ...renderArticle(card),
    ...renderStory(card),
    `  rule     ${clean(card.rule)}${card.taggerVersion === '' ? '' : `, tagger version ${clean(card.taggerVersion)}`}`,
  ].join('\n');
}

function renderReason({ condition, text, evidence }: AlertReason): string[] {
  const head = `  why      ${clean(text)}  (${condition})`;
  if (evidence === null) return [head];
  const { sentence, surface, resolvedTo, start, end, foundBy, confidence } = evidence;
  const identity =
    surface === resolvedTo ? `“${clean(surface)}”` : `“${clean(surface)}” → ${clean(resolvedTo)}`;
  return [
    head,
    `           “${clean(sentence)}”`,
    `           ${identity}, characters ${start}–${end}, found by ${foundBy}, ${Math.round(confidence * 100)} % sure`,
  ];
}

function renderArticle({ article }: AlertCard): string[] {
  if (article === null) return [];
  const day = article.publishedAt === null ? '' : `, ${article.publishedAt.slice(0, 16).replace('T', ' ')}`;
  return [
    `  article  ${clean(article.title ?? 'without a title')} (${clean(article.site ?? 'unknown site')}${day})`,
    `           ${clean(article.url)}`,
  ];
}

function renderStory({ story }: AlertCard): string[] {
  if (story === null) return [];
  const said = `${countOf(story.articles, 'article')} of ${countOf(story.voices.length, 'publisher')}`;
  const names = story.voices.length === 0 ? '' : ` (${story.voices.map(clean).join(', ')})`;
  return [`  story    ${said}${names} since ${story.firstAt.slice(0, 16).replace('T', ' ')}`];
}

function clean(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
}
