import { describe, expect, it } from 'vitest';
import { choosePalette } from '../../../src/cli/palette.js';

describe('choosePalette', () => {
  it('colours on a terminal that wants colours', () => {
    const { good } = choosePalette({ isTTY: true, hasColors: () => true });
    expect(good('yes')).toBe('\u001b[32myes\u001b[39m');
  });

  it.each([{}, { isTTY: false }, { isTTY: true, hasColors: () => false }])(
    'keeps text plain on %j',
    (output) => {
      const { strong, good, bad, faint } = choosePalette(output);
      expect([strong('a'), good('b'), bad('c'), faint('d')]).toEqual(['a', 'b', 'c', 'd']);
    },
  );
});
