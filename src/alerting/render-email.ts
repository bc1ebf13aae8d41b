import type { AlertCard } from '../model/alert.js';
import { messageTitle } from './message-title.js';
import { renderHtml } from './render-html.js';
import { renderText } from './render-text.js';

/** A mail without its envelope. */
export interface RenderedEmail {
  /** One line without control characters. */
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A message as a mail. */
export function renderEmail(cards: readonly AlertCard[]): RenderedEmail {
  return {
    subject: `[Wirewatch] ${messageTitle(cards)}`,
    text: renderText(cards),
    html: renderHtml(cards),
  };
}
