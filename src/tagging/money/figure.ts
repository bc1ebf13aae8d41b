import Big from 'big.js';

/** A figure longer than this many characters is no sum of money, and would only cost time. */
const MAX_FIGURE_LENGTH = 30;

const WESTERN = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const INDIAN = /^\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$/;
const CONTINENTAL = /^\d{1,3}(?:\.\d{3})+,\d+$/;
const CONTINENTAL_WHOLE = /^\d{1,3}(?:\.\d{3}){2,}$/;
const PLAIN = /^\d+(?:\.\d+)?$/;
const DECIMAL_COMMA = /^\d+,\d{1,2}$/;
const MIXED_GROUPS = /^\d{1,3}(?:[.,]\d{3})+\.\d{2}$/;

/**
 * Reads a figure as written in digits: "1,234.56", "12,34,567", "1.234.567,89", "3,5".
 *
 * @returns null for figures that follow no custom ("12,34.5.6"), which are no sums
 */
export function readFigure(text: string): Big | null {
  if (text.length > MAX_FIGURE_LENGTH) return null;
  if (PLAIN.test(text)) return new Big(text);
  if (WESTERN.test(text) || INDIAN.test(text)) return new Big(text.replaceAll(',', ''));
  if (CONTINENTAL.test(text)) return new Big(text.replaceAll('.', '').replace(',', '.'));
  if (CONTINENTAL_WHOLE.test(text)) return new Big(text.replaceAll('.', ''));
  if (DECIMAL_COMMA.test(text)) return new Big(text.replace(',', '.'));
  if (MIXED_GROUPS.test(text))
    return new Big(`${text.slice(0, -3).replaceAll(/[.,]/g, '')}${text.slice(-3)}`);
  return null;
}
