import { describe, expect, it } from 'vitest';

import { actorsIn } from './tag-with.js';

const persons = (text: string): string[] => actorsIn(text, 'person');

describe('persons', () => {
  it.each([
    ['by title', 'Foreign Minister Yōko Kamikawa left early.', ['Yōko Kamikawa']],
    ['by honorific', 'Dr. Zxavier and Ms. Oyelaran wrote it.', ['Zxavier', 'Oyelaran']],
    ['by given name', 'The firm hired Maria Oyelaran in May.', ['Maria Oyelaran']],
    ['by reporting verb', '"We saw it," said Tarvo Kuusk.', ['Tarvo Kuusk']],
    ['by age', 'Police held Tarvo Kuusk, 41, on Monday.', ['Tarvo Kuusk']],
    ['by role after', 'Tarvo Kuusk, chief executive of the mill, resigned.', ['Tarvo Kuusk']],
    ['with initials', 'Sarah J. Whitfield joined.', ['Sarah J. Whitfield']],
    ['with particles', 'Minister Joost van der Velden spoke.', ['Joost van der Velden']],
    ['named family first', 'Investigators met Wang Yufei there.', ['Wang Yufei']],
    ['well known', 'Aides of Putin denied it.', ['Putin→Vladimir Putin']],
  ])('are found %s', (_, text, expected) => {
    expect(persons(text)).toEqual(expected);
  });

  it('joins a later surname to the full name', () => {
    const text = "Analyst Maria Oyelaran found it. Oyelaran's team agreed, and Oyelaran left.";
    const later = 'Oyelaran→Maria Oyelaran';
    expect(persons(text)).toEqual(['Maria Oyelaran', later, later]);
  });

  it.each([
    'Microsoft Word opened the Remote Desktop.',
    'The Ministry of Health sent Windows Updates.',
    'Lateral Movement Through Remote Services',
    'Mount Everest and Christmas Day',
  ])('are not in: %s', (text) => {
    expect(persons(text)).toEqual([]);
  });
});
