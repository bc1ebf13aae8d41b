/** A JSON text that was made readable. */
export interface RepairedJson {
  readonly json: string;
  /** Whether the text ends in the middle. */
  readonly isCut: boolean;
}

/** Strings (up to their end or the text's), brackets, and commas with nothing but a closing bracket behind. */
const TOKENS = /"[^"\\]*(?:\\[^][^"\\]*)*(?:"|\\?$)|[{}[\]]|,(?=\s{0,200}[}\]])/g;

/** A JSON Feed's items stand in a list inside of an object. */
const ITEM_DEPTH = 2;

/** Deeper nesting is left to JSON.parse to refuse. */
const MAX_DEPTH = 1_000;

/**
 * Mends what JSON Feeds written by hand or cut by a server get wrong: raw line breaks and tabs inside of
 * strings, a comma after the last element, an end in the middle, where the items that came whole are kept.
 * Takes linear time.
 *
 * @param text - what JSON.parse refused
 * @returns a text that may still be no JSON; null where nothing can be done
 */
export function repairJson(text: string): RepairedJson | null {
  const open: string[] = [];
  const parts: string[] = [];
  let from = 0;
  let wholeItems = -1;
  for (const match of text.matchAll(TOKENS)) {
    const token = match[0];
    parts.push(text.slice(from, match.index));
    from = match.index + token.length;
    if (token === '{' || token === '[') open.push(token);
    if (token === '}' || token === ']') open.pop();
    if (open.length > MAX_DEPTH) return null;
    parts.push(token === ',' ? '' : token.startsWith('"') ? escapeControls(token) : token);
    if (open.length === 0) return { json: parts.join(''), isCut: false };
    if (token === '}' && open.length === ITEM_DEPTH && open[1] === '[') wholeItems = parts.length;
  }
  if (wholeItems === -1) return null;
  return { json: `${parts.slice(0, wholeItems).join('')}]}`, isCut: true };
}

function escapeControls(string: string): string {
  return string.replace(
    /\p{Cc}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
