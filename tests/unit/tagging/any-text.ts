import fc from 'fast-check';

// Pieces that the grammars react to, mixed with anything at all.
const PIECES = fc.constantFrom(
  ...[
    '$5 million',
    ' to ',
    '€3-5m',
    'U.S.',
    '-led ',
    "China's ",
    'North and South Korea',
    'Lazarus Group',
    ' (CISA) ',
  ],
  ...[
    'Ministry of ',
    'Bank of ',
    'Mr. ',
    'Ana Ruiz',
    ' said',
    '. ',
    ', ',
    '\n\n',
    'APT',
    '28',
    '\ud800',
    'İ',
    '\u0301',
  ],
  ...[
    'half a ',
    'billion ',
    'dollars',
    ' and ',
    'Jordan',
    'Play ransomware',
    '’',
    '日本',
    '(',
    ')',
    '-',
    '/',
    '.com',
  ],
  // Joined emoji, marks of direction, right-to-left scripts, control characters, line ends, digits of other scripts.
  ...['👩🏽‍🚀', '🇺🇸', '\u202e', '\u200f', 'إيران ', 'ישראל ', '\u0000', '\u0007', '\r\n', '\u2028', '\ufeff'],
  ...['５０', '٥ ', 'ﬁ', 'ẞ', '\udc00', '\u00a0', '\t', 'A'.repeat(500), '9'.repeat(400), '$'.repeat(50)],
);
const ANYTHING = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  // Any code units, surrogates out of place among them.
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);
/** Texts that the grammars have something to do with, and texts of anything at all. */
export const ANY_TEXT = fc
  .array(fc.oneof({ weight: 3, arbitrary: PIECES }, ANYTHING))
  .map((parts) => parts.join(''));
