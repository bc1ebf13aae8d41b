import { PAGE_LIMITS } from './page-limits.js';

/** Cuts a text at the last paragraph border within `PAGE_LIMITS.maxTextLength`. */
export function capText(text: string): string {
  if (text.length <= PAGE_LIMITS.maxTextLength) return text;
  const border = text.lastIndexOf('\n\n', PAGE_LIMITS.maxTextLength);
  return text.slice(0, border > 0 ? border : PAGE_LIMITS.maxTextLength).trimEnd();
}
