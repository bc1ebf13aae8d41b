import packaged from 'world-countries';
import type { Country } from 'world-countries';
import { describe, expect, it } from 'vitest';
import { isWritableIn, type Charset } from '../../../demo/newsroom/charset.js';
import {
  composeHeadline,
  composeStory,
  type StorySource,
} from '../../../demo/newsroom/stories/compose-story.js';
import { COUNTRIES } from '../../../demo/newsroom/stories/data/countries.js';

const sources = (charset: Charset = 'utf-8', count = 300): StorySource[] =>
  Array.from({ length: count }, (_, id) => ({
    seed: `test/${id}`,
    publishedAt: new Date('2026-03-04T09:30:00Z'),
    style: { charset, quotes: 'straight', hasStatements: id % 2 === 0 },
  }));

const saysWord = (text: string, word: string) =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}$])${word.replaceAll('.', String.raw`\.`)}(?![\p{L}\p{N}$])`,
    'u',
  ).test(text);

// The package's types say that the list is a named export; under Node's ESM rules it is the default one.
const countriesOfTheWorld = packaged as unknown as readonly Country[];

/** Codes by English name or demonym, of every country of the world, not only of those that stories use. */
const CODES_BY_WORD = new Map<string, string[]>();
for (const { cca2, name, demonyms } of countriesOfTheWorld) {
  for (const word of new Set([name.common, demonyms.eng?.m, demonyms.eng?.f])) {
    if (word) CODES_BY_WORD.set(word, [...(CODES_BY_WORD.get(word) ?? []), cca2]);
  }
}

/** The day and month of publication, and an abbreviation. */
const ORDINARY_CAPITALS = new Set(['Wednesday', 'March', 'VPN']);

describe('composeStory', () => {
  it('composes the same story from the same source, and another one from another seed', () => {
    const [first, second] = sources('utf-8', 2).map((source) => [
      composeHeadline(source),
      composeStory(source),
    ]);
    const [again] = sources('utf-8', 2).map((source) => [composeHeadline(source), composeStory(source)]);
    expect(again).toEqual(first);
    expect(second).not.toEqual(first);
  });

  it('writes bodies of 5 to 12 paragraphs and 200 to 600 words without leftovers of the patterns', () => {
    for (const source of sources()) {
      const { body } = composeStory(source);
      const paragraphs = body.split('\n\n');
      expect(paragraphs.length).toBeGreaterThanOrEqual(5);
      expect(paragraphs.length).toBeLessThanOrEqual(12);
      expect(body.split(/\s+/).length).toBeGreaterThan(200);
      expect(body.split(/\s+/).length).toBeLessThan(600);
      expect(body).not.toMatch(/[[\]{}|]|\(n\)| {2}|,\.|\.\.|undefined/);
      for (const paragraph of paragraphs) expect(paragraph).toMatch(/^"?[\p{Lu}\p{N}].*[.?"]$/u);
    }
  });

  it('says every country of its truth, and no other country of the world', () => {
    for (const source of sources()) {
      const { body, countries: codes } = composeStory(source);
      for (const code of codes) {
        const country = COUNTRIES.find((entry) => entry.code === code);
        const words = [...(country?.names ?? []), ...(country?.adjectives ?? [])];
        expect(words.some((word) => saysWord(body.replaceAll('The ', 'the '), word))).toBe(true);
      }
      for (const [word, meant] of CODES_BY_WORD) {
        if (!body.includes(word) || !saysWord(body, word)) continue;
        expect(
          codes.some((code) => meant.includes(code)),
          `"${word}" in: ${body}`,
        ).toBe(true);
      }
    }
  });

  it('says every actor of its truth, and no name that the truth leaves out', () => {
    for (const source of sources()) {
      const { body, actors, countries: codes } = composeStory(source);
      for (const { surface } of actors) expect(body).toContain(surface);
      const known = [
        ...actors.map(({ surface }) => surface),
        ...COUNTRIES.filter(({ code }) => codes.includes(code)).flatMap((country) => [
          ...country.names,
          ...country.names.map(capitalise),
          ...country.adjectives,
          ...country.cities,
        ]),
      ].sort((a, b) => b.length - a.length);
      const rest = known.reduce(
        (text, name) => text.replaceAll(name, name.endsWith('.') ? '….' : '…'),
        withoutMoney(source),
      );
      const names = new Set(rest.match(/(?<=[\p{Ll},;…] )\p{Lu}\p{L}+/gu));
      expect([...names].filter((name) => !ORDINARY_CAPITALS.has(name))).toEqual([]);
    }
  });

  it('says every sum of its truth in the order of the text, and no other', () => {
    for (const source of sources()) {
      expect(withoutMoney(source)).not.toMatch(
        /[€£$¥₹₺₦₪₱]|\d (?:million|billion|crore|lakh)|\b(?:dollars|euros|bitcoins?|ether|monero|[A-Z]{3} \d)/,
      );
    }
  });

  it('mentions nothing in a headline that the body does not say', () => {
    for (const source of sources()) {
      const { title } = composeHeadline(source);
      const { countries: codes } = composeStory(source);
      const said = COUNTRIES.filter(({ names, adjectives }) =>
        [...names, ...adjectives].some((word) => saysWord(title, word)),
      );
      expect(codes, title).toEqual(expect.arrayContaining(said.map(({ code }) => code)));
    }
  });

  it.each<Charset>(['iso-8859-1', 'windows-1252'])(
    'only uses characters of %s where it has to',
    (charset) => {
      for (const source of sources(charset)) {
        expect(isWritableIn(charset, composeStory(source).body)).toBe(true);
        expect(isWritableIn(charset, composeHeadline(source).title)).toBe(true);
      }
    },
  );

  it('sets curly quotation marks in pairs', () => {
    for (const source of sources('utf-8', 100)) {
      const { body } = composeStory({
        ...source,
        style: { ...source.style, quotes: 'curly', hasStatements: false },
      });
      expect(body).not.toMatch(/["']/);
      expect(body).not.toMatch(/\s\u201d|\u201c\s/);
    }
  });

  it('rarely repeats itself: two stories share few stretches of four words', () => {
    const shingles = sources('utf-8', 200).map((source) => shinglesOf(composeStory(source).body));
    const overlaps = shingles.flatMap((one, i) => shingles.slice(i + 1).map((other) => jaccard(one, other)));
    expect(Math.max(...overlaps)).toBeLessThan(0.4);
  });
});

/** The body with its sums struck out one after another, as the truth lists them. */
function withoutMoney(source: StorySource): string {
  const { body, money } = composeStory(source);
  let position = 0;
  let rest = '';
  for (const { text } of money) {
    const at = Math.max(body.indexOf(text, position), body.indexOf(capitalise(text), position));
    expect(at).toBeGreaterThanOrEqual(position);
    rest += body.slice(position, at);
    position = at + text.length;
  }
  return rest + body.slice(position);
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shinglesOf(body: string): Set<string> {
  const words = body.split(/\s+/);
  return new Set(words.slice(3).map((_, index) => words.slice(index, index + 4).join(' ')));
}

function jaccard(one: Set<string>, other: Set<string>): number {
  const shared = [...one].filter((shingle) => other.has(shingle)).length;
  return shared / (one.size + other.size - shared);
}
