import iconv from 'iconv-lite';
import { encodingOfLabel } from './encoding-of-label.js';
import { guessEncoding } from './guess-encoding.js';
import { prescanCharset } from './prescan-charset.js';

/** Markup as text, and the WHATWG name of the encoding it was in. */
export interface DecodedHtml {
  readonly html: string;
  readonly encoding: string;
}

/** Browsers look for `<meta charset>` in 1024 bytes; long comments and scripts push it further down on real pages. */
const PRESCAN_BYTES = 8_192;
/** Bytes looked at for the zeros of unmarked UTF-16. */
const UTF16_SAMPLE_BYTES = 256;

/**
 * Decodes a page. Order of trust: byte order mark; the zeros of unmarked UTF-16; bytes beyond ASCII that are valid UTF-8
 * (by chance that happens next to never, and servers misdeclare it often); the charset of the Content-Type; `<meta>` or
 * the XML declaration; else UTF-8 when valid, and what the text looks like when not (see `guessEncoding`). Labels mean what the WHATWG Encoding Standard says
 * ("latin1" is windows-1252). Zeros are removed: Postgres refuses them.
 *
 * @param bytes - the body after decompression
 * @param contentType - the Content-Type header, null when there was none
 * @returns text for any input; never throws
 */
export function decodeHtml(bytes: Uint8Array, contentType: string | null): DecodedHtml {
  const encoding = chooseEncoding(bytes, contentType);
  return { html: decodeAs(bytes, encoding).replaceAll('\0', ''), encoding };
}

function chooseEncoding(bytes: Uint8Array, contentType: string | null): string {
  const marked = byteOrderMark(bytes) ?? unmarkedUtf16(bytes);
  if (marked !== null) return marked;
  const utf8 = judgeUtf8(bytes);
  if (utf8 === 'certain') return 'utf-8';
  return (
    charsetOfType(contentType) ??
    charsetOfMarkup(bytes) ??
    (utf8 === 'ascii' ? 'utf-8' : guessEncoding(bytes))
  );
}

function byteOrderMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return null;
}

/** Markup in UTF-16 has a zero in every other byte, for its tags are ASCII. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, UTF16_SAMPLE_BYTES);
  if (sample.length < 4) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  sample.forEach((byte, index) => {
    if (byte !== 0) return;
    if (index % 2 === 0) evenZeros += 1;
    else oddZeros += 1;
  });
  const most = (sample.length / 2) * 0.7;
  if (oddZeros > most && evenZeros === 0) return 'utf-16le';
  return evenZeros > most && oddZeros === 0 ? 'utf-16be' : null;
}

/** `certain` when there are characters beyond ASCII and all are valid; a sequence that the end cuts short is no fault. */
function judgeUtf8(bytes: Uint8Array): 'certain' | 'ascii' | 'invalid' {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    if (/[\u0080-\uffff]/.test(text)) return 'certain';
    return text.length === bytes.length ? 'ascii' : 'invalid';
  } catch {
    return 'invalid';
  }
}

function charsetOfType(contentType: string | null): string | null {
  const label = /charset\s*=\s*["']?([\w:.-]{1,40})/i.exec((contentType ?? '').slice(0, 500))?.[1];
  const encoding = label === undefined ? null : encodingOfLabel(label);
  // UTF-16 was recognised by its zeros, or it is not UTF-16.
  return encoding?.startsWith('utf-16') === true ? null : encoding;
}

function charsetOfMarkup(bytes: Uint8Array): string | null {
  const label = prescanCharset(iconv.decode(bytes.subarray(0, PRESCAN_BYTES), 'latin1'));
  const encoding = label === null ? null : encodingOfLabel(label);
  // Markup that could be read so far is not UTF-16, says the standard.
  return encoding?.startsWith('utf-16') === true ? 'utf-8' : encoding;
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  // iconv-lite lacks the stateful ISO-2022-JP; on Node 20 TextDecoder reads windows-1252 as Latin-1.
  if (encoding === 'iso-2022-jp') return new TextDecoder(encoding).decode(bytes);
  return iconv.decode(bytes, ICONV_NAME[encoding] ?? encoding);
}

/** Where iconv-lite's name for a WHATWG encoding differs. */
const ICONV_NAME: Readonly<Record<string, string>> = {
  big5: 'big5-hkscs',
  'iso-8859-8-i': 'iso-8859-8',
  'x-mac-cyrillic': 'maccyrillic',
};
