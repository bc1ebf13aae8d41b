import { createHmac, timingSafeEqual } from 'node:crypto';

/** The recognised algorithms (section 7.1.1), by how many hexadecimal digits their signatures have. */
const DIGITS: ReadonlyMap<string, number> = new Map([
  ['sha1', 40],
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** The `X-Hub-Signature` header: `method=hexadecimal digits`. */
const HEADER = /^(sha\d{1,3})=([0-9a-f]{40,128})$/i;

/**
 * Whether news come from the hub: the HMAC of the body with our secret, by the method that the hub states
 * (https://www.w3.org/TR/websub/#signature-validation). Takes the same time wherever two signatures differ.
 *
 * @param header - the `X-Hub-Signature` header, null when there is none
 */
export function checkSignature(header: string | null, body: Uint8Array, secret: string): boolean {
  const [, method = '', digits = ''] = HEADER.exec(header?.trim() ?? '') ?? [];
  const algorithm = method.toLowerCase();
  if (DIGITS.get(algorithm) !== digits.length) return false;
  const expected = createHmac(algorithm, secret).update(body).digest();
  return timingSafeEqual(expected, Buffer.from(digits, 'hex'));
}
