/** How much of a body is looked at; the sniffing standard reads 1445 bytes (https://mimesniff.spec.whatwg.org/). */
const SNIFF_BYTES = 1_445;

/**
 * First bytes of what servers send in place of a page, as Latin-1: mimesniff.spec.whatwg.org section 6, and the formats'
 * own documents.
 */
const BINARY_STARTS: readonly string[] = [
  // documents and archives: PDF, PostScript, ZIP (and Office), gzip, RAR, 7z, old Office
  '%PDF-',
  '%!PS',
  'PK\x03\x04',
  'PK\x05\x06',
  '\x1f\x8b\x08',
  'Rar!',
  '7z\xbc\xaf',
  '\xd0\xcf\x11\xe0',
  // images: PNG, GIF, JPEG, TIFF, ICO
  '\x89PNG',
  'GIF87a',
  'GIF89a',
  '\xff\xd8\xff',
  'II*\0',
  'MM\0*',
  '\0\0\x01\0',
  // sound, film, fonts, programs
  'RIFF',
  'OggS',
  'ID3',
  '\xff\xfb',
  '\x1aE\xdf\xa3',
  'FLV\x01',
  'wOFF',
  'wOF2',
  '\0\x01\0\0',
  '\x7fELF',
  'MZ\x90',
];
/** MP4 and its kin say so after the length of the first box. */
const BOX_TYPE = 'ftyp';

const HTML_TYPE = /^\s*(?:text\/html|application\/xhtml\+xml|application\/vnd\.wap\.xhtml\+xml)\s*(?:;|$)/i;
/** Types that may hold a page that the server did not know to name. */
const VAGUE_TYPE =
  /^\s*(?:text\/plain|text\/xml|application\/xml|application\/octet-stream|unknown\/unknown|\*\/\*|application\/x-httpd-php|text\/?)\s*(?:;|$)/i;
const HTML_TAGS =
  /<(?:!doctype\s+html|html|head|body|title|meta|link|script|div|p|article|main|table|h1|a|br)[\s>/]/i;
const FEED_TAGS =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:rss|feed|rdf:RDF|sitemapindex|urlset)[\s>]/is;
const JSON_START = /^\s*(?:\{\s*["}]|\[\s*[[{"\]\d])/;

/**
 * Tells whether a body can be read as a web page. What the bytes say goes before what the server says.
 *
 * @param bytes - the body, or at least its first 1445 bytes
 * @param contentType - the Content-Type header, null when there was none
 * @returns false for PDF, images, archives, media, fonts, feeds, JSON and other binary or typed content
 */
export function looksLikeHtml(bytes: Uint8Array, contentType: string | null): boolean {
  if (bytes.length === 0) return false;
  const start = String.fromCharCode(...bytes.subarray(0, SNIFF_BYTES));
  if (BINARY_STARTS.some((magic) => start.startsWith(magic)) || start.startsWith(BOX_TYPE, 4)) return false;
  if (isBinary(bytes.subarray(0, SNIFF_BYTES))) return false;
  // Tags are ASCII: without its zeros UTF-16 reads like Latin-1.
  const text = start.replaceAll('\0', '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (FEED_TAGS.test(text) || (JSON_START.test(text) && !HTML_TAGS.test(text))) return false;
  const type = contentType ?? '';
  if (HTML_TYPE.test(type)) return true;
  return (type.trim() === '' || VAGUE_TYPE.test(type)) && HTML_TAGS.test(text);
}

/** Control bytes that no text holds (the standard's "binary data bytes"); zeros are judged by UTF-16's pattern. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  let zeros = 0;
  for (const byte of bytes) {
    if (byte === 0) zeros += 1;
    else if (byte < 0x20 && !TEXT_CONTROLS.has(byte)) controls += 1;
  }
  return (
    controls > bytes.length * MAX_CONTROL_SHARE || (zeros > 0 && zeros < bytes.length * MIN_UTF16_ZERO_SHARE)
  );
}

/** Tab, line feed, form feed, carriage return, escape (ISO-2022-JP). */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1b]);
/** Broken pages hold a few stray control bytes. */
const MAX_CONTROL_SHARE = 0.02;
/** In UTF-16 nearly every other byte of markup is zero. */
const MIN_UTF16_ZERO_SHARE = 0.3;
