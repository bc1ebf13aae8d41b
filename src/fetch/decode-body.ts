import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { PermanentError, TransientError } from '../errors.js';
import { decompressZstd } from './decompress-zstd.js';
import { bodyTooLarge } from './read-body.js';

/** What is sent as `Accept-Encoding`. */
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd';

/** Two are seen in the wild (a proxy compressing again); every further layer is an attack. */
const MAX_LAYERS = 3;

/** Encodings that exist, that we did not ask for and cannot read. Other unknown words mean nothing. */
const UNREADABLE_CODINGS: ReadonlySet<string> = new Set(['compress', 'x-compress', 'dcb', 'dcz']);

/** An error page that is longer says nothing that would be looked for. */
const MAX_BEGINNING_BYTES = 1024 * 1024;

type Decompress = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const decompressGzip: Decompress = promisify(gunzip);
const decompressZlib: Decompress = promisify(inflate);
const decompressRaw: Decompress = promisify(inflateRaw);
const decompressBrotli: Decompress = promisify(brotliDecompress);

/** A body as it came. */
export interface WireBody {
  readonly url: URL;
  readonly bytes: Uint8Array;
  /** The `Content-Encoding` header, undefined when there is none. */
  readonly contentEncoding: string | undefined;
}

/**
 * Undoes `Content-Encoding` (RFC 9110, section 8.4), and unpacks a gzip file such as `feed.xml.gz` that has
 * no such header. Plain text that is wrongly labelled as compressed passes as it is. Stops at the limit, so
 * that a small bomb cannot fill the memory.
 *
 * @param maxBytes - of the result; 1 or more
 * @throws PermanentError `body_too_large` or `bad_input` (an encoding nobody asked for); TransientError
 *   `truncated` for a stream that breaks off or is damaged
 */
export async function decodeBody(body: WireBody, maxBytes: number): Promise<Uint8Array> {
  let { bytes } = body;
  if (bytes.byteLength === 0) return bytes;
  for (const coding of listCodings(body)) bytes = await undoCoding(coding, bytes, body.url, maxBytes);
  return isGzip(bytes) ? undoCoding('gzip', bytes, body.url, maxBytes) : bytes;
}

/**
 * As much of {@link decodeBody} as works: for error pages, which may be cut, broken or missing.
 *
 * @returns the body, empty where it cannot be decoded
 */
export async function decodeBeginning(body: WireBody): Promise<Uint8Array> {
  try {
    return await decodeBody(body, MAX_BEGINNING_BYTES);
  } catch {
    // Whatever it was, the status that it came with says what matters.
    return new Uint8Array();
  }
}

/** The codings in the order of undoing: the last applied comes first. */
function listCodings({ contentEncoding, url }: WireBody): string[] {
  const codings = (contentEncoding ?? '').split(',', MAX_LAYERS + 1).map((word) => word.trim().toLowerCase());
  const unreadable = codings.find((coding) => UNREADABLE_CODINGS.has(coding));
  if (unreadable !== undefined || codings.length > MAX_LAYERS) {
    const what = unreadable ?? 'many layers of compression';
    throw new PermanentError(
      'bad_input',
      `${url.host} sent ${what} though only ${ACCEPT_ENCODING} were offered: ${url.href}`,
      { context: { url: url.href } },
    );
  }
  return codings.reverse();
}

async function undoCoding(
  coding: string,
  bytes: Uint8Array,
  url: URL,
  maxBytes: number,
): Promise<Uint8Array> {
  const decompress = findDecompressor(coding, bytes);
  if (decompress === null) return bytes;
  try {
    return await decompress(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE') throw bodyTooLarge(url, maxBytes, 'sends more when unpacked');
    if (startsLikeText(bytes)) return bytes;
    throw new TransientError(
      'truncated',
      `${url.host} sent a broken ${coding} stream (${code}): ${url.href}`,
      {
        context: { url: url.href, systemCode: code },
        cause: error,
      },
    );
  }
}

/** Null when the bytes are not compressed, whatever the label says. */
function findDecompressor(coding: string, bytes: Uint8Array): Decompress | null {
  switch (coding) {
    case 'gzip':
    case 'x-gzip':
      return isGzip(bytes) ? decompressGzip : null;
    case 'deflate':
      // Servers send both forms under this name: https://zlib.net/zlib_faq.html#faq39
      return isZlib(bytes) ? decompressZlib : decompressRaw;
    case 'br':
      return decompressBrotli;
    case 'zstd':
      return decompressZstd;
    default:
      return null;
  }
}

/** RFC 1952, section 2.3.1: two magic bytes, and deflate as the only method. */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 0x08;
}

/** RFC 1950, section 2.2: method 8, and a header that is a multiple of 31. */
function isZlib(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0;
}

/** Markup or JSON, after a byte order mark or white space. */
function startsLikeText(bytes: Uint8Array): boolean {
  return /^(?:\u{feff})?\s*[<{[]/u.test(
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 64)),
  );
}
