import iconv from 'iconv-lite';

/** Bytes beyond ASCII that are looked at: more decide nothing. */
const SAMPLE_BYTES = 8_000;
/** In a Latin script, letters beyond ASCII stand alone between others; elsewhere they come in words. */
const MIN_RUN = 2.5;
/** Of a right reading nearly all is letters as that script uses them. */
const MIN_FIT = 0.85;

/** Two-byte encodings, the strictest first, and what is common in texts of each. */
const WIDE: readonly (readonly [string, RegExp])[] = [
  ['euc-jp', /[\u3040-\u30ff]/g],
  ['shift_jis', /[\u3040-\u30ff]/g],
  ['euc-kr', /[\uac00-\ud7a3]/g],
  ['big5', /[\u4e00-\u9fff]/g],
  ['gbk', /[\u4e00-\u9fff]/g],
];
/** Words in Japanese texts are joined by kana; Korean is nearly all Hangul. */
const MIN_WIDE_SHARE: Readonly<Record<string, number>> = { 'euc-jp': 0.2, shift_jis: 0.2, 'euc-kr': 0.8 };
/** Very common Chinese characters, in both spellings: a wrong reading hits few of them. */
const COMMON_HAN =
  /[的一是在不了有和人这這中大为為上个個国國我以要他时時来來用们們生到作地于於出就分对對成会會可主发發年]/g;

/** One-byte encodings of scripts with words of their own letters: the usual (lower-case) letters, and the commonest. */
const NARROW: readonly (readonly [string, RegExp, RegExp])[] = [
  ['windows-1251', /[а-яёіїєґў]/g, /[оеаинтслрві]/g],
  ['koi8-r', /[а-яё]/g, /[оеаинтслрв]/g],
  ['ibm866', /[а-яё]/g, /[оеаинтслрв]/g],
  ['windows-1253', /[ά-ώ]/g, /[αοιετσνηυρςίόά]/g],
  ['windows-1255', /[א-ת]/g, /[יהולרתאמבנ]/g],
  ['windows-1256', /[ء-ي]/g, /[ايلمنوترب]/g],
  ['windows-874', /[ก-๎]/g, /[\u0e48\u0e49านรกอเงมลว]/g],
];

/** What the HTML Standard gives as the fallback of a locale (section 13.2.3.2, step 9), by the language of the page. */
const BY_LANGUAGE: readonly (readonly [RegExp, string])[] = [
  [/^(?:cs|hu|pl|sk|sl|hr|ro|bs|sq)\b/i, 'windows-1250'],
  [/^(?:tr|az|ku)\b/i, 'windows-1254'],
  [/^(?:et|lt|lv)\b/i, 'windows-1257'],
  [/^vi\b/i, 'windows-1258'],
];

/**
 * Guesses the encoding of a page that names none and is not UTF-8, as browsers do: by which reading looks like a text.
 *
 * @param bytes - the page
 * @returns the WHATWG name of an encoding; windows-1252 when nothing speaks for another
 */
export function guessEncoding(bytes: Uint8Array): string {
  const { words, meanRun } = sampleWords(bytes);
  if (meanRun < MIN_RUN) return byLanguage(bytes);
  return guessWide(words) ?? guessNarrow(words) ?? byLanguage(bytes);
}

/** The runs of bytes beyond ASCII, with a space between two: letters of words, and the rest of their characters. */
function sampleWords(bytes: Uint8Array): { words: Uint8Array; meanRun: number } {
  const sample: number[] = [];
  let high = 0;
  let runs = 0;
  let isInRun = false;
  for (const byte of bytes) {
    if (high >= SAMPLE_BYTES) break;
    // The second byte of a character may be ASCII; markup and space end every run.
    const belongs: boolean = byte >= 0x80 || (isInRun && byte >= 0x40 && (sample.at(-1) ?? 0) >= 0x81);
    if (belongs) {
      if (!isInRun) runs += 1;
      sample.push(byte);
      if (byte >= 0x80) high += 1;
    } else if (isInRun) sample.push(0x20);
    isInRun = belongs;
  }
  return { words: Uint8Array.from(sample), meanRun: high / Math.max(runs, 1) };
}

function guessWide(words: Uint8Array): string | null {
  let best: { name: string; score: number } | null = null;
  for (const [name, usual] of WIDE) {
    const text = iconv.decode(words, name).replace(/\s/g, '');
    const length = Math.max(text.length, 1);
    const invalid = (text.match(/[\ufffd\ue000-\uf8ff\uff61-\uff9f]/g)?.length ?? 0) / length;
    const share = (text.match(usual)?.length ?? 0) / length;
    if (invalid > 0.02 || share < (MIN_WIDE_SHARE[name] ?? 0.7)) continue;
    const score = name === 'big5' || name === 'gbk' ? (text.match(COMMON_HAN)?.length ?? 0) / length : 1;
    if (best === null || score > best.score) best = { name, score };
  }
  return best?.name ?? null;
}

function guessNarrow(words: Uint8Array): string | null {
  let best: { name: string; common: number } | null = null;
  for (const [name, usual, commonest] of NARROW) {
    const text = iconv.decode(words, name).replace(/[\s\p{P}]/gu, '');
    const length = Math.max(text.length, 1);
    if ((text.match(usual)?.length ?? 0) / length < MIN_FIT) continue;
    const common = (text.match(commonest)?.length ?? 0) / length;
    if (common > (best?.common ?? 0)) best = { name, common };
  }
  return best?.name ?? null;
}

function byLanguage(bytes: Uint8Array): string {
  const head = iconv.decode(bytes.subarray(0, 2_000), 'latin1');
  const lang = /<html[^>]{0,500}?\slang\s{0,9}=\s{0,9}["']?([a-z-]{2,20})/i.exec(head)?.[1] ?? '';
  return BY_LANGUAGE.find(([language]) => language.test(lang))?.[1] ?? 'windows-1252';
}
