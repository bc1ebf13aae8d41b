import { describe, expect, it } from 'vitest';

import { markTechnical } from '../../../src/tagging/technical-spans.js';
import { tokenise } from '../../../src/tagging/tokenise.js';

function technicalPart(text: string): string {
  const tokens = tokenise(text);
  const marks = markTechnical(tokens);
  return tokens
    .filter((_, i) => marks[i] === 1)
    .map((token) => token.text)
    .join('');
}

describe('markTechnical', () => {
  it.each([
    ['see https://a.example/china now', 'https://a.example/china'],
    ['mail ana@turkey.example today', 'ana@turkey.example'],
    ['run turkey.exe or C:\\china\\x', 'turkey.exe\\china\\x'],
    ['the [report](https://a.example/x) of Cisco', 'https://a.example/x)'],
    ['a file_name here', 'file_name'],
  ])('marks addresses and names of files: %s', (text, expected) => {
    expect(technicalPart(text)).toBe(expected);
  });

  it.each(['the U.S.-led and/or APT33/Elfin', 'It ended.The next began.', 'e.g. Cisco, 3.5 of 4.'])(
    'leaves prose alone: %s',
    (text) => {
      expect(technicalPart(text)).toBe('');
    },
  );
});
