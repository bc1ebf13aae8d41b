import type { AlertCard } from '../model/alert.js';
import { describeCard, type CardLine, type Run } from './describe-card.js';
import { messageTitle } from './message-title.js';
import { moreAlerts, takeWhileFits } from './take-while-fits.js';

/** Teams takes messages of about 28 KB, and refuses some that are shorter; the frame around the body is small. */
const MAX_BODY_BYTES = 18_000;

/**
 * A message for an incoming webhook of Teams, as its Workflows take it: an Adaptive Card
 * (https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/connectors-using). Texts are
 * runs of `RichTextBlock`s, in which no Markdown is read.
 *
 * @returns the body, JSON
 */
export function renderTeams(cards: readonly AlertCard[]): string {
  const { fitting, left } = takeWhileFits(cards.map(toContainer), MAX_BODY_BYTES, byteLength);
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    // What notifications show.
    fallbackText: messageTitle(cards),
    msteams: { width: 'Full' },
    body: [
      ...(cards.length === 1
        ? []
        : [richText([{ text: messageTitle(cards), isMarked: true }], { size: 'Large' })]),
      ...fitting,
      ...(left > 0 ? [richText([{ text: moreAlerts(left) }])] : []),
    ],
  };
  return JSON.stringify({
    type: 'message',
    attachments: [
      { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card },
    ],
  });
}

function toContainer(card: AlertCard): object {
  const { headline, href, lines } = describeCard(card);
  const title = richText([{ text: headline, ...(href === null ? {} : { href }) }], {
    size: 'Medium',
    weight: 'Bolder',
  });
  return { type: 'Container', separator: true, items: [title, ...lines.map(toItem)] };
}

function toItem({ kind, runs }: CardLine): object {
  if (kind === 'fact') return richText(runs);
  return { type: 'Container', style: 'emphasis', items: [richText(runs)] };
}

function richText(runs: readonly Run[], look: Readonly<Record<string, string>> = {}): object {
  return {
    type: 'RichTextBlock',
    inlines: runs.map((run) => ({
      type: 'TextRun',
      text: run.text,
      ...look,
      ...(run.isMarked ? { weight: 'Bolder' } : {}),
      ...(run.href === undefined ? {} : { selectAction: { type: 'Action.OpenUrl', url: run.href } }),
    })),
  };
}

function byteLength(part: object): number {
  return new TextEncoder().encode(JSON.stringify(part)).byteLength;
}
