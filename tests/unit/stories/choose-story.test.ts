import { describe, expect, it } from 'vitest';
import { reprint, REPRINT_WAYS } from '../../../demo/newsroom/event-coverage/reprint.js';
import { fillRobotReport, ROBOT_FORMS } from '../../../demo/newsroom/event-coverage/robot-reports.js';
import { tellEvent } from '../../../demo/newsroom/event-coverage/tell-event.js';
import { createRandom } from '../../../demo/newsroom/random.js';
import type { StoryCandidate, StoryChoice } from '../../../src/model/story.js';
import { fingerprintArticle } from '../../../src/stories/fingerprint-article.js';
import { matchStory } from '../../../src/stories/match-story.js';
import { createTagger } from '../../../src/tagging/tag-text.js';

const AT = new Date('2026-03-04T12:00:00Z');
const NOTHING_COUNTED = { articles: 0, byHash: new Map<number, number>() };
const tagger = createTagger();

function read(text: string) {
  const tags = tagger.tag({ text });
  const matcher = matchStory(fingerprintArticle({ url: 'https://a.example/1', byline: null, text, tags }));
  return { matcher, weights: matcher.weigh(NOTHING_COUNTED) };
}

function stored(text: string, fields: Partial<StoryCandidate> = {}): StoryCandidate {
  const { matcher, weights } = read(text);
  const { signature, shingles, terms, voice } = matcher.fingerprint;
  const hashes = (group: string) => terms.filter((term) => term.group === group).map(({ hash }) => hash);
  return {
    articleId: '1',
    storyId: '1',
    reprintOf: null,
    voice,
    storyFirstAt: AT,
    storyLastAt: AT,
    signature,
    shingles,
    names: hashes('name'),
    figures: hashes('figure'),
    weight: weights.total,
    ...fields,
  };
}

function choose(text: string, candidates: readonly StoryCandidate[], at = AT): StoryChoice {
  const { matcher, weights } = read(text);
  return matcher.choose(candidates, weights, at);
}
const kindOf = (choice: StoryChoice) => choice?.kind ?? null;

const QUAKE = (place: string, strength: string, depth: string, people: string) =>
  `A magnitude ${strength} earthquake struck off the coast of ${place} on Tuesday, the survey said. The quake had a depth of ${depth} kilometres and was felt by ${people} people. There were no reports of damage or injuries. Earthquakes of this size are often felt but rarely cause damage, the survey said in a report that was written by a program.`;

const THEFT =
  'Lazarus Group stole $48 million from Harbour Bank in Japan, police in Tokyo said. The 312 branches of the bank stay shut, and Kenji Mori, who leads it, spoke of a bad week for everybody who trusted the lock on the door of the vault below the street.';

describe('chooseStory', () => {
  it('has no story where there is nothing alike', () => {
    expect(choose(THEFT, [])).toBeNull();
    expect(choose(THEFT, [stored(QUAKE('Chile', '5.1', '31', '1,200'))])).toBeNull();
  });

  it.each(REPRINT_WAYS)('knows a reprint that is %s', (way) => {
    const tell = (wording: string) => tellEvent({ event: 'dam', kind: 'kind 3', wording, publishedAt: AT });
    const original = tell('first');
    const copy = reprint(original, tell('second'), way, createRandom(way));
    expect(kindOf(choose(copy.body, [stored(original.body)]))).toBe('reprint');
    expect(kindOf(choose(original.body, [stored(copy.body)]))).toBe('reprint');
  });

  it('knows the same report in a script without spaces', () => {
    const text =
      '東京で火曜日、銀行から4800万ドルが盗まれたと警察が発表した。312の支店は閉まったままで、森健二頭取は記者会見で謝罪し、原因の調査を急ぐと述べた。捜査には48人の警察官が加わっている。';
    expect(kindOf(choose(`${text}続きは紙面で。`, [stored(text)]))).toBe('reprint');
    expect(choose(text.split('').reverse().join(''), [stored(text)])).toBeNull();
  });

  it('keeps the next earthquake apart, also at the same place', () => {
    const first = stored(QUAKE('Chile', '5.1', '31', '1,200'));
    expect(choose(QUAKE('Peru', '4.4', '12', '9,300'), [first])).toBeNull();
    expect(choose(QUAKE('Chile', '4.8', '12', '2,650'), [first])).toBeNull();
    expect(kindOf(choose(QUAKE('Chile', '5.1', '31', '1,200'), [first]))).toBe('reprint');
  });

  it.each(Array.from({ length: ROBOT_FORMS }, (_, form) => form))(
    'keeps events apart that are told in form %i',
    (form) => {
      const random = createRandom(`form ${form}`);
      const reports = Array.from({ length: 12 }, () => fillRobotReport(form, random, 'Tuesday').body);
      const candidates = reports.map((body, index) =>
        stored(body, { articleId: String(index), storyId: String(index) }),
      );
      for (const [index, body] of reports.entries())
        expect(choose(body, candidates.toSpliced(index, 1))).toBeNull();
    },
  );

  it('takes a corrected figure for an edit', () => {
    expect(kindOf(choose(THEFT.replace('$48 million', '$4.8 million'), [stored(THEFT)]))).toBe('reprint');
  });

  it('joins another report of the event within three days of its story', () => {
    const other =
      'Tokyo was told on Wednesday how Lazarus Group emptied the vault of Harbour Bank. Japan has never lost $48 million in one night before. Customers queued before 312 closed doors and Kenji Mori apologised.';
    const candidate = stored(THEFT);
    expect(kindOf(choose(other, [candidate]))).toBe('related');
    const after = (hours: number) => new Date(AT.getTime() + hours * 3_600_000);
    expect(kindOf(choose(other, [candidate], after(71)))).toBe('related');
    expect(choose(other, [candidate], after(73))).toBeNull();
    expect(choose(other, [candidate], after(-73))).toBeNull();
  });

  it('does not join what only shares its actor and country', () => {
    const other =
      'Lazarus Group is also blamed for a break-in at Quarry Steel in Japan, where 77 machines stood still and $3 million was lost, Ewa Nowak of Granite Labs wrote in Osaka.';
    expect(choose(other, [stored(THEFT)])).toBeNull();
  });

  it('chooses the most alike, and of equals the one that was stored first', () => {
    const cut = THEFT.slice(0, 120);
    const candidates = [
      stored(cut, { articleId: '5', storyId: 'cut' }),
      stored(THEFT, { articleId: '12', storyId: 'late' }),
      stored(THEFT, { articleId: '7', storyId: 'early' }),
    ];
    for (const order of [candidates, candidates.toReversed()])
      expect(choose(THEFT, order)).toMatchObject({ kind: 'reprint', of: { articleId: '7' } });
  });
});
