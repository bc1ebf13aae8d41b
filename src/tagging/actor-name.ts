import { rejectName } from './actor-candidate.js';
import type { CatalogueActor } from './actor-catalogue.js';
import organisationWords from './gazetteer/organisation-words.json' with { type: 'json' };
import words from './gazetteer/threat-actor-words.json' with { type: 'json' };
import { isTechnical } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import { isAllCaps, isCapitalised } from './tokenise.js';
import type { Token } from './tokenise.js';

const NOT_NAMES: ReadonlySet<string> = new Set([...organisationWords.notNames, ...words.notNames]);
const OPENING_QUOTES = new Set(['"', '“', "'", '‘', '«', '*']);
const CLOSING_QUOTES = new Set(['"', '”', "'", '’', '»', '*']);
const CONNECTORS = new Set(['of', 'the']);

/** A name that only its context introduces is at most this many words long. */
const MAX_NAME_WORDS = 4;

/**
 * Reads the name that begins at a token, behind an article and an opening quote: capitalised words, words with figures
 * or inner capitals ("r00tk1t", "rhYsida"), initials ("E.K.P"); in quotes whatever stands between them.
 *
 * @returns null where no name begins, or where the gazetteers know the words as somebody or something else
 */
export function readNameAt(reading: Reading, at: number): TokenRange | null {
  const { tokens } = reading;
  let first = at;
  if (tokens[first]?.key === 'the') first++;
  const isQuoted = OPENING_QUOTES.has(tokens[first]?.text ?? '');
  while (first < at + 4 && OPENING_QUOTES.has(tokens[first]?.text ?? '')) first++;
  const end = (isQuoted ? endOfQuoted(reading, first) : null) ?? endOfName(reading, first);
  return plausible(reading, { first, end });
}

/** Reads the name that ends before a token, on the same line. */
export function readNameBefore(reading: Reading, at: number): TokenRange | null {
  const { tokens } = reading;
  const isQuoted = CLOSING_QUOTES.has(tokens[at - 1]?.text ?? '');
  const last = isQuoted ? at - 1 : at;
  let first = last;
  if (isQuoted) {
    const opening = openingQuoteBefore(tokens, last);
    if (opening !== null) return plausible(reading, { first: opening + 1, end: last });
  }
  while (first > 0 && first > last - MAX_NAME_WORDS * 2) {
    const start = chunkStart(tokens, first - 1);
    if (tokens[first]?.opensLine === true || !isNameChunk(reading, start)) break;
    first = start;
  }
  while (first < last && NOT_NAMES.has(tokens[first]?.key ?? '')) first++;
  return plausible(reading, { first, end: last });
}

function openingQuoteBefore(tokens: readonly Token[], last: number): number | null {
  for (let i = last - 1; i > last - MAX_NAME_WORDS * 2 && i >= 0; i--) {
    if (tokens[i]?.opensLine === true) return null;
    if (OPENING_QUOTES.has(tokens[i]?.text ?? '')) return i;
  }
  return null;
}

/** True for a name that can be no plain word: with a figure, inner capitals or in capitals throughout. */
export function isDistinctiveName(text: string): boolean {
  return /\d|\p{Ll}\p{Lu}|^\p{Lu}{3,}$|\$/u.test(text);
}

function endOfName(reading: Reading, first: number): number {
  const { tokens } = reading;
  const initials = endOfInitials(tokens, first);
  if (initials > first) return initials;
  let end = first;
  for (let count = 0; count < MAX_NAME_WORDS; count++) {
    let next = end;
    while (end > first && next < end + 2 && CONNECTORS.has(tokens[next]?.key ?? '')) next++;
    if (next > first && tokens[next]?.opensLine === true) break;
    if (!isNameChunk(reading, next) || (count > 0 && NOT_NAMES.has(tokens[next]?.key ?? ''))) break;
    end = chunkEnd(tokens, next);
  }
  return end;
}

function endOfQuoted(reading: Reading, first: number): number | null {
  for (let i = first; i <= first + MAX_NAME_WORDS * 2; i++) {
    const token = reading.tokens[i];
    if (token === undefined || (i > first && token.opensLine)) return null;
    // "E.K.P." in quotes: the last point is no part of the name.
    if (CLOSING_QUOTES.has(token.text)) return reading.tokens[i - 1]?.text === '.' ? i - 1 : i;
    if (token.kind === 'symbol' && !/^[-._$&+#@()]$/.test(token.text)) return null;
  }
  return null;
}

// "E.K.P": single capitals with points between them.
function endOfInitials(tokens: readonly Token[], first: number): number {
  let end = first;
  while (isInitial(tokens[end]) && tokens[end + 1]?.text === '.' && isInitial(tokens[end + 2])) end += 2;
  return end > first ? end + 1 : first;
}

function isInitial(token: Token | undefined): boolean {
  return token?.text.length === 1 && isCapitalised(token);
}

// A stretch without a blank that begins like a name: "Foo", "Pro-Ocean", "0ktapus", "LAPSUS$".
function isNameChunk(reading: Reading, start: number): boolean {
  const token = reading.tokens[start];
  if (token === undefined || token.kind === 'symbol') return false;
  if (isCapitalised(token)) return true;
  const parts = chunkEnd(reading.tokens, start) - start;
  if (parts < 2 || parts > 8) return false;
  const text = chunkText(reading, start);
  return /\p{L}/u.test(text) && /^[\p{L}\p{N}]+$/u.test(text) && /\d\p{L}{2}|\p{L}{2}\d/u.test(text);
}

function chunkEnd(tokens: readonly Token[], start: number): number {
  let end = start + 1;
  while (tokens[end]?.glued === true && isChunkPart(tokens, end)) end++;
  return end;
}

function chunkText({ text, tokens }: Reading, start: number): string {
  return text.slice(tokens[start]?.start, tokens[chunkEnd(tokens, start) - 1]?.end);
}

function chunkStart(tokens: readonly Token[], last: number): number {
  let start = last;
  while (start > 0 && tokens[start]?.glued === true && isChunkPart(tokens, start)) start--;
  return start;
}

function isChunkPart(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind !== 'symbol') return true;
  if (token.text === '$') return true;
  const next = tokens[i + 1];
  // "-linked", "-based": a hyphen before a small letter is no part of a name.
  return (
    /^[-+&]$/.test(token.text) && next?.glued === true && (isCapitalised(next) || next.kind === 'number')
  );
}

function plausible(reading: Reading, range: TokenRange): TokenRange | null {
  return range.end > range.first && isPlausibleName(reading, range) ? range : null;
}

function isPlausibleName(reading: Reading, range: TokenRange): boolean {
  const first = reading.tokens[range.first];
  if (first === undefined || isTechnical(reading, range)) return false;
  const isWhole = first.text.length > 1 && chunkEnd(reading.tokens, range.first) === range.first + 1;
  if (isWhole && NOT_NAMES.has(first.key)) return false;
  const start = first.start;
  const end = reading.tokens[range.end - 1]?.end ?? start;
  if (end - start < 3 || end - start > 60) return false;
  if (!/[\p{Lu}\p{N}]/u.test(first.text.charAt(0)) && !/\p{N}|\p{Lu}/u.test(chunkText(reading, range.first)))
    return false;
  if (isAllCaps(first) && range.end - range.first > 3) return false;
  if (!isKnownOtherwise(reading, range)) return true;
  rejectName(reading, range, 'threat-actor', 'known-otherwise');
  return false;
}

/**
 * True where the gazetteers know the words as a country, a place, a firm or a person, and where a name begins with that
 * of a firm or person: those are no new groups.
 */
export function isKnownOtherwise(reading: Reading, range: TokenRange): boolean {
  return matchesFrom(reading, range.first).some(({ end, value }) =>
    value.type === 'actor' ? value.actor.kind !== 'threat-actor' : end >= range.end,
  );
}

/** The catalogue's threat actor of exactly this name; null when there is none or the name is that of several. */
export function cataloguedAs(reading: Reading, range: TokenRange): CatalogueActor | null {
  const actors = new Set(
    matchesFrom(reading, range.first).flatMap(({ end, value }) =>
      end === range.end && value.type === 'actor' && value.actor.kind === 'threat-actor' ? [value.actor] : [],
    ),
  );
  const [actor] = actors;
  return actors.size === 1 ? (actor ?? null) : null;
}

// Matches are in order of their first token.
function matchesFrom(reading: Reading, first: number): Reading['matches'] {
  const { matches } = reading;
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.first ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (matches[end]?.first === first) end++;
  return matches.slice(low, end);
}
