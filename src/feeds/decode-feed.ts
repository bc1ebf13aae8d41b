import iconv from 'iconv-lite';
import { detectCharset } from './detect-charset.js';

/** A body as text, and how it was read. */
export interface DecodedFeed {
  readonly text: string;
  /** The encoding used, in lower case, as iconv-lite names it. */
  readonly charset: string;
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

/** Where the XML declaration and the encoding in it are looked for, in bytes. */
const PROLOG_BYTES = 1_024;

/**
 * Decodes a body in the order that works on real feeds: a byte order mark or the zero bytes of UTF-16
 * and UTF-32; valid UTF-8 whatever the labels say; nearly valid UTF-8; the header's charset; the XML
 * declaration's; detection. Labels that say UTF-8 about bytes that are not are passed over.
 *
 * @param body - bytes after decompression
 * @param contentType - the `Content-Type` header, or null
 */
export function decodeFeed(body: Uint8Array, contentType: string | null): DecodedFeed {
  const wide = wideCharset(body);
  if (wide !== null) return decodeAs(body, wide);
  const lossy = new TextDecoder('utf-8').decode(body);
  if (isMostlyUtf8(lossy)) return { text: lossy, charset: 'utf-8' };
  const declared = labelled(declaredCharset(body));
  const header = labelled(/charset\s{0,5}=\s{0,5}["']?([\w.:-]{1,40})/i.exec(contentType ?? '')?.[1] ?? null);
  // Servers add latin1 to any text on their own account; a declaration was written by the feed's author.
  const trusted = header === 'windows-1252' ? (declared ?? header) : (header ?? declared);
  return decodeAs(body, trusted ?? detectCharset(body));
}

function decodeAs(body: Uint8Array, charset: string): DecodedFeed {
  return { text: iconv.decode(body, charset), charset };
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

/** Whether broken sequences are few beside whole ones. Pure ASCII is UTF-8. */
function isMostlyUtf8(decoded: string): boolean {
  if (!decoded.includes('\ufffd')) return true;
  let broken = 0;
  let whole = 0;
  for (const character of decoded) {
    if (character === '\ufffd') broken += 1;
    else if (character > '~') whole += 1;
  }
  return broken <= MAX_BROKEN_SHARE * whole;
}

function declaredCharset(body: Uint8Array): string | null {
  const prolog = iconv.decode(body.subarray(0, PROLOG_BYTES), 'latin1');
  return /<\?xml[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']\s{0,5}([\w.:-]{1,40})/i.exec(prolog)?.[1] ?? null;
}

/** The charset that a label stands for; null for UTF ones (the bytes are not) and unknown ones. */
function labelled(label: string | null): string | null {
  if (label === null) return null;
  const key = label.toLowerCase().replace(/[^a-z0-9]/g, '');
  if (/^(?:x?utf|unicode|ucs)/.test(key)) return null;
  const charset = WIDER_CHARSET.get(key) ?? label.toLowerCase();
  return iconv.encodingExists(charset) ? charset : null;
}
