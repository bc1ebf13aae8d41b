export type TokenKind = 'word' | 'number' | 'symbol';

/**
 * How a word is written: `capital` with a capital letter at its head alone, `capitals` when it is all of them and longer
 * than one letter, `mixed` with one at its head and others inside, `small` with none at its head. `none` is no word.
 */
export type LetterCase = 'none' | 'small' | 'capital' | 'capitals' | 'mixed';

/** A stretch of letters, a figure, or one other character. Offsets are UTF-16 code units into the text. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly kind: TokenKind;
  readonly text: string;
  /** What the trie compares: lower case, without diacritics, one kind of apostrophe and dash. */
  readonly key: string;
  /** Told once: nearly every rule asks for it, of nearly every word. */
  readonly letterCase: LetterCase;
  /** True when nothing stands between this token and the one before. */
  readonly glued: boolean;
  /** True when a line break stands before it, and for the first token of the text. */
  readonly opensLine: boolean;
}

const DASHES = /[\u2010-\u2013\u2212]/;
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/;

/**
 * Lower-cases a word and takes its diacritics away, so that "Yōko" and "Yoko" compare equal.
 *
 * @param word - one token's text
 */
export function foldWord(word: string): string {
  const spelling = spellingOf(word);
  if (spelling === 'lower') return word;
  if (spelling === 'ascii') return word === '`' ? "'" : word.toLowerCase();
  const lower = word.toLowerCase();
  if (DASHES.test(lower)) return '-';
  if (APOSTROPHES.test(lower)) return "'";
  return lower
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ı', 'i')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l');
}

// Nearly every word is plain: told by one walk, several times faster than by regular expressions.
function spellingOf(word: string): 'lower' | 'ascii' | 'other' {
  let isLower = true;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 127) return 'other';
    if (code < 97 || code > 122) isLower = false;
  }
  return isLower ? 'lower' : 'ascii';
}

/**
 * Cuts a text into tokens, in order, in one pass: letters with their marks; figures with inner points and commas;
 * any other visible character alone. Letters and figures part ("APT28" is two tokens) so that "APT28", "APT 28"
 * and "APT-28" are one name.
 *
 * @param text - any string; lone surrogates become symbols of their own
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const words = new Map<string, Word>();
  let previousEnd = 0;
  let start = 0;
  while (start < text.length) {
    const kind = classOf(text, start);
    if (kind === 'blank') {
      start++;
      continue;
    }
    const end = tokenEnd(text, start, kind);
    const word = readWord(words, text.slice(start, end), kind);
    const glued = start === previousEnd && start > 0;
    tokens.push({
      start,
      end,
      kind,
      text: word.text,
      key: word.key,
      letterCase: word.letterCase,
      glued,
      opensLine: !glued && (tokens.length === 0 || hasLineBreak(text, previousEnd, start)),
    });
    previousEnd = end;
    start = end;
  }
  return tokens;
}

type Word = Pick<Token, 'text' | 'key' | 'letterCase'>;

// Texts repeat their words: each is looked at once, and long texts hold a tenth of the strings.
function readWord(known: Map<string, Word>, text: string, kind: TokenKind): Word {
  let word = known.get(text);
  if (word === undefined) {
    const key = kind === 'number' ? text : foldWord(text);
    word = { text, key, letterCase: kind === 'word' ? caseOf(text) : 'none' };
    known.set(text, word);
  }
  return word;
}

function tokenEnd(text: string, start: number, kind: TokenKind): number {
  if (kind === 'word') return wordEnd(text, start);
  return kind === 'number' ? numberEnd(text, start) : start + widthAt(text, start);
}

type CharClass = TokenKind | 'blank';

const ASCII_CLASSES: readonly CharClass[] = Array.from({ length: 128 }, (_, code) => {
  if (code <= 32 || code === 127) return 'blank';
  const char = String.fromCharCode(code);
  if (/[a-z]/i.test(char)) return 'word';
  return /\d/.test(char) ? 'number' : 'symbol';
});

function classOf(text: string, index: number): CharClass {
  const code = text.charCodeAt(index);
  if (code < 128) return ASCII_CLASSES[code] ?? 'blank';
  const char = String.fromCodePoint(text.codePointAt(index) ?? code);
  if (/\p{L}/u.test(char)) return 'word';
  return /[\s\p{Cf}\p{Mn}]/u.test(char) ? 'blank' : 'symbol';
}

function widthAt(text: string, index: number): number {
  return (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code < 128) {
      if (ASCII_CLASSES[code] !== 'word') break;
      end++;
      continue;
    }
    const isMark = end > start && /\p{M}/u.test(String.fromCodePoint(text.codePointAt(end) ?? code));
    if (!isMark && classOf(text, end) !== 'word') break;
    end += widthAt(text, end);
  }
  return end;
}

function numberEnd(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length) {
    const sign = text.charAt(end);
    const step = sign === '.' || sign === ',' ? 1 : 0;
    if (end + step >= text.length || classOf(text, end + step) !== 'number') break;
    end += step + 1;
  }
  return end;
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13 || code === 0x2028 || code === 0x2029) return true;
  }
  return false;
}

function caseOf(word: string): LetterCase {
  let capitals = 0;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    if (code > 127) return caseInAnyScript(word);
    if (code <= 90) capitals++;
    else if (i === 0) return 'small';
  }
  if (capitals < 2) return 'capital';
  return capitals === word.length ? 'capitals' : 'mixed';
}

function caseInAnyScript(word: string): LetterCase {
  if (!/^[\p{Lu}\p{Lt}]/u.test(word)) return 'small';
  if (word.length > 1 && word === word.toUpperCase()) return 'capitals';
  return /^.[^\p{Lu}]*\p{Lu}/u.test(word) ? 'mixed' : 'capital';
}

/** True for a word that begins with a capital letter (of any script that has them). */
export function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && token.letterCase !== 'small' && token.letterCase !== 'none';
}

/** True for a word of two or more letters, all capitals. */
export function isAllCaps(token: Token | undefined): boolean {
  return token?.letterCase === 'capitals';
}
