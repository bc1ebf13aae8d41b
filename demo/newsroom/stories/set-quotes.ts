/** Typewriter or printer's quotation marks. */
export type QuoteStyle = 'straight' | 'curly';

/** Sets a paragraph's quotation marks and apostrophes, which come in as typewriter ones. */
export function setQuotes(paragraph: string, style: QuoteStyle): string {
  if (style === 'straight') return paragraph;
  return paragraph
    .replace(/(^|[\s(])"/g, '$1\u201c')
    .replace(/"/g, '\u201d')
    .replace(/'/g, '\u2019');
}
