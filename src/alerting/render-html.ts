import type { AlertCard } from '../model/alert.js';
import { describeCard, type CardLine, type Run } from './describe-card.js';
import { messageTitle } from './message-title.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** One alert as HTML without anything to load: for feeds and as part of a mail. Everything is escaped. */
export function renderCardHtml(card: AlertCard): string {
  const { lines } = describeCard(card);
  return lines.map(renderLine).join('\n');
}

/** A message as an HTML document for a mail: nothing is loaded, nothing runs. */
export function renderHtml(cards: readonly AlertCard[]): string {
  const title = escapeHtml(messageTitle(cards));
  const parts = cards.map((card) => {
    const { headline, href } = describeCard(card);
    return `<h2 style="font-size:16px;margin:24px 0 8px">${linked(escapeHtml(headline), href)}</h2>\n${renderCardHtml(card)}`;
  });
  return [
    '<!doctype html>',
    '<html lang="en">',
    `<head><meta charset="utf-8"><title>${title}</title></head>`,
    '<body style="font-family:sans-serif;font-size:14px;line-height:1.5;max-width:640px">',
    ...(cards.length === 1 ? [] : [`<h1 style="font-size:18px">${title}</h1>`]),
    ...parts,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function renderLine({ kind, runs }: CardLine): string {
  const text = runs.map(renderRun).join('');
  return kind === 'quote' ? `<blockquote>${text}</blockquote>` : `<p>${text}</p>`;
}

function renderRun(run: Run): string {
  const text = escapeHtml(run.text);
  return run.isMarked ? `<mark>${text}</mark>` : linked(text, run.href ?? null);
}

/** Readers' addresses are no business of the publisher: no referrer. */
function linked(html: string, href: string | null): string {
  return href === null ? html : `<a href="${escapeHtml(href)}" rel="noopener noreferrer">${html}</a>`;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
