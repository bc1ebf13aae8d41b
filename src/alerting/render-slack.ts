import type { AlertCard } from '../model/alert.js';
import { describeCard, type Run } from './describe-card.js';
import { messageTitle } from './message-title.js';
import { moreAlerts, takeWhileFits } from './take-while-fits.js';

/** Slack takes 50 blocks and, measured by others, some 13,000 characters of them. */
const MAX_ALERTS = 40;
const MAX_BLOCKS_LENGTH = 12_000;

/** https://docs.slack.dev/reference/block-kit/blocks/header-block */
const MAX_HEADER_LENGTH = 150;

/**
 * A message for an incoming webhook of Slack (https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks).
 * Texts are elements of `rich_text` blocks, in which nothing is read as markup or as a mention.
 *
 * @returns the body, JSON
 */
export function renderSlack(cards: readonly AlertCard[]): string {
  const title = messageTitle(cards);
  const blocks = cards.map((card) => toBlock(card, cards.length > 1));
  const { fitting, left } = takeWhileFits(
    blocks.slice(0, MAX_ALERTS),
    MAX_BLOCKS_LENGTH,
    (block) => JSON.stringify(block).length,
  );
  const unseen = left + Math.max(0, blocks.length - MAX_ALERTS);
  return JSON.stringify({
    // What notifications show; the one text that is read as markup.
    text: escapeMarkup(title),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      {
        type: 'header',
        text: { type: 'plain_text', text: messageTitle(cards, MAX_HEADER_LENGTH), emoji: false },
      },
      ...fitting,
      ...(unseen > 0 ? [richText([section([{ text: moreAlerts(unseen) }])])] : []),
    ],
  });
}

function toBlock(card: AlertCard, hasHeadline: boolean): object {
  const { headline, lines } = describeCard(card);
  const parts = lines.map(({ kind, runs }, index) => {
    if (kind === 'quote') return { type: 'rich_text_quote', elements: runs.map(toElement) };
    // Sections follow one another in one line unless they end it.
    const isLast = index === lines.length - 1;
    return section(isLast ? runs : [...runs, { text: '\n' }]);
  });
  return richText(hasHeadline ? [section([{ text: `${headline}\n`, isMarked: true }]), ...parts] : parts);
}

function richText(elements: readonly object[]): object {
  return { type: 'rich_text', elements };
}

function section(runs: readonly Run[]): object {
  return { type: 'rich_text_section', elements: runs.map(toElement) };
}

function toElement(run: Run): object {
  if (run.href !== undefined) return { type: 'link', url: run.href, text: run.text };
  return { type: 'text', text: run.text, ...(run.isMarked ? { style: { bold: true } } : {}) };
}

/** https://api.slack.com/reference/surfaces/formatting#escaping */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
