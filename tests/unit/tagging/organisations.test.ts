import { describe, expect, it } from 'vitest';

import { actorsIn } from './tag-with.js';

const organisations = (text: string): string[] => actorsIn(text, 'organisation');

describe('organisations', () => {
  it.each([
    ['well known', 'ASEAN, NATO and the EU met.', ['ASEAN', 'NATO', 'EU→European Union']],
    [
      'with a legal form',
      'Bluewater Dynamics Inc. and Osprey Freight Ltd',
      ['Bluewater Dynamics Inc.', 'Osprey Freight Ltd'],
    ],
    [
      'ministries',
      'The Ministry of Fisheries, Forests and Trade paid.',
      ['Ministry of Fisheries, Forests and Trade'],
    ],
    ['universities', 'A team of the University of Tromsø wrote it.', ['University of Tromsø']],
    ['parties', 'The Free Harbour Party won.', ['Free Harbour Party']],
    ['named by their trade', 'Security firm Gristle found it.', ['Gristle']],
    ['governments', 'The Chilean government paid.', ['Chilean government']],
  ])('are found: %s', (_, text, expected) => {
    expect(organisations(text)).toEqual(expected);
  });

  it('joins an acronym to the name that the text explains it by', () => {
    const text = 'The Coastal Ferry Authority (CFA) paid. The CFA said so.';
    const short = 'CFA→Coastal Ferry Authority';
    expect(organisations(text)).toEqual(['Coastal Ferry Authority', short, short]);
  });

  it.each([
    'The URL loads a DLL over HTTP.',
    'Government agencies were hit.',
    'They met at the open house on Monday.',
  ])('are not in: %s', (text) => {
    expect(organisations(text)).toEqual([]);
  });
});
