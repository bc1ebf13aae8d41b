import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinCategory, splitCategory } from '../../../src/feeds/category-path.js';

const name = fc
  .oneof(fc.string(), fc.stringMatching(/^[\\/ab]{1,8}$/))
  .map((text) => text.trim())
  .filter((text) => text !== '');

it('keeps any names, slashes and backslashes included', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 4 }), (names) => {
      const category = joinCategory(names);
      expect(splitCategory(category)).toEqual(names);
      expect(joinCategory(splitCategory(category))).toBe(category);
    }),
  );
});

it.each([
  ['Asia/Ports & Rail', ['Asia', 'Ports & Rail']],
  ['AC\\/DC', ['AC/DC']],
  ['C:\\news', ['C:\\news']],
  ['a\\\\/b', ['a\\', 'b']],
  [' /a// b /', ['a', 'b']],
  ['', []],
])('reads %s', (category, names) => {
  expect(splitCategory(category)).toEqual(names);
});
