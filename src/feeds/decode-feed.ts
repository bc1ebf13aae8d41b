import iconv from 'iconv-lite';
import type { FeedNote } from '../model/feed.js';
import { noteBrokenBytes, noteConflict, noteGuess, type CharsetLabels } from './charset-notes.js';
import { detectCharset } from './detect-charset.js';
import { holdsForbiddenBytes } from './forbidden-bytes.js';
import { replaceForbiddenCharacters } from './repair-xml.js';

/** A body as text, and how it was read. */
export interface DecodedFeed {
  readonly text: string;
  /** The encoding used, in lower case, as iconv-lite names it. */
  readonly charset: string;
  /** Where the labels and the bytes were at odds. */
  readonly notes: readonly FeedNote[];
}

/**
 * Labels that mean more than they say. Browsers read them the same way
 * (https://encoding.spec.whatwg.org/#names-and-labels): the larger set holds the smaller.
 */
const WIDER_CHARSET: ReadonlyMap<string, string> = new Map([
  ['iso88591', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['ascii', 'windows-1252'],
  ['usascii', 'windows-1252'],
  ['iso88599', 'windows-1254'],
  ['iso885911', 'windows-874'],
  ['tis620', 'windows-874'],
  ['gb2312', 'gb18030'],
  ['gbk', 'gb18030'],
  ['xgbk', 'gb18030'],
  ['shiftjis', 'cp932'],
  ['sjis', 'cp932'],
  ['xsjis', 'cp932'],
  ['windows31j', 'cp932'],
  ['euckr', 'cp949'],
  ['ksc56011987', 'cp949'],
  ['big5', 'big5-hkscs'],
  ['xeucjp', 'euc-jp'],
  ['iso88598i', 'iso-8859-8'],
  ['xmaccyrillic', 'maccyrillic'],
  ['xmacroman', 'macintosh'],
  ['macintosh', 'macroman'],
  ['ibm866', 'cp866'],
]);

/** How much of a text may be broken UTF-8 before another encoding is looked for. */
const MAX_BROKEN_SHARE = 0.2;

/** Begins the escape sequences of ISO-2022. */
const ESCAPE = 0x1b;

/** Made once, for it keeps nothing from one text to the next. */
const UTF_8 = new TextDecoder('utf-8');

/** Where the XML declaration and the encoding in it are looked for, in bytes. */
const PROLOG_BYTES = 1_024;

/**
 * Decodes a body (see decodeBytes) and takes out, or mends, the characters that no XML and no text of ours may hold.
 *
 * @param body - bytes after decompression
 * @param contentType - the `Content-Type` header, or null
 */
export function decodeFeed(body: Uint8Array, contentType: string | null): DecodedFeed {
  const decoded = decodeBytes(body, contentType);
  const isClean = decoded.charset === 'utf-8' && !holdsForbiddenBytes(body);
  return isClean ? decoded : { ...decoded, text: replaceForbiddenCharacters(decoded.text) };
}

/**
 * Decodes a body in the order that works on real feeds: a byte order mark or the zero bytes of UTF-16
 * and UTF-32; ISO-2022-JP where a label names it, as its bytes look like ASCII; valid UTF-8 whatever the
 * labels say; nearly valid UTF-8; the header's charset; the XML declaration's; detection. Labels that say
 * UTF-8 about bytes that are not are passed over.
 */
function decodeBytes(body: Uint8Array, contentType: string | null): DecodedFeed {
  const header = /charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null;
  const wide = wideCharset(body);
  if (wide !== null) return decodeWide(body, wide, header);
  if (body.includes(ESCAPE) && isIso2022Jp(body, header)) {
    return { text: new TextDecoder('iso-2022-jp').decode(body), charset: 'iso-2022-jp', notes: [] };
  }
  const lossy = UTF_8.decode(body);
  const labels = { header, declared: declaredCharset(lossy.slice(0, PROLOG_BYTES)) };
  const broken = lossy.includes('\ufffd') ? countBroken(lossy) : NOT_BROKEN;
  if (broken.count <= MAX_BROKEN_SHARE * broken.whole) return asUtf8(body, lossy, labels);
  return decodeLegacy(body, labels);
}

/** Its texts begin with an escape sequence; iconv-lite does not know it. */
function isIso2022Jp(body: Uint8Array, header: string | null): boolean {
  const declared = declaredCharset(iconv.decode(body.subarray(0, PROLOG_BYTES), 'latin1'));
  return [header, declared].some((label) => /^iso-?2022-?jp/i.test(label ?? ''));
}

function decodeWide(body: Uint8Array, charset: string, header: string | null): DecodedFeed {
  const text = iconv.decode(body, charset);
  const labels = { header, declared: declaredCharset(text.slice(0, PROLOG_BYTES)) };
  const isDenied = [labels.header, labels.declared].some(
    (label) => label !== null && !/^(?:utf-?(?:16|32)|ucs|unicode|iso-10646)/i.test(label),
  );
  return { text, charset, notes: isDenied ? [noteConflict(labels, charset)] : [] };
}

function asUtf8(body: Uint8Array, text: string, labels: CharsetLabels): DecodedFeed {
  const charset = 'utf-8';
  if (hasBrokenBytes(body, text)) return { text, charset, notes: [noteBrokenBytes('UTF-8')] };
  const denials = [labels.header, labels.declared].filter((label) => label !== null && !isUtf8(label));
  // In ASCII the labels of old encodings make no difference.
  const isConflict =
    denials.some((label) => isUtf(label ?? '')) || (denials.length > 0 && /[^\0-\u007f]/.test(text));
  return { text, charset, notes: isConflict ? [noteConflict(labels, 'UTF-8')] : [] };
}

function decodeLegacy(body: Uint8Array, labels: CharsetLabels): DecodedFeed {
  const declared = labelled(labels.declared);
  const header = labelled(labels.header);
  // Servers add latin1 to any text on their own account; a declaration was written by the feed's author.
  const trusted = header === 'windows-1252' ? (declared ?? header) : (header ?? declared);
  const charset = trusted ?? detectCharset(body);
  const text = iconv.decode(body, charset);
  const notes = trusted === null ? [noteGuess(charset)] : [];
  const isDenied = [labels.header, labels.declared].some(
    (label) => label !== null && disagrees(label, charset, body, text),
  );
  return { text, charset, notes: isDenied ? [...notes, noteConflict(labels, charset)] : notes };
}

/** Whether a label, taken at its word, would give another text. */
function disagrees(label: string, charset: string, body: Uint8Array, text: string): boolean {
  const meant = labelled(label);
  if (meant === null) return isUtf(label);
  return meant !== charset && iconv.decode(body, meant) !== text;
}

/** UTF-16 and UTF-32 by their mark or by where their zero bytes stand. */
function wideCharset(body: Uint8Array): string | null {
  const [a, b, c, d] = body;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  // Every feed begins with `<`, `{` or white space, which are ASCII.
  const zeros = [a, b, c, d].map((byte) => (byte === 0 ? '0' : '1')).join('');
  const patterns: Readonly<Record<string, string>> = {
    '1010': 'utf-16le',
    '0101': 'utf-16be',
    '1000': 'utf-32le',
    '0001': 'utf-32be',
  };
  return body.length >= 4 ? (patterns[zeros] ?? null) : null;
}

const NOT_BROKEN = { count: 0, whole: 0 };

/** Broken sequences, and whole ones beyond ASCII. */
function countBroken(decoded: string): { count: number; whole: number } {
  let count = 0;
  let whole = 0;
  for (const character of decoded) {
    if (character === '\ufffd') count += 1;
    else if (character > '~') whole += 1;
  }
  return { count, whole };
}

/** Tells bytes that are no UTF-8 from replacement characters that came written as such. */
function hasBrokenBytes(body: Uint8Array, decoded: string): boolean {
  // A sequence that the end of the body cut off is no matter of encodings.
  const at = decoded.indexOf('\ufffd');
  if (at === -1 || at === decoded.length - 1) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return false;
  } catch {
    // That is the answer: the decoder throws at the first broken sequence.
    return true;
  }
}

function declaredCharset(prolog: string): string | null {
  return /<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']\s{0,5}([\w.:-]{1,40})/i.exec(prolog)?.[1] ?? null;
}

function isUtf8(label: string): boolean {
  return /^(?:x-?)?utf-?8/i.test(label);
}

function isUtf(label: string): boolean {
  return /^(?:x-?)?(?:utf|unicode|ucs)/i.test(label);
}

/** The charset that a label stands for; null for UTF ones (the bytes are not) and unknown ones. */
function labelled(label: string | null): string | null {
  if (label === null) return null;
  if (isUtf(label)) return null;
  const key = label.toLowerCase().replace(/[^a-z0-9]/g, '');
  const charset = WIDER_CHARSET.get(key) ?? label.toLowerCase();
  return iconv.encodingExists(charset) ? charset : null;
}
