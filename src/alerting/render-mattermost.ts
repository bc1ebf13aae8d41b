import type { AlertCard } from '../model/alert.js';
import { describeCard, type Run } from './describe-card.js';
import { messageTitle } from './message-title.js';
import { moreAlerts, takeWhileFits } from './take-while-fits.js';

/** A post may have 16,383 characters, its attachments included. */
const MAX_LENGTH = 14_000;

/** Of the bar at the side: the blue of an information. */
const COLOUR = '#2f6fd0';

/**
 * A message for an incoming webhook of Mattermost, an attachment for each alert
 * (https://developers.mattermost.com/integrate/reference/message-attachments/). Markup and mentions in texts are defused.
 *
 * @returns the body, JSON
 */
export function renderMattermost(cards: readonly AlertCard[]): string {
  const { fitting, left } = takeWhileFits(
    cards.map(toAttachment),
    MAX_LENGTH,
    (attachment) => JSON.stringify(attachment).length,
  );
  const texts = [
    ...(cards.length === 1 ? [] : [escapeMarkdown(messageTitle(cards))]),
    ...(left > 0 ? [escapeMarkdown(moreAlerts(left))] : []),
  ];
  return JSON.stringify({ ...(texts.length === 0 ? {} : { text: texts.join('\n') }), attachments: fitting });
}

function toAttachment(card: AlertCard): object {
  const { headline, href, lines } = describeCard(card);
  return {
    fallback: defuseMentions(headline),
    color: COLOUR,
    title: escapeMarkdown(headline),
    ...(href === null ? {} : { title_link: href }),
    // A blank line ends a quote.
    text: lines
      .map(
        ({ kind, runs }) =>
          `${kind === 'quote' ? '\n> ' : ''}${runs.map(toMarkdown).join('')}${kind === 'quote' ? '\n' : ''}`,
      )
      .join('\n'),
  };
}

function toMarkdown(run: Run): string {
  if (run.isMarked) return `**${escapeMarkdown(run.text)}**`;
  if (run.href === undefined) return escapeMarkdown(run.text);
  return `[${escapeMarkdown(run.text)}](${run.href.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

function escapeMarkdown(text: string): string {
  return defuseMentions(text.replace(/[\\`*_{}[\]()#!|<>~]/g, '\\$&'));
}

/** `@channel` in a quote must wake nobody: a space of no width stands behind the sign. */
function defuseMentions(text: string): string {
  return text.replaceAll('@', '@\u200b');
}
