import { describe, expect, it } from 'vitest';
import { evaluateCondition } from '../../../src/alerting/evaluate-condition.js';
import { parseCondition } from '../../../src/alerting/parse-condition.js';
import type { AlertFacts } from '../../../src/model/alert-facts.js';
import type { AlertCondition } from '../../../src/model/alert.js';
import { sampleArticleToTag } from '../../helpers/sample-records.js';
import { BOARD, sampleActor, sampleEvent, TEXT } from './sample-event.js';

/** The keys of what a condition finds; null when it does not hold. */
function keys(condition: AlertCondition, facts: Partial<AlertFacts> = {}): string[] | null {
  const result = evaluateCondition(parseCondition(condition), sampleEvent(facts));
  return result === null ? null : result.matches.map(({ subject }) => subject.key);
}

/** What a card would say: headline, then the reasons with what they quote. */
function says(condition: AlertCondition, facts: Partial<AlertFacts> = {}): unknown {
  const [match] = evaluateCondition(parseCondition(condition), sampleEvent(facts))?.matches ?? [];
  return (
    match && [match.subject.headline, ...match.reasons.map(({ text, evidence }) => [text, evidence?.surface])]
  );
}

const QUIET = [0, ...new Array<number>(30).fill(0)];
const history = (today: number, lastBefore: string | null = '2026-02-20T00:00:00.000Z') => ({
  lastBefore,
  stories: [today, ...QUIET.slice(1)],
  watchedDays: 30,
});
const surging = { actors: [sampleActor(undefined, { history: history(9) })] };

describe('evaluateCondition', () => {
  it.each<[AlertCondition, string[] | null]>([
    [{ firstMention: {} }, ['actor:5']],
    [{ firstMention: { kinds: ['threat-actor', 'person'] } }, ['actor:5']],
    [{ firstMention: { kinds: ['organisation'] } }, null],
    [{ firstMention: { countries: ['KP', 'KR'] } }, ['actor:5']],
    [{ firstMention: { countries: ['KP'] } }, null],
    [{ actor: ['apt29'] }, ['actor:5']],
    [{ actor: ['COZY BEAR', 'korea water board'] }, ['actor:5', 'actor:8']],
    [{ actor: ['Bear'] }, null],
    [{ country: ['KR', 'KP'] }, ['country:KR']],
    [{ country: ['US'] }, null],
    [{ topic: ['ZERO-DAY'] }, ['topic:zero-day']],
    [{ topic: ['monday', 'zero-day'] }, ['topic:monday']],
    [{ topic: ["dam's plans"] }, ["topic:dam's plans"]],
    [{ topic: ['zero', 'offic', 'ero-day'] }, ['topic:zero']],
    [{ topic: ['offic', 'ero-day', 'million to $4'] }, null],
    [{ money: { min: 48_000_000, currency: 'USD' } }, ['money:USD']],
    [{ money: { min: 48_000_001, currency: 'USD' } }, null],
    [{ money: { min: 1, currency: 'GBP' } }, null],
    [{ money: { min: 1, currency: 'USD', purposes: ['ransom'] } }, ['money:USD']],
    [{ money: { min: 1, currency: 'EUR', purposes: ['ransom'] } }, null],
    [{ surge: {} }, null],
    [{ search: { text: 'dam' } }, null],
    [{ silence: {} }, null],
    [{ not: { country: ['US'] } }, []],
    [{ not: { country: ['KR'] } }, null],
    [{ any: [{ country: ['US'] }, { topic: ['monday'] }] }, ['topic:monday']],
    [{ any: [{ country: ['KR'] }, { country: ['KR'], implied: true }] }, ['country:KR']],
    [{ any: [{ country: ['US'] }, { topic: ['tuesday'] }] }, null],
    [{ all: [{ country: ['KR'] }, { firstMention: {} }] }, ['actor:5']],
    [{ all: [{ country: ['KR'] }, { actor: ['nobody'] }] }, null],
    [{ all: [{ topic: ['monday'] }, { money: { min: 1, currency: 'EUR' } }] }, ['money:EUR']],
    [{ all: [{ topic: ['monday'] }, { not: { topic: ['tuesday'] } }] }, ['topic:monday']],
    [
      { all: [{ topic: ['monday'] }, { any: [{ not: { topic: ['rained'] } }, { actor: ['apt29'] }] }] },
      ['actor:5'],
    ],
  ])('%j finds %j', (condition, expected) => {
    expect(keys(condition)).toEqual(expected);
  });

  it('counts implied countries only when asked to', () => {
    const event = sampleEvent();
    const tags = { ...event.tags, countries: [] };
    const find = (condition: AlertCondition) => evaluateCondition(condition, { ...event, tags });
    expect(find({ country: ['KR'] })).toBeNull();
    expect(find({ country: ['KR'], implied: true })?.matches[0]?.reasons[0]?.text).toBe(
      'South Korea implied by Seoul',
    );
  });

  it('finds a watched actor by a name that only the database knows', () => {
    const actors = [sampleActor(undefined, { watchedAs: ['The Dukes'] })];
    expect(keys({ actor: ['The Dukes'] }, { actors })).toEqual(['actor:5']);
    expect(keys({ actor: ['the dukes of hazzard'] }, { actors })).toBeNull();
  });

  it('finds a surge where the history does not explain the day, once a day', () => {
    expect(keys({ surge: {} }, surging)).toEqual(['surge actor:5 2026-03-01']);
    expect(keys({ surge: { kinds: ['person'] } }, surging)).toBeNull();
    expect(keys({ surge: { actors: ['Cozy Bear'] } }, surging)).toHaveLength(1);
    expect(keys({ surge: { actors: ['Fancy Bear'] } }, surging)).toBeNull();
    expect(keys({ surge: {} }, { actors: [sampleActor(undefined, { history: history(4) })] })).toBeNull();
  });

  it('finds by a saved search what the database says', () => {
    const search = { text: 'dam', lang: 'en' };
    expect(keys({ search }, { searches: new Set([JSON.stringify(search)]) })).toEqual(['search']);
  });

  it.each<[AlertCondition, Partial<AlertFacts>, unknown]>([
    [
      { firstMention: { countries: ['KR'] } },
      {},
      [
        'First mention of APT29',
        ['never mentioned before, in 412 days of watching', 'Cozy Bear'],
        ['beside South Korea', 'South Korean'],
      ],
    ],
    [
      { actor: ['APT29'] },
      { debuts: [], actors: [sampleActor(undefined, { history: history(1, '2025-01-13T08:00:00.000Z') })] },
      ['APT29 is mentioned', ['first time in 412 days', 'Cozy Bear']],
    ],
    [
      { surge: {} },
      surging,
      [
        'Surge of APT29: 9 stories in 24 hours',
        [
          expect.stringMatching(/^9 stories in 24 hours, where its 30 days before let expect 0\.0;/),
          'Cozy Bear',
        ],
      ],
    ],
    [
      { money: { min: 1_000_000, currency: 'USD' } },
      {},
      [
        '48,000,000 USD: ransom',
        ['48,000,000 USD as ransom, where at least 1,000,000 USD was asked for', '$48 million'],
      ],
    ],
    [
      { all: [{ country: ['KR'] }, { topic: ['tuesday', 'monday'] }, { not: { actor: ['Lazarus Group'] } }] },
      {},
      [
        'South Korea is mentioned',
        ['South Korea said', 'South Korean'],
        ['“monday” in the text', 'Monday'],
        ['does not hold: actor Lazarus Group', undefined],
      ],
    ],
    [
      { topic: ["dam's plans"] },
      {},
      ["“dam's plans” is mentioned", ["“dam's plans” in the title: Zero-day and the dam’s plans", undefined]],
    ],
  ])('says of %j why', (condition, facts, expected) => {
    expect(says(condition, facts)).toEqual(expected);
  });

  it('says of an actor that no catalogue knows that it is unverified', () => {
    const mention = { ...BOARD, unverified: true as const };
    const find = (mentions: (typeof mention | typeof BOARD)[]) =>
      evaluateCondition({ actor: [BOARD.name] }, sampleEvent({ actors: [sampleActor(BOARD, { mentions })] }))
        ?.matches[0]?.subject.unverified;
    expect(find([mention])).toBe(true);
    expect(find([mention, BOARD])).toBe(false);
  });

  it('quotes by offsets that reproduce the words, whatever letters stand before them', () => {
    const text = `İstanbul\u00a0İİ. A ZERO-DAY was used.`;
    const event = sampleEvent({}, { article: sampleArticleToTag({ text, title: null }) });
    const evidence = evaluateCondition({ topic: ['zero-day'] }, event)?.matches[0]?.reasons[0]?.evidence;
    expect(text.slice(evidence?.start, evidence?.end)).toBe('ZERO-DAY');
    expect(evidence?.surface).toBe('ZERO-DAY');
    for (const reason of evaluateCondition({ country: ['KR'] }, sampleEvent())?.matches[0]?.reasons ?? []) {
      expect(TEXT.slice(reason.evidence?.start, reason.evidence?.end)).toBe(reason.evidence?.surface);
    }
  });
});
