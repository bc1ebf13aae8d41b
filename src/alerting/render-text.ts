import type { AlertCard } from '../model/alert.js';
import { describeCard, type Run } from './describe-card.js';
import { messageTitle } from './message-title.js';

/** One alert as plain text; the words that matched stand between asterisks. Ends without a line feed. */
export function renderCardText(card: AlertCard): string {
  const { headline, lines } = describeCard(card);
  return [
    headline,
    ...lines.map(({ kind, runs }) => `${kind === 'quote' ? '    ' : '  '}${runs.map(plain).join('')}`),
  ].join('\n');
}

/** A message as plain text: its title where there are several alerts, then each of them. */
export function renderText(cards: readonly AlertCard[]): string {
  const parts = cards.map(renderCardText);
  return `${[...(cards.length === 1 ? [] : [messageTitle(cards)]), ...parts].join('\n\n')}\n`;
}

function plain(run: Run): string {
  if (run.isMarked) return `*${run.text}*`;
  return run.href === undefined || run.href === run.text ? run.text : `${run.text} <${run.href}>`;
}
