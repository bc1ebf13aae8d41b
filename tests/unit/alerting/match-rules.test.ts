import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { confirmAlert } from '../../../src/alerting/corroborate.js';
import { matchRules } from '../../../src/alerting/match-rules.js';
import { createRehearsal } from '../../../src/alerting/rehearse.js';
import type { TaggingEvent } from '../../../src/alerting/tagging-event.js';
import type { AlertCondition, AlertRule, WaitingAlert } from '../../../src/model/alert.js';
import { sampleArticleToTag, sampleRule, sampleStory } from '../../helpers/sample-records.js';
import { BEAR, sampleActor, sampleEvent, sampleFacts, TEXT } from './sample-event.js';

/** Which rule speaks of what, in order. */
function match(rules: readonly AlertRule[], event: TaggingEvent = sampleEvent()): [string, string, string][] {
  return matchRules(rules, event).map(({ ruleId, dedupeKey, state }) => [ruleId, dedupeKey, state]);
}

const rule = (condition: AlertCondition, fields: Partial<AlertRule> = {}) =>
  sampleRule({ condition, ...fields });
const topic = rule({ topic: ['zero-day'] });

describe('matchRules', () => {
  it('tells of a first mention once for good, of everything else once a story', () => {
    expect(match([sampleRule(), topic, rule({ actor: ['APT29'] }, { id: '3' })])).toEqual([
      ['2', 'actor:5', 'fired'],
      ['2', 'story:4 topic:zero-day', 'fired'],
      ['3', 'story:4 actor:5', 'fired'],
    ]);
    expect(match([topic], sampleEvent({ story: null }))).toEqual([
      ['2', 'article:31 topic:zero-day', 'fired'],
    ]);
  });

  it('leaves out rules that rest', () => {
    expect(match([sampleRule({ enabled: false })])).toEqual([]);
  });

  it.each<[string, TaggingEvent]>([
    ['was found before the rule was there', sampleEvent({ foundAt: '2025-12-31T23:59:59.999Z' })],
    ['came with the first poll of its feed', sampleEvent({ isImport: true })],
    ['is tagged again', sampleEvent({}, { reason: 'retag' })],
  ])('fires on an article that %s only rules that include the past', (_, event) => {
    expect(match([sampleRule()], event)).toEqual([]);
    expect(match([sampleRule({ includePast: true })], event)).toHaveLength(1);
  });

  it('fires on what was published before the rule but found since', () => {
    const event = sampleEvent({
      occurredAt: '2025-06-01T00:00:00.000Z',
      foundAt: '2026-01-01T00:00:00.000Z',
    });
    expect(match([sampleRule()], event)).toHaveLength(1);
  });

  it('waits where a rule wants more voices, unless one is trusted', () => {
    const gate = (voices: number, trusted: string[]) =>
      match([sampleRule({ corroboration: { voices, trusted } })])[0]?.[2];
    expect(gate(2, [])).toBe('waiting');
    expect(gate(2, ['other.example'])).toBe('waiting');
    expect(gate(2, ['news.example'])).toBe('fired');
    expect(gate(1, [])).toBe('fired');
  });

  it('puts on the card all that a reader needs to judge', () => {
    const [draft] = matchRules([sampleRule()], sampleEvent());
    expect(draft?.card).toEqual({
      kind: 'match',
      rule: 'new groups',
      headline: 'First mention of APT29',
      subject: { name: 'APT29', kind: 'threat-actor' },
      unverified: false,
      reasons: [
        {
          condition: 'firstMention',
          text: 'never mentioned before, in 412 days of watching',
          evidence: {
            sentence: 'The group Cozy Bear hit the South Korean water board on Monday.',
            surface: 'Cozy Bear',
            resolvedTo: 'APT29',
            start: TEXT.indexOf('Cozy Bear'),
            end: TEXT.indexOf('Cozy Bear') + 9,
            foundBy: 'threat-actor/catalogue',
            confidence: 0.9,
          },
        },
      ],
      article: {
        id: '31',
        title: 'Zero-day and the dam’s plans',
        url: 'https://news.example/dam',
        site: 'News Example',
        publishedAt: '2026-03-01T08:00:00.000Z',
      },
      story: { id: '4', articles: 1, voices: ['news.example'], firstAt: '2026-03-01T08:00:00.000Z' },
      taggerVersion: '2',
    });
  });
});

describe('confirmAlert', () => {
  const { card } = matchRules([sampleRule()], sampleEvent())[0] ?? {};
  if (card === undefined) throw new Error('the sample rule does not match');
  const waiting: WaitingAlert = {
    id: '1',
    dedupeKey: 'actor:5',
    corroboration: { voices: 3, trusted: ['wire.example'] },
    voices: ['news.example'],
    card,
  };
  const confirm = (voice: string, alert = waiting) =>
    confirmAlert(alert, null, sampleArticleToTag({ text: TEXT }), sampleFacts({ voice }));

  it('counts each publisher once and fires when they are enough', () => {
    expect(confirm('news.example')).toEqual({ state: 'waiting', voices: ['news.example'], card });
    const second = confirm('a.example');
    expect(second).toMatchObject({ state: 'waiting', voices: ['news.example', 'a.example'] });
    expect(confirm('a.example', { ...waiting, ...second }).state).toBe('waiting');
    expect(confirm('b.example', { ...waiting, ...second })).toMatchObject({
      state: 'fired',
      voices: ['news.example', 'a.example', 'b.example'],
    });
  });

  it('fires at once on the word of a trusted publisher, and says so with its sentence', () => {
    const { state, card: confirmed } = confirm('wire.example');
    expect(state).toBe('fired');
    expect(confirmed.reasons).toHaveLength(2);
    expect(confirmed.reasons[1]).toMatchObject({
      text: 'said by wire.example too, which is trusted',
      evidence: { surface: 'Cozy Bear', sentence: expect.stringContaining('Cozy Bear hit') as string },
    });
  });
});

describe('createRehearsal', () => {
  it('sends a first mention when a second publisher names the actor', () => {
    const rehearsal = createRehearsal(sampleRule({ corroboration: { voices: 2, trusted: [] } }));
    expect(rehearsal.take(sampleEvent())).toEqual([]);
    expect(rehearsal.waiting()).toBe(1);
    expect(rehearsal.take(sampleEvent({ debuts: [] }))).toEqual([]);
    const [sent] = rehearsal.take(sampleEvent({ debuts: [], voice: 'b.example', isImport: true }));
    expect(sent).toMatchObject({ isPast: true, card: { headline: 'First mention of APT29' } });
    expect(rehearsal.waiting()).toBe(0);
    expect(rehearsal.take(sampleEvent({ debuts: [], voice: 'c.example' }))).toEqual([]);
  });

  it('never sends the same twice, whatever comes in whatever order', () => {
    const voices = fc.constantFrom('a.example', 'b.example', 'c.example');
    const article = fc.record({
      voice: voices,
      story: fc.constantFrom('1', '2', null),
      actor: fc.nat(3),
      isDebut: fc.boolean(),
    });
    const conditions: AlertCondition[] = [
      { firstMention: {} },
      {
        any: [
          { topic: ['zero-day'] },
          { country: ['KR'] },
          { actor: ['APT29'] },
          { money: { min: 1, currency: 'USD' } },
        ],
      },
      { all: [{ topic: ['zero-day'] }, { firstMention: {} }] },
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...conditions),
        fc.array(article),
        fc.nat(2),
        (condition, articles, more) => {
          const rehearsal = createRehearsal(
            rule(condition, { corroboration: { voices: more + 1, trusted: [] } }),
          );
          const sent = articles.flatMap(({ voice, story, actor, isDebut }, index) => {
            const known = sampleActor(BEAR, { actorId: `${actor}`, name: `Group ${actor}` });
            const event = sampleEvent(
              {
                voice,
                story: story === null ? null : sampleStory({ id: story }),
                actors: [known],
                debuts: isDebut
                  ? sampleFacts().debuts.map((debut) => ({ ...debut, actorId: `${actor}` }))
                  : [],
              },
              { article: sampleArticleToTag({ id: String(index), text: TEXT }) },
            );
            return rehearsal.take(event).map(({ card }) => {
              const { headline, story: on, article: of } = card;
              const isForGood = headline.startsWith('First');
              return isForGood ? headline : `${headline} ${on?.id ?? `article ${of?.id ?? ''}`}`;
            });
          });
          expect(new Set(sent).size).toBe(sent.length);
        },
      ),
    );
  });

  it('drafts the same alert under the same key when it is asked again', () => {
    fc.assert(
      fc.property(fc.constantFrom(sampleRule(), topic), (one) => {
        expect(match([one])).toEqual(match([one]));
      }),
    );
  });
});
