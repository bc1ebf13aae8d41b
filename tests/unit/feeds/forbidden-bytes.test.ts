import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsForbiddenBytes } from '../../../src/feeds/forbidden-bytes.js';
import { replaceForbiddenCharacters } from '../../../src/feeds/repair-xml.js';

const isForbidden = (text: string) => replaceForbiddenCharacters(text) !== text;

describe('holdsForbiddenBytes', () => {
  it('agrees with the look at the text, wherever the bytes lie in memory', () => {
    const pieces = fc.constantFrom(
      ...['a', 'feed', ' ', '\n', '\t', '\r', 'é', 'ж', '漢', '😀', '\u00a0', '\ufffd', '\u0000', '\u0001'],
      ...['\u001f', '\u007f', '\u0080', '\u009f', '\ufffe', '\uffff', '\u00c2', '\uefbf', '\u2028'],
    );
    const offsets = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), offsets, (parts, offset) => {
        const text = parts.join('');
        const encoded = new TextEncoder().encode(text);
        const memory = new Uint8Array(encoded.length + offset + 8).fill(0x01);
        memory.set(encoded, offset);
        const bytes = memory.subarray(offset, offset + encoded.length);
        expect(holdsForbiddenBytes(bytes)).toBe(isForbidden(text));
      }),
    );
  });

  it('agrees for any bytes, broken sequences among them', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const isFound = holdsForbiddenBytes(bytes);
        // What it finds in a broken sequence may not be there in the text; what is in the text it must find.
        if (isForbidden(new TextDecoder().decode(bytes))) expect(isFound).toBe(true);
      }),
    );
  });
});
