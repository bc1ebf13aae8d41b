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
);
/** Texts that the grammars have something to do with, and texts of anything at all. */
export const ANY_TEXT = fc
  .array(fc.oneof({ weight: 3, arbitrary: PIECES }, fc.string({ unit: 'binary' })))
  .map((parts) => parts.join(''));
