import { measureZstd } from './measure-zstd.js';

/** Codes as Node's zlib gives them for the other encodings. */
export type ZstdFailureCode = 'ERR_BUFFER_TOO_LARGE' | 'ERR_ZSTD_BROKEN';

/**
 * Decompresses a zstd stream (RFC 8878). Node 20 cannot, so the reference decoder, compiled to WebAssembly, does. Its
 * streaming half keeps its memory when it is left in the middle, so the stream is measured first and decoded in
 * one go into a buffer of the size that it may need, at most the limit: nothing is left behind.
 *
 * @throws Error with a {@link ZstdFailureCode}, like Node's `zlib`
 */
export async function decompressZstd(
  bytes: Uint8Array,
  { maxOutputLength }: { readonly maxOutputLength: number },
): Promise<Uint8Array> {
  const measure = measureZstd(bytes);
  if (measure.kind === 'excessive') throw failure('ERR_BUFFER_TOO_LARGE');
  if (measure.kind === 'broken') throw failure('ERR_ZSTD_BROKEN');
  if (measure.maxBytes === 0) return new Uint8Array();
  const decoder = await openDecoder();
  const text = decoder.decode(bytes, Math.min(measure.maxBytes, maxOutputLength));
  if (text.byteLength > 0) return text;
  // Nothing came out: the decoder's way to say that the buffer was too small, or the data damaged.
  throw failure(measure.maxBytes > maxOutputLength ? 'ERR_BUFFER_TOO_LARGE' : 'ERR_ZSTD_BROKEN');
}

interface ZstdDecoder {
  decode(bytes: Uint8Array, capacity: number): Uint8Array;
}

/** Loaded when the first server sends zstd; the package compiles its module once. */
async function openDecoder(): Promise<ZstdDecoder> {
  const { ZSTDDecoder } = await import('zstddec');
  const decoder = new ZSTDDecoder();
  await decoder.init();
  return decoder;
}

function failure(code: ZstdFailureCode): Error {
  return Object.assign(new Error(code), { code });
}
