import { describe, expect, it } from 'vitest';

import { countriesIn, placesIn, tagText } from './tag-with.js';

describe('places', () => {
  it.each([
    ['Officials in New Delhi met envoys from Kyiv.', ['New Delhi→IN', 'Kyiv→UA']],
    ['The Kremlin and Downing Street said nothing.', ['Kremlin→RU', 'Downing Street→GB']],
    ['Crimea and Scotland', ['Crimea→UA', 'Scotland→GB']],
    ['He studied in Cambridge and left.', ['Cambridge→GB']],
    ['She opened a diner in Paris, Texas.', ['Texas→US']],
  ])('imply their country: %s', (text, expected) => {
    expect(placesIn(text)).toEqual(expected);
    expect(countriesIn(text)).toEqual([]);
  });

  it('are less sure than what the text says itself', () => {
    const { countries, places } = tagText('Japan summoned the envoy to Tokyo.');
    expect(countries[0]?.confidence).toBeGreaterThan(places[0]?.confidence ?? 1);
  });

  it('leave ambiguous names alone where no preposition shows a place', () => {
    expect(placesIn('Nice work, said Florence.')).toEqual([]);
  });
});
