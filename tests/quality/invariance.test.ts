import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tags } from '../../src/model/mention.js';
import { createTagger } from '../../src/tagging/tag-text.js';
import { readSentences } from './read-topics.js';

/**
 * What a paragraph says does not hang on the paragraphs around it, but for what is read from the whole text by design:
 * its language (hence no sentences of other languages here); whether it speaks of attacks on computers; in which sense a
 * name is used, and the full name behind a surname or an acronym; the countries that tell what a dollar, a peso or a city
 * of two countries is. The paragraphs around are English and speak of none of these.
 */
const UNRELATED = [
  'The weather stayed as it was, and the river was low for the time of the year.',
  'It was a quiet morning. Nobody was in the garden, and the gate stood open.',
  'They had talked about the roof for hours, but there was nothing that could be done before the rain.',
  'Bread was baked on the first floor; the second was empty.',
  'What does it take to learn a song by heart? Patience, and a warm room.',
  'The old road, which had been closed for years, is open again to those who walk.',
];

const tagger = createTagger();
const tag = (text: string): Tags => tagger.tag({ text });
const sentences = readSentences().filter(({ topic }) => topic !== 'other-languages');

const around = fc.array(fc.constantFrom(...UNRELATED), { maxLength: 6 });

function shifted(tags: Tags, by: number): Tags {
  const move = <T extends { start: number; end: number }>(mentions: readonly T[]): T[] =>
    mentions.map((mention) => ({ ...mention, start: mention.start + by, end: mention.end + by }));
  return {
    ...tags,
    countries: move(tags.countries),
    places: move(tags.places),
    actors: move(tags.actors),
    money: move(tags.money).map((sum) =>
      sum.conversionOf === undefined ? sum : { ...sum, conversionOf: sum.conversionOf + by },
    ),
  };
}

describe('a paragraph', () => {
  it('that speaks of nothing has no tags', () => {
    const { countries, places, actors, money } = tag(UNRELATED.join('\n\n'));
    expect([...countries, ...places, ...actors, ...money]).toEqual([]);
  });

  it('is tagged the same with unrelated paragraphs before and after it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...sentences), around, around, ({ text }, before, after) => {
        const prefix = before.map((paragraph) => `${paragraph}\n\n`).join('');
        const suffix = after.map((paragraph) => `\n\n${paragraph}`).join('');
        expect(tag(prefix + text + suffix)).toEqual(shifted(tag(text), prefix.length));
      }),
      { numRuns: 600 },
    );
  });

  it('is tagged the same when it is tagged again, after any other', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences),
        fc.constantFrom(...sentences),
        ({ text }, { text: other }) => {
          const first = tag(text);
          tag(other);
          expect(tag(text)).toEqual(first);
        },
      ),
      { numRuns: 200 },
    );
  });
});
