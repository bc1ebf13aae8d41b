import { describe, expect, it } from 'vitest';
import { matchRules } from '../../../src/alerting/match-rules.js';
import type { AlertRule, DebutActor } from '../../../src/model/alert.js';
import { sampleArticleToTag, sampleDebut, sampleRule, sampleStory } from '../../helpers/sample-records.js';

const GROUP = sampleDebut();
const PERSON = sampleDebut({ actorId: '6', name: 'Ida Brandt', kind: 'person', surface: 'Brandt' });
const FIRM = sampleDebut({ actorId: '8', name: 'Acme', kind: 'organisation', surface: 'Acme' });

/** Which rule speaks of what, in order. */
function match(rules: readonly AlertRule[], debuts: readonly DebutActor[]): [string, string][] {
  const drafts = matchRules(rules, {
    article: sampleArticleToTag(),
    debuts,
    story: sampleStory(),
    taggerVersion: '4',
  });
  return drafts.map(({ ruleId, dedupeKey }) => [ruleId, dedupeKey]);
}

describe('matchRules', () => {
  it('alerts on actors of the kinds that a rule names, and on no others', () => {
    const rule = sampleRule({ condition: { firstMention: { kinds: ['threat-actor', 'person'] } } });
    expect(match([rule], [GROUP, PERSON, FIRM])).toEqual([
      ['2', 'actor:5'],
      ['2', 'actor:6'],
    ]);
  });

  it('makes one alert per rule and actor', () => {
    const second = sampleRule({
      id: '3',
      condition: { firstMention: { kinds: ['threat-actor', 'organisation'] } },
    });
    expect(match([sampleRule(), second], [GROUP, FIRM])).toEqual([
      ['2', 'actor:5'],
      ['3', 'actor:5'],
      ['3', 'actor:8'],
    ]);
  });

  it('keeps a group and a person of the same name apart', () => {
    const rule = sampleRule({ condition: { firstMention: { kinds: ['threat-actor', 'person'] } } });
    const namesake = { ...PERSON, name: GROUP.name };
    expect(new Set(match([rule], [GROUP, namesake]).map(([, key]) => key)).size).toBe(2);
  });

  it('makes none without rules or without first mentions', () => {
    expect(match([], [GROUP])).toEqual([]);
    expect(match([sampleRule()], [])).toEqual([]);
    const silent = sampleRule({ condition: { firstMention: { kinds: [] } } });
    expect(match([silent], [GROUP])).toEqual([]);
  });

  it('puts on the card all that a reader needs to judge', () => {
    const text = `The dam is safe. It was ${GROUP.surface} who took the plans. Nobody was hurt.`;
    const start = text.indexOf(GROUP.surface);
    const [draft] = matchRules([sampleRule()], {
      article: sampleArticleToTag({ text }),
      debuts: [{ ...GROUP, start, end: start + GROUP.surface.length }],
      story: sampleStory(),
      taggerVersion: '4',
    });
    expect(draft?.card).toEqual({
      kind: 'match',
      rule: 'new groups',
      headline: 'First mention of Quiet Heron',
      subject: { name: 'Quiet Heron', kind: 'threat-actor' },
      unverified: false,
      reasons: [
        {
          condition: 'firstMention',
          text: 'never mentioned before',
          evidence: {
            sentence: 'It was Quiet Heron who took the plans.',
            surface: 'Quiet Heron',
            resolvedTo: 'Quiet Heron',
            start,
            end: start + GROUP.surface.length,
            foundBy: 'threat-actor/catalogue',
            confidence: 0.9,
          },
        },
      ],
      article: {
        id: '31',
        title: 'Plans of a dam stolen',
        url: 'https://news.example/dam',
        site: 'News Example',
        publishedAt: '2026-03-01T08:00:00.000Z',
      },
      story: { id: '4', articles: 1, voices: ['news.example'], firstAt: '2026-03-01T08:00:00.000Z' },
      taggerVersion: '4',
    });
  });

  it('says of a name that no catalogue has that it is unverified', () => {
    const [draft] = matchRules([sampleRule()], {
      article: sampleArticleToTag(),
      debuts: [sampleDebut({ unverified: true })],
      story: sampleStory(),
      taggerVersion: '4',
    });
    expect(draft?.card).toMatchObject({
      headline: 'First mention of Quiet Heron (unverified)',
      unverified: true,
    });
  });
});
