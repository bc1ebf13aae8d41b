import type { AlertCard } from '../model/alert.js';
import { describeCard } from './describe-card.js';
import { renderCardHtml } from './render-html.js';
import { renderCardText } from './render-text.js';

/** An alert as an entry of a feed. */
export interface AlertEntry {
  /** Unique and lasting: a URN. */
  readonly id: string;
  readonly title: string;
  /** The article; null for an alert about a feed. */
  readonly link: string | null;
  readonly html: string;
  readonly text: string;
  readonly at: Date;
  /** Kind and name of what it is about. */
  readonly subject: { readonly kind: string; readonly name: string };
  readonly card: AlertCard;
}

/** @param alert.firedAt - when it came */
export function toFeedEntry(alert: {
  readonly id: string;
  readonly card: AlertCard;
  readonly firedAt: Date;
}): AlertEntry {
  const { card, firedAt } = alert;
  const { headline, href } = describeCard(card);
  return {
    id: `urn:wirewatch:alert:${alert.id}`,
    title: headline,
    link: href,
    html: renderCardHtml(card),
    text: renderCardText(card),
    at: firedAt,
    subject: { kind: card.subject.kind, name: card.subject.name },
    card,
  };
}
