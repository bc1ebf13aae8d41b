import type { Dispatcher } from 'undici';
import { PermanentError } from '../errors.js';

/** What becomes of a body over the limit: an error, or its first bytes. */
export type Overflow = 'fail' | 'cut';

/** How much of a body is wanted. */
export interface BodyLimit {
  readonly url: URL;
  readonly maxBytes: number;
  readonly overflow: Overflow;
}

/**
 * Reads a body as it comes over the wire, and no more than the limit: a declared length over it ends the
 * request at once, an undeclared one as soon as it is passed.
 *
 * @throws PermanentError `body_too_large`; whatever the stream throws
 */
export async function readBody(answer: Dispatcher.ResponseData, limit: BodyLimit): Promise<Uint8Array> {
  const { maxBytes, overflow } = limit;
  const declared = Number(answer.headers['content-length']);
  if (overflow === 'fail' && declared > maxBytes) {
    await answer.body.dump({ limit: 1 });
    throw bodyTooLarge(limit.url, maxBytes, `announces ${declared} bytes`);
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of answer.body as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.byteLength;
    if (size <= maxBytes) continue;
    // Leaving the loop destroys the stream, and with it the connection.
    if (overflow === 'cut') break;
    throw bodyTooLarge(limit.url, maxBytes, 'goes on');
  }
  return Buffer.concat(chunks, Math.min(size, maxBytes));
}

/** @param excess - what the server did, as in "news.example announces 20000000 bytes" */
export function bodyTooLarge(url: URL, maxBytes: number, excess: string): PermanentError {
  return new PermanentError(
    'body_too_large',
    `${url.host} ${excess} where ${maxBytes} is the limit: ${url.href}. If it is honest, raise the limit in the settings.`,
    {
      context: { url: url.href, maxBytes },
    },
  );
}
