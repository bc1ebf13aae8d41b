import { describe, expect, it } from 'vitest';

import { countriesIn, placesIn, tagText } from './tag-with.js';

describe('places', () => {
  it.each([
    ['Officials in New Delhi met envoys from Kyiv.', ['New Delhi→IN', 'Kyiv→UA']],
    ['The Kremlin and Downing Street said nothing.', ['Kremlin→RU', 'Downing Street→GB']],
    ['Crimea and Scotland', ['Crimea→UA', 'Scotland→GB']],
    ['He studied in Cambridge and left.', ['Cambridge→GB']],
    ['She opened a diner in Paris, Texas.', ['Paris→US', 'Texas→US']],
    ['Clashes in Kassala and Gweru went on.', ['Kassala→SD', 'Gweru→ZW']],
    [
      "The Quai d'Orsay, Zhongnanhai and Raisina Hill were told.",
      ["Quai d'Orsay→FR", 'Zhongnanhai→CN', 'Raisina Hill→IN'],
    ],
    ['Floods hit Bavaria, Odisha and Minas Gerais.', ['Bavaria→DE', 'Odisha→IN', 'Minas Gerais→BR']],
    ['Voters in Georgia and Alabama', ['Georgia→US', 'Alabama→US']],
  ])('imply their country: %s', (text, expected) => {
    expect(placesIn(text)).toEqual(expected);
    expect(countriesIn(text)).toEqual([]);
  });

  it('are less sure than what the text says itself', () => {
    const { countries, places } = tagText('Japan summoned the envoy to Tokyo.');
    expect(countries[0]?.confidence).toBeGreaterThan(places[0]?.confidence ?? 1);
  });

  it.each([
    ['He lives in Birmingham, England.', 'Birmingham→GB'],
    ['Alabama and Ohio led; a fire in Birmingham burned on.', 'Birmingham→US'],
    ['From Valencia, Venezuela, he called.', 'Valencia→VE'],
    ['From Valencia, Spain, he called.', 'Valencia→ES'],
    ['In Hyderabad, Pakistan, it rained.', 'Hyderabad→PK'],
  ])('of a shared name lie in the country that the text speaks of: %s', (text, expected) => {
    expect(tagText(text).places.map(({ text: surface, code }) => `${surface}→${code}`)).toContain(expected);
  });

  it('leave ambiguous names alone where no preposition shows a place', () => {
    expect(placesIn('Nice work, said Florence.')).toEqual([]);
  });
});
