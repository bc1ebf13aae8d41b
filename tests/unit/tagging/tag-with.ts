import type { Tags } from '../../../src/model/mention.js';
import { createTagger } from '../../../src/tagging/tag-text.js';

const tagger = createTagger();

/** Tags a text with the built-in gazetteers: one tagger serves all tests of a file. */
export function tagText(text: string): Tags {
  return tagger.tag({ text });
}

/** "surface→code" of every country, in order. */
export function countriesIn(text: string): string[] {
  return tagText(text).countries.map(({ text: surface, code }) => `${surface}→${code}`);
}

/** "surface→code" of every place, in order. */
export function placesIn(text: string): string[] {
  return tagText(text).places.map(({ text: surface, code }) => `${surface}→${code}`);
}

/** "surface→canonical name" of every actor of a kind, in order; only the surface where both are the same. */
export function actorsIn(text: string, kind: 'threat-actor' | 'person' | 'organisation'): string[] {
  return tagText(text)
    .actors.filter(({ type }) => type === kind)
    .map(({ text: surface, name }) => (surface === name ? surface : `${surface}→${name}`));
}

/** "surface = amount currency" of every sum, in order; a range as "min..max". */
export function moneyIn(text: string): string[] {
  return tagText(text).money.map(({ text: surface, amount, min, max, currency }) => {
    const value = min === undefined || max === undefined ? `${amount}` : `${min}..${max}`;
    return `${surface} = ${value} ${currency}`;
  });
}
