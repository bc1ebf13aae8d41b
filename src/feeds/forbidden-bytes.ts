/** All control characters of ASCII but tab, line feed and carriage return. */
const CONTROLS = Array.from({ length: 0x20 }, (_, byte) => byte).filter(
  (byte) => byte !== 0x09 && byte !== 0x0a && byte !== 0x0d,
);

/**
 * Whether UTF-8 may hold characters that XML forbids or that are control characters: those that
 * replaceForbiddenCharacters would replace in the text. It looks for one byte after another, and is still several times
 * as quick as a regular expression on the text: the C library looks at 16 bytes or more at a time.
 *
 * @param body - UTF-8; broken sequences become U+FFFD, which is allowed
 */
export function holdsForbiddenBytes(body: Uint8Array): boolean {
  // A view. Only a Buffer searches that quickly.
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  return (
    CONTROLS.some((control) => bytes.includes(control)) ||
    // U+0080 to U+009F.
    holdsSequence(bytes, 0xc2, (at) => isBetween(bytes[at + 1], 0x80, 0x9f)) ||
    // U+FFFE and U+FFFF.
    holdsSequence(bytes, 0xef, (at) => bytes[at + 1] === 0xbf && isBetween(bytes[at + 2], 0xbe, 0xbf))
  );
}

function holdsSequence(bytes: Buffer, first: number, isForbidden: (at: number) => boolean): boolean {
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (isForbidden(at)) return true;
  }
  return false;
}

function isBetween(byte: number | undefined, least: number, most: number): boolean {
  return byte !== undefined && byte >= least && byte <= most;
}
