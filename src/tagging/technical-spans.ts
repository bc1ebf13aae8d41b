import type { Token } from './tokenise.js';

/**
 * Marks the tokens that belong to addresses, host names, file names, paths and identifiers: a country or firm
 * named in there ("microsoft.com", "turkey.exe") is not what the text speaks of.
 *
 * @returns one byte a token, 1 for technical
 */
export function markTechnical(tokens: readonly Token[]): Uint8Array {
  const marks = new Uint8Array(tokens.length);
  let first = 0;
  while (first < tokens.length) {
    let end = first + 1;
    while (tokens[end]?.glued === true) end++;
    if (end - first > 2) markChunk(tokens, first, end, marks);
    first = end;
  }
  return marks;
}

// A chunk is what stands between two blanks. Each token is looked at once; the marks grow around joints.
function markChunk(tokens: readonly Token[], first: number, end: number, marks: Uint8Array): void {
  let nameFirst = first;
  for (let i = first; i < end; i++) {
    const token = tokens[i];
    if (token === undefined) return;
    if (opensUrl(tokens, i, end) || token.text === '\\') {
      marks.fill(1, nameFirst, end);
      return;
    }
    if (isJoint(tokens, i, first, end)) {
      let last = i + 1;
      while (last + 1 < end && isNamePart(tokens[last + 1])) last++;
      marks.fill(1, nameFirst, last + 1);
      if (tokens[last + 1]?.text === '/' && last + 1 < end) marks.fill(1, last + 1, end);
      nameFirst = last + 1;
      i = last;
      continue;
    }
    if (!isNamePart(token)) nameFirst = i + 1;
  }
}

function opensUrl(tokens: readonly Token[], i: number, end: number): boolean {
  return tokens[i]?.text === ':' && tokens[i + 1]?.text === '/' && tokens[i + 2]?.text === '/' && i + 2 < end;
}

// "x.com", "a_b", "me@host": a sign with a word glued to both sides. A capital after a full stop is a new
// sentence whose blank is missing, and single letters are abbreviations ("U.S", "e.g").
function isJoint(tokens: readonly Token[], i: number, first: number, end: number): boolean {
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  if (i <= first || i + 1 >= end || before === undefined || after === undefined) return false;
  if (before.kind === 'symbol' || after.kind === 'symbol') return false;
  const sign = tokens[i]?.text;
  if (sign === '_' || sign === '@') return true;
  return sign === '.' && after.kind === 'word' && after.text.length > 1 && /^\p{Ll}/u.test(after.text);
}

function isNamePart(token: Token | undefined): boolean {
  return token !== undefined && (token.kind !== 'symbol' || /^[._@-]$/.test(token.text));
}
