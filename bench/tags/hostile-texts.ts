/** What hostile texts are made of: each piece stands so often that a rule which looks too far would take long. */
export const HOSTILE_PIECES: Readonly<Record<string, string>> = {
  'capitals without a blank': 'A',
  'words of capitals': 'ABC ',
  'capitalised words': 'Alpha ',
  'capitalised words with links': 'Alpha of Beta and ',
  'mixed letters': 'aB',
  digits: '1',
  'groups of digits': '100 000 ',
  'digits and commas': '1,234,',
  'digits and letters': '1a',
  'numbers written out': 'two hundred and ',
  fractions: 'three-quarters of a ',
  'bare symbols': '$ ',
  'symbols without a blank': '$',
  sums: '$5 ',
  conversions: '$5 (£4), ',
  'ranges of sums': '$3-5 to ',
  pounds: '5 pounds ',
  'pesos among countries': 'Mexico 5 pesos ',
  dots: '.',
  'dots and letters': 'a.',
  initials: 'A. ',
  'opening brackets': '(',
  'brackets around acronyms': '(ABC) ',
  'a body and its acronym': 'Alpha Authority (AA) ',
  hyphens: '-',
  'words with hyphens': 'Al-',
  'halves of adjectives': 'Sino-Russian ',
  quotes: '"',
  'curly quotes': '“A” ',
  apostrophes: "'",
  underscores: 'a_',
  slashes: '/a',
  'addresses without an end': 'http://a',
  'of the of the': 'of the ',
  'bodies of bodies': 'Ministry of the ',
  articles: 'a ',
  particles: 'van der ',
  'given names': 'Maria ',
  'names in a list': 'Ann Roe, ',
  'titles without a name': 'President ',
  'reporting verbs': 'said Alpha ',
  'countries that have namesakes': 'Georgia, ',
  states: 'Lebanon, Tenn. ',
  'cities and countries': 'Paris, France; ',
  enumerations: 'North and South ',
  designators: 'APT-',
  'numbered groups': 'APT1 ',
  'groups by family': 'Velvet Tempest ',
  gangs: 'ransomware gang Alpha ',
  'other names': 'Alpha, also known as ',
  'names that need context': 'Play ransomware ',
  newlines: '\n',
  'lines of one word': 'Alpha\n',
  'marks without a letter': '\u0301',
  'letters with marks': 'e\u0301',
  'lone surrogates': '\ud800',
  'Chinese without a blank': '日',
  'Turkish capitals': 'İ',
};

/**
 * A text of one piece, again and again.
 *
 * @param piece - a key of {@link HOSTILE_PIECES}
 * @param characters - its length, in UTF-16 code units
 */
export function writeHostileText(piece: string, characters: number): string {
  const text = HOSTILE_PIECES[piece] ?? '';
  return text.repeat(Math.ceil(characters / text.length)).slice(0, characters);
}
