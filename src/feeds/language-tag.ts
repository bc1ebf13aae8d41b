/** The shape of BCP 47 that feeds use: a language, perhaps a script or region. */
const TAG = /^[A-Za-z]{2,3}(?:[-_][\w-]{1,20})?$/;

/**
 * A language tag as a feed writes it, `en_GB` as `en-GB`.
 *
 * @param written - an element's text or an `xml:lang`; null where there is none
 * @returns null for what is no language tag
 */
export function languageTag(written: string | null): string | null {
  const tag = written?.trim() ?? '';
  return TAG.test(tag) ? tag.replaceAll('_', '-') : null;
}
