import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { createTagger } from '../../../src/tagging/tag-text.js';

const FOLDER = new URL('.', import.meta.url);
const tagger = createTagger();

interface Golden {
  readonly countries: readonly string[];
  readonly places: readonly string[];
  readonly actors: readonly string[];
  readonly money: readonly string[];
}

/** Each `x.txt` has an `x.json` with its tags, one line a mention: "start surface | value". */
function tagLines(text: string): Golden {
  const { countries, places, actors, money } = tagger.tag({ text });
  return {
    countries: countries.map(({ start, text: surface, code }) => `${start} ${surface} | ${code}`),
    places: places.map(({ start, text: surface, code }) => `${start} ${surface} | ${code}`),
    actors: actors.map(({ start, text: surface, name, type }) => `${start} ${surface} | ${type} ${name}`),
    money: money.map(
      ({ start, text: surface, amount, max, currency, purpose }) =>
        `${start} ${surface} | ${max === undefined ? amount : `${amount}..${max}`} ${currency} ${purpose ?? ''}`,
    ),
  };
}

describe('golden texts', () => {
  it.each(readdirSync(FOLDER).filter((name) => name.endsWith('.txt')))('%s', (name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const golden = readFileSync(new URL(name.replace(/txt$/, 'json'), FOLDER), 'utf8');
    expect(tagLines(text)).toEqual(JSON.parse(golden));
  });
});
