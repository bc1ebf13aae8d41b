import iconv from 'iconv-lite';

/** The encodings that the outlets serve. */
export type Charset = 'utf-8' | 'iso-8859-1' | 'windows-1252' | 'utf-16';

/** True when every character of the text exists in the charset. */
export function isWritableIn(charset: Charset, text: string): boolean {
  const isAscii = /^[ -~]*$/.test(text);
  if (isAscii || charset === 'utf-8' || charset === 'utf-16') return true;
  return iconv.decode(iconv.encode(text, charset), charset) === text;
}

/** The text's bytes. UTF-16 is little-endian with a byte order mark, the others have none. */
export function encodeText(charset: Charset, text: string): Buffer {
  switch (charset) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16':
      return iconv.encode(text, 'utf-16le', { addBOM: true });
    case 'iso-8859-1':
    case 'windows-1252':
      return iconv.encode(text, charset);
  }
}
