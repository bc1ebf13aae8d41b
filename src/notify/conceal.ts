import { errorMessageOf, PermanentError, ThrottledError, TransientError } from '../errors.js';

const BLANK = '***';

/** Shorter parts of an address are words such as `hooks`, and no secrets. */
const SECRET_LENGTH = 8;

/**
 * Text about a channel without what is secret of it: receivers like to repeat the address that they were asked for,
 * and the address of a chat's webhook is all that is needed to write there.
 *
 * @param secrets - the address, the key of the signature, …
 */
export function conceal(text: string, secrets: readonly string[]): string {
  const pieces = secrets.flatMap(piecesOf).filter((piece) => piece !== '');
  // The longest first: what contains another one must go before it.
  return pieces
    .sort((a, b) => b.length - a.length)
    .reduce((left, piece) => left.replaceAll(piece, BLANK), text);
}

/** An address is shown as its host: path, query and user name may all be the secret. */
function piecesOf(secret: string): string[] {
  if (!URL.canParse(secret)) return [secret];
  const { pathname, search, username, password } = new URL(secret);
  const parts = [...pathname.split('/'), ...search.slice(1).split(/[&=]/), username];
  const longParts = parts.filter((part) => part.length >= SECRET_LENGTH);
  return [
    ...(pathname.length > 1 ? [pathname + search, pathname] : []),
    password,
    decodeSafely(password),
    ...longParts,
    ...longParts.map((part) => decodeSafely(part)),
  ];
}

function decodeSafely(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The same error with a message that may be stored and shown; its cause and context, which may tell more, are left out. */
export function concealError(error: unknown, secrets: readonly string[]): unknown {
  const message = conceal(errorMessageOf(error), secrets);
  if (error instanceof ThrottledError)
    return new ThrottledError(throttledCode(error), message, error.retryAfterMs);
  if (error instanceof PermanentError) return new PermanentError(error.code, message);
  if (error instanceof TransientError) return new TransientError(error.code, message);
  return error;
}

function throttledCode({ code }: ThrottledError): 'http_429' | 'http_503' | 'host_busy' {
  return code === 'http_503' || code === 'host_busy' ? code : 'http_429';
}
