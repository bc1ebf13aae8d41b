import { describe, expect, it } from 'vitest';
import { matchRules } from '../../../src/alerting/match-rules.js';
import type { AlertRule, DebutActor } from '../../../src/model/alert.js';
import { sampleArticleToTag, sampleDebut, sampleRule } from '../../helpers/sample-records.js';

const GROUP = sampleDebut();
const PERSON = sampleDebut({ actorId: '6', name: 'Ida Brandt', kind: 'person', surface: 'Brandt' });
const FIRM = sampleDebut({ actorId: '8', name: 'Acme', kind: 'organisation', surface: 'Acme' });

/** Which rule speaks of what, in order. */
function match(rules: readonly AlertRule[], debuts: readonly DebutActor[]): [string, string][] {
  const drafts = matchRules(rules, { article: sampleArticleToTag(), debuts, taggerVersion: '4' });
  return drafts.map(({ ruleId, subject }) => [ruleId, subject]);
}

describe('matchRules', () => {
  it('alerts on actors of the kinds that a rule names, and on no others', () => {
    const rule = sampleRule({ condition: { type: 'first-mention', kinds: ['threat-actor', 'person'] } });
    expect(match([rule], [GROUP, PERSON, FIRM])).toEqual([
      ['2', 'threat-actor: Quiet Heron'],
      ['2', 'person: Ida Brandt'],
    ]);
  });

  it('makes one alert per rule and actor', () => {
    const second = sampleRule({
      id: '3',
      condition: { type: 'first-mention', kinds: ['threat-actor', 'organisation'] },
    });
    expect(match([sampleRule(), second], [GROUP, FIRM])).toEqual([
      ['2', 'threat-actor: Quiet Heron'],
      ['3', 'threat-actor: Quiet Heron'],
      ['3', 'organisation: Acme'],
    ]);
  });

  it('keeps a group and a person of the same name apart', () => {
    const rule = sampleRule({ condition: { type: 'first-mention', kinds: ['threat-actor', 'person'] } });
    const namesake = { ...PERSON, name: GROUP.name };
    expect(new Set(match([rule], [GROUP, namesake]).map(([, subject]) => subject)).size).toBe(2);
  });

  it('makes none without rules or without first mentions', () => {
    expect(match([], [GROUP])).toEqual([]);
    expect(match([sampleRule()], [])).toEqual([]);
    const silent = sampleRule({ condition: { type: 'first-mention', kinds: [] } });
    expect(match([silent], [GROUP])).toEqual([]);
  });

  it('puts on the card all that a reader needs to judge', () => {
    const text = `The dam is safe. It was ${GROUP.surface} who took the plans. Nobody was hurt.`;
    const start = text.indexOf(GROUP.surface);
    const [draft] = matchRules([sampleRule()], {
      article: sampleArticleToTag({ text }),
      debuts: [{ ...GROUP, start, end: start + GROUP.surface.length }],
      taggerVersion: '4',
    });
    expect(draft?.card).toEqual({
      rule: 'new groups',
      headline: 'First mention of Quiet Heron',
      subject: { name: 'Quiet Heron', kind: 'threat-actor', unverified: false },
      sentence: 'It was Quiet Heron who took the plans.',
      surface: 'Quiet Heron',
      foundBy: 'threat-actor/catalogue',
      confidence: 0.9,
      article: {
        id: '31',
        title: 'Plans of a dam stolen',
        url: 'https://news.example/dam',
        site: 'News Example',
        publishedAt: '2026-03-01T08:00:00.000Z',
      },
      taggerVersion: '4',
    });
  });

  it('says of a name that no catalogue has that it is unverified', () => {
    const [draft] = matchRules([sampleRule()], {
      article: sampleArticleToTag(),
      debuts: [sampleDebut({ unverified: true })],
      taggerVersion: '4',
    });
    expect(draft?.card).toMatchObject({
      headline: 'First mention of Quiet Heron (unverified)',
      subject: { name: 'Quiet Heron', unverified: true },
    });
  });

  it('puts no secret of the channel on the card', () => {
    const drafts = matchRules([sampleRule()], {
      article: sampleArticleToTag(),
      debuts: [GROUP],
      taggerVersion: '4',
    });
    expect(JSON.stringify(drafts)).not.toContain(sampleRule().channel.secret);
  });
});
