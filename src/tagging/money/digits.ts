import Big from 'big.js';

import { joinsPrevious } from '../token-trie.js';
import type { Token } from '../tokenise.js';
import { readFigure } from './figure.js';

/** A number in digits: its value, and the index after its last token. */
export interface Digits {
  readonly value: Big;
  readonly end: number;
  /** As written, without the blanks or apostrophes between its groups. */
  readonly raw: string;
}

/** 10^18 is written in seven groups. */
const MAX_GROUPS = 6;

const VULGAR_FRACTIONS: ReadonlyMap<string, string> = new Map([
  ['½', '0.5'],
  ['¼', '0.25'],
  ['¾', '0.75'],
  ['⅓', '0.333333'],
  ['⅔', '0.666667'],
]);

/** True for "½" and the like. */
export function isVulgarFraction(text: string): boolean {
  return VULGAR_FRACTIONS.has(text);
}

/**
 * Reads a number in digits: "1,234.56", "10 000", "12'500", "2½", "1 1/2", "½".
 *
 * @returns null when none stands at `first`
 */
export function readDigits(tokens: readonly Token[], first: number): Digits | null {
  const token = tokens[first];
  if (token === undefined) return null;
  const alone = VULGAR_FRACTIONS.get(token.text);
  if (alone !== undefined) return { value: new Big(alone), end: first + 1, raw: token.text };
  if (token.kind !== 'number') return null;
  const grouped = readGroups(tokens, first, token);
  const value = readFigure(grouped.raw);
  return value === null ? null : withFraction(tokens, { ...grouped, value });
}

/** Reads the cents of "$.50": a point with digits glued behind. */
export function readBareDecimals(tokens: readonly Token[], first: number): Digits | null {
  const digits = tokens[first + 1];
  if (tokens[first]?.text !== '.' || digits?.kind !== 'number' || !digits.glued) return null;
  if (!/^\d{2,8}$/.test(digits.text)) return null;
  return { value: new Big(`0.${digits.text}`), end: first + 2, raw: `0.${digits.text}` };
}

// "1 234 567,89" and "12'500": groups of three behind one blank or an apostrophe.
function readGroups(tokens: readonly Token[], first: number, head: Token): { raw: string; end: number } {
  let raw = head.text;
  let end = first + 1;
  if (!/^[1-9]\d{0,2}$/.test(raw)) return { raw, end };
  for (let groups = 0; groups < MAX_GROUPS; groups++) {
    const at = tokens[end]?.key === "'" && tokens[end]?.glued === true ? end + 1 : end;
    const group = tokens[at];
    const before = tokens[at - 1];
    if (group?.kind !== 'number' || before === undefined || group.opensLine) break;
    const isParted = at > end ? group.glued : group.start - before.end === 1;
    if (!isParted || !/^\d{3}(?:[.,]\d{1,2})?$/.test(group.text) || joinsPrevious(tokens, at + 1)) break;
    raw += group.text;
    end = at + 1;
    if (group.text.length > 3) break;
  }
  return { raw, end };
}

function withFraction(tokens: readonly Token[], number: Digits): Digits {
  const token = tokens[number.end];
  if (token === undefined || token.opensLine) return number;
  const vulgar = VULGAR_FRACTIONS.get(token.text);
  if (vulgar !== undefined) return { ...number, value: number.value.plus(vulgar), end: number.end + 1 };
  const [slash, below] = [tokens[number.end + 1], tokens[number.end + 2]];
  if (token.kind !== 'number' || slash?.text !== '/' || !slash.glued || below?.glued !== true) return number;
  if (!/^[1-7]$/.test(token.text) || !/^[2-8]$/.test(below.text)) return number;
  const part = new Big(token.text).div(below.text);
  return part.gte(1) ? number : { ...number, value: number.value.plus(part), end: number.end + 3 };
}
