/**
 * Subtags that mean the same to a reader of news, and old or longer spellings (BCP 47 registry, ISO 639-2): Norwegian
 * and Chinese by their common name.
 */
const PREFERRED_SUBTAG: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  nob: 'no',
  nno: 'no',
  nor: 'no',
  cmn: 'zh',
  yue: 'zh',
  zho: 'zh',
  chi: 'zh',
  cn: 'zh',
  iw: 'he',
  heb: 'he',
  in: 'id',
  ind: 'id',
  ji: 'yi',
  jw: 'jv',
  mo: 'ro',
  sh: 'sr',
  fil: 'tl',
  gsw: 'de',
  eng: 'en',
  deu: 'de',
  ger: 'de',
  fra: 'fr',
  fre: 'fr',
  spa: 'es',
  por: 'pt',
  ita: 'it',
  nld: 'nl',
  dut: 'nl',
  rus: 'ru',
  ukr: 'uk',
  pol: 'pl',
  ces: 'cs',
  cze: 'cs',
  slk: 'sk',
  slo: 'sk',
  hun: 'hu',
  ron: 'ro',
  rum: 'ro',
  bul: 'bg',
  ell: 'el',
  gre: 'el',
  tur: 'tr',
  swe: 'sv',
  dan: 'da',
  fin: 'fi',
  est: 'et',
  lav: 'lv',
  lit: 'lt',
  hrv: 'hr',
  srp: 'sr',
  slv: 'sl',
  jpn: 'ja',
  jp: 'ja',
  kor: 'ko',
  kr: 'ko',
  ara: 'ar',
  fas: 'fa',
  per: 'fa',
  hin: 'hi',
  ben: 'bn',
  vie: 'vi',
  tha: 'th',
  cat: 'ca',
  zul: 'zu',
  xho: 'xh',
  swa: 'sw',
  afr: 'af',
  cz: 'cs',
  dk: 'da',
  gr: 'el',
  ua: 'uk',
};
/** "Undetermined", "multiple", "no linguistic content" and "uncoded" (ISO 639-2). */
const NO_LANGUAGE = /^(?:und|mul|zxx|mis)$/;

/**
 * The primary language subtag of a tag as pages write it: "pt-BR", "en_US", "EN", "ger".
 *
 * @param tag - a BCP 47 tag, a locale or the like
 * @returns lower case, the two-letter one where there is one; null when it is no tag
 */
export function primarySubtag(tag: string): string | null {
  const subtag = /^\s*([a-z]{2,3})(?:[-_,;\s]|$)/i.exec(tag)?.[1]?.toLowerCase();
  if (subtag === undefined || NO_LANGUAGE.test(subtag)) return null;
  return PREFERRED_SUBTAG[subtag] ?? subtag;
}
