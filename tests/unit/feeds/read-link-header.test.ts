import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLinkHeader } from '../../../src/feeds/read-link-header.js';

describe('readLinkHeader', () => {
  it.each([
    ['<https://hub.example/>; rel="hub"', [['https://hub.example/', 'hub']]],
    ['<a>;rel=hub,<b>; rel=self', [['a', 'hub'], ['b', 'self']]], // prettier-ignore
    ['<a>; rel="hub self"', [['a', 'hub self']]],
    ['<a> ;  REL = "HUB" ', [['a', 'hub']]],
    [', , <a>; rel=hub ,, <b>; rel=self', [['a', 'hub'], ['b', 'self']]], // prettier-ignore
    ['<a,b;c>; rel=hub', [['a,b;c', 'hub']]],
    ['<a>; title="x, <y>; rel=self \\" z"; rel=hub', [['a', 'hub']]],
    ['<a>; rel=hub; rel=self', [['a', 'hub']]],
    ['<a>; async; rel=hub', [['a', 'hub']]],
    ['<a>', [['a', '']]],
    ['< a >; rel=hub', [['a', 'hub']]],
    ['<>; rel=self', [['', 'self']]],
  ])('reads %s', (header, expected) => {
    const links = readLinkHeader(header).map(({ target, relations }) => [target, relations.join(' ')]);
    expect(links).toEqual(expected);
  });

  it('leaves out links of another context', () => {
    expect(readLinkHeader('<a>; rel=hub; anchor="/other", <b>; rel=self')).toEqual([
      { target: 'b', relations: ['self'], type: null, title: null },
    ]);
  });

  it.each(['', ' ', 'https://hub.example/', '<a', ';rel=hub', 'rel=hub <a>'])(
    'finds nothing in %j',
    (header) => {
      expect(readLinkHeader(header)).toEqual([]);
    },
  );

  it('keeps what it read before the grammar breaks', () => {
    expect(readLinkHeader('<a>; rel=hub; title="open, <b>; rel=self')).toMatchObject([{ target: 'a' }]);
  });

  it('takes any text', () => {
    const pieces = fc.constantFrom('<', '>', ';', ',', '"', '\\', '=', ' ', 'rel', 'hub', 'a', 'é');
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        for (const { target } of readLinkHeader(parts.join(''))) expect(target).not.toContain('>');
      }),
    );
  });

  // Quadratic work on these would take minutes.
  it.each(['<a>;', '<a>; x="', '; ', '<', ',', ' ', '<a>; x=y', '\\"'])('reads a long run of %j', (piece) => {
    expect(readLinkHeader(piece.repeat(200_000)).length).toBeLessThanOrEqual(100);
  });
});
