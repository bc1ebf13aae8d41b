import iconv from 'iconv-lite';

/** Labels of the standard that the runtime's own table may lack. */
const OTHER_LABELS: Readonly<Record<string, string>> = {
  'x-user-defined': 'windows-1252',
  'iso-8859-8-i': 'iso-8859-8-i',
  logical: 'iso-8859-8-i',
  'x-mac-cyrillic': 'x-mac-cyrillic',
  'x-mac-ukrainian': 'x-mac-cyrillic',
};

/**
 * The encoding that a label stands for, as the WHATWG Encoding Standard maps them (https://encoding.spec.whatwg.org/#names-and-labels):
 * "iso-8859-1" and "ascii" are windows-1252, "gb2312" is gbk, "ks_c_5601-1987" is euc-kr.
 *
 * @param label - as a server or a page writes it
 * @returns the standard's lower-case name; null for labels that it or our decoder does not know
 */
export function encodingOfLabel(label: string): string | null {
  const wanted = label.trim().toLowerCase();
  const encoding = OTHER_LABELS[wanted] ?? standardName(wanted);
  if (encoding === null) return null;
  const isDecodable =
    encoding === 'iso-2022-jp' || encoding in OTHER_LABELS || iconv.encodingExists(encoding);
  return isDecodable ? encoding : null;
}

/** TextDecoder knows the standard's labels; it is asked for the name only. */
function standardName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}
