import type { AlertCard } from '../model/alert.js';
import { countOf, describeHeadline } from './describe-card.js';
import { plainLine } from './plain-line.js';

/** Headlines that the title of a bundle names. */
const NAMED = 2;

/**
 * What a message is about, in one line: the headline of its only alert, or how many there are and of what.
 *
 * @param maxLength - in UTF-16 units
 */
export function messageTitle(cards: readonly AlertCard[], maxLength = 200): string {
  const [only] = cards;
  if (only !== undefined && cards.length === 1) return plainLine(describeHeadline(only), maxLength);
  const corrections = cards.filter((card) => card.kind === 'correction').length;
  const count = countOf(cards.length, 'alert');
  const kinds = corrections === 0 ? count : `${count}, ${countOf(corrections, 'correction')} among them`;
  const left = cards.length - NAMED;
  const named = cards.slice(0, NAMED).map(describeHeadline).join('; ');
  return plainLine(`${kinds}: ${named}${left > 0 ? `; and ${left} more` : ''}`, maxLength);
}
