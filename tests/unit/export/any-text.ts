import fc from 'fast-check';

/** Texts of any code points, control characters and lone surrogates among them. */
export const anyText = fc.string({ unit: fc.nat(0x10ffff).map((point) => String.fromCodePoint(point)) });
