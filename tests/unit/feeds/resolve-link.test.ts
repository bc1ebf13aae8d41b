import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveLink } from '../../../src/feeds/resolve-link.js';

function standardHref(link: string): string {
  try {
    return new URL(link).href;
  } catch {
    return '';
  }
}

describe('resolveLink', () => {
  it('returns every address as the URL standard writes it', () => {
    const pieces = fc.constantFrom(
      ...[
        'http://',
        'https://',
        'news',
        '.example',
        '.',
        '-',
        '/',
        '//',
        '..',
        '/.',
        '?',
        '#',
        ':',
        ':80',
        '@',
        '%2e',
      ],
      ...[
        'xn--',
        '0x7f',
        '127',
        'A',
        'é',
        "'",
        '"',
        '|',
        '\\',
        ' ',
        '&',
        '=',
        '+',
        '[',
        '^',
        '~',
        '!',
        '*',
        '(',
        '{',
      ],
    );
    fc.assert(
      fc.property(
        fc.constantFrom('https://a.example/', 'http://b', ''),
        fc.array(pieces, { maxLength: 8 }),
        (start, parts) => {
          const link = start + parts.join('');
          const href = standardHref(link);
          expect(resolveLink(link, null)).toBe(/^https?:/.test(href) ? href : null);
        },
      ),
      { numRuns: 5_000 },
    );
  });

  it.each(['a', 'a.', 'a-', 'a/', '/a', '?', '/.'])('stays linear on addresses of many %s', (piece) => {
    const long = piece.repeat(2_500);
    for (const link of [`https://${long}|`, `https://a.example/${long}|`]) {
      expect(resolveLink(link, null)).toBe(standardHref(link) || null);
    }
  });
});
