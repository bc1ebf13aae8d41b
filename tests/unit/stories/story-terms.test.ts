import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tags } from '../../../src/model/mention.js';
import { storyTerms } from '../../../src/stories/story-terms.js';
import { termKeys, weighTerms } from '../../../src/stories/weigh-terms.js';
import { createTagger } from '../../../src/tagging/tag-text.js';

const NO_TAGS: Tags = { countries: [], places: [], actors: [], money: [], taggerVersion: '1' };
const tagger = createTagger();
const termsOf = (text: string, tags = NO_TAGS) => storyTerms(text, tags);
const hashesOf = (text: string, tags = NO_TAGS) => new Set(termsOf(text, tags).map(({ hash }) => hash));

describe('storyTerms', () => {
  it('takes names and figures, and no words that only begin a sentence or name a day', () => {
    expect(termsOf('The dam broke on Tuesday. Nobody in March came.')).toEqual([]);
    expect(termsOf('They saw that Zenith had 312 doors.').map(({ group }) => group)).toEqual([
      'name',
      'figure',
    ]);
  });

  it.each([
    ['of 1,200 cars', 'of 1200 cars'],
    ["it was Zenith's door", 'it was Zenith, a door'],
    ['it was “Zenith”', 'it was by Zenith.'],
  ])('%j says the same as %j', (a, b) => {
    const [left, right] = [hashesOf(a), hashesOf(b)];
    if (a.includes('“')) expect([...left].every((hash) => right.has(hash))).toBe(true);
    else expect(left).toEqual(right);
  });

  it('knows an actor by whatever name, and counts the words of a name once', () => {
    const of = (text: string) => hashesOf(text, tagger.tag({ text }));
    expect(of('they blame APT29 for it')).toEqual(of('they blame Cozy Bear for it'));
    expect(of('they blame Cozy Bear for it').size).toBe(1);
  });

  it('takes a sum for what it is worth, not for its words', () => {
    const of = (text: string) => hashesOf(text, tagger.tag({ text }));
    expect(of('it cost $4.8 million')).toEqual(of('it cost US$4,800,000'));
    expect(of('it cost $4.8 million')).not.toEqual(of('it cost $48 million'));
  });

  it('says how rare a figure is by its digits', () => {
    const priorOf = (text: string) => termsOf(text)[0]?.prior ?? Number.NaN;
    expect(priorOf('in 2026')).toBeGreaterThan(priorOf('of 48,316'));
    expect(priorOf('of 3')).toBeGreaterThan(priorOf('of 31'));
    expect(priorOf('see CVE-2026-1234')).toBeLessThan(priorOf('of 48,316'));
  });

  it('never throws, and keeps to its limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(termsOf(text).length).toBeLessThanOrEqual(96);
      }),
    );
  });
});

describe('weighTerms', () => {
  const terms = termsOf('They saw that Zenith had 48,316 doors.');
  const counts = (articles: number, holding: number) => ({
    articles,
    byHash: new Map(terms.map(({ hash }) => [hash, holding])),
  });

  it('takes what many articles hold for common, whatever was guessed', () => {
    const total = (articles: number, holding: number) => weighTerms(terms, counts(articles, holding)).total;
    expect(total(100_000, 0)).toBeGreaterThan(total(0, 0));
    expect(total(100_000, 50_000)).toBeLessThan(total(0, 0) / 4);
    expect(weighTerms(terms, counts(10, 1_000)).total).toBeGreaterThanOrEqual(0);
  });

  it('gives keys to rare terms only', () => {
    expect(termKeys(weighTerms(terms, counts(0, 0)))).toHaveLength(2);
    expect(termKeys(weighTerms(terms, counts(100_000, 50_000)))).toEqual([]);
  });
});
