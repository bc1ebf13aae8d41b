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
    ['with two initials', 'She read J. T. Marrowby again.', ['J. T. Marrowby']],
    ['with bare initials', 'Critics of PQ Robertson left.', ['PQ Robertson']],
    ['with an apostrophe', "Minister Fergal O'Bracken paid.", ["Fergal O'Bracken"]],
    ['with a hyphen', 'Judge Anne-Lise Vark agreed.', ['Anne-Lise Vark']],
    ['with an Arabic article', 'They held Hamid al-Qirwani there.', ['Hamid al-Qirwani']],
    ['with syllables', 'President Kim Tae-su left.', ['Kim Tae-su']],
    ['named by a plain word', 'The singer Zadie Ferry and Ms. Hill met.', ['Zadie Ferry', 'Hill']],
    ['with a plural title', 'Senators Zed Quillan and Abe Torv met.', ['Zed Quillan', 'Abe Torv']],
    ['by kin', 'His brother Tarvo Kuusk drove.', ['Tarvo Kuusk']],
    ['by a deed', 'Tarvo Kuusk was re-elected in May.', ['Tarvo Kuusk']],
    ['as doers', 'The choir led by Tarvo Kuusk sang.', ['Tarvo Kuusk']],
    ['by years', 'Tarvo Kuusk (1926-2011) lived here.', ['Tarvo Kuusk']],
    ['by a known family name', 'In May, Papadopoulos won the seat.', ['Papadopoulos']],
    ['by a pronoun', 'Zarvanka announced her plan.', ['Zarvanka']],
    ['as a speaker', '"It works," said Baker.', ['Baker']],
    ['as monarchs', 'The coin shows Louis XIV.', ['Louis XIV']],
    ['in headlines without the verb', 'Maria Oyelaran Buys Harbour Mill', ['Maria Oyelaran']],
    ['in lists', 'Maria Oyelaran, Zuv Kwet and John Doe sang.', ['Maria Oyelaran', 'Zuv Kwet', 'John Doe']],
  ])('are found %s', (_, text, expected) => {
    expect(persons(text)).toEqual(expected);
  });

  it('joins a later surname to the full name', () => {
    const text = "Analyst Maria Oyelaran found it. Oyelaran's team agreed, and Oyelaran left.";
    const later = 'Oyelaran→Maria Oyelaran';
    expect(persons(text)).toEqual(['Maria Oyelaran', later, later]);
  });

  it('joins a surname to the full name that stands nearest before', () => {
    const text = 'Maria Oyelaran met Mr. Kuusk. Ms. Oyelaran paid. Tom Oyelaran came. Mr. Oyelaran drove.';
    expect(persons(text)).toEqual([
      'Maria Oyelaran',
      'Kuusk',
      'Oyelaran→Maria Oyelaran',
      'Tom Oyelaran',
      'Oyelaran→Tom Oyelaran',
    ]);
  });

  it('takes the full name of the text before a better known one', () => {
    expect(persons('Theodora Biden wrote it. Biden left.')).toEqual([
      'Theodora Biden',
      'Biden→Theodora Biden',
    ]);
  });

  it.each([
    'Microsoft Word opened the Remote Desktop.',
    'The Ministry of Health sent Windows Updates.',
    'Lateral Movement Through Remote Services',
    'Mount Everest and Christmas Day',
    'They read at the Maria Oyelaran Library.',
    'JSLoader returned. MaaS Tools ran.',
    'The malware drops Purple Fox on the host.',
    'They saw the Rathaus Neustadt of old.',
    'Geo Focus: Ports',
    'The U.S. Transportation rules changed.',
  ])('are not in: %s', (text) => {
    expect(persons(text)).toEqual([]);
  });
});
