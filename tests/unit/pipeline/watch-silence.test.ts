import { describe, expect, it } from 'vitest';
import type { AlertDraft, AlertRule } from '../../../src/model/alert.js';
import type { QuietFeed } from '../../../src/model/silence.js';
import { watchSilence } from '../../../src/pipeline/watch-silence.js';
import { sampleRule } from '../../helpers/sample-records.js';

const HOUR_MS = 3_600_000;
const LAST = Date.parse('2026-03-01T12:00:00Z');

/** A feed that brought an item every so many hours and was last polled so many hours after the last one. */
function feed(everyHours: number, silentHours: number, fields: Partial<QuietFeed> = {}): QuietFeed {
  return {
    id: '7',
    url: 'https://news.example/feed.xml',
    title: 'Dam news',
    lastItemId: '99',
    lastSeenAt: new Date(LAST),
    watchedUntil: new Date(LAST + silentHours * HOUR_MS),
    arrivals: Array.from({ length: 60 }, (_, index) =>
      new Date(LAST - index * everyHours * HOUR_MS).toISOString(),
    ),
    ...fields,
  };
}

async function watch(rules: readonly AlertRule[], feeds: readonly QuietFeed[]) {
  const drafts: AlertDraft[] = [];
  const calls: string[] = [];
  const { outcome } = await watchSilence({
    listRules: () => Promise.resolve(rules),
    takeQuietFeeds() {
      calls.push('feeds');
      return Promise.resolve(feeds);
    },
    insertAlerts(given) {
      drafts.push(...given);
      return Promise.resolve(given.map((_, index) => String(index)));
    },
    enqueueAlerts(ids) {
      calls.push(`enqueue ${ids.length}`);
      return Promise.resolve();
    },
  });
  return { outcome, drafts, calls };
}

const silence = sampleRule({ condition: { silence: {} } });

describe('watchSilence', () => {
  it('tells of a feed that brings nothing for much longer than its rhythm allows', async () => {
    const { outcome, drafts } = await watch([silence], [feed(1, 24)]);
    expect(outcome).toBe('silent');
    expect(drafts).toMatchObject([
      {
        ruleId: '2',
        dedupeKey: 'silence feed:7 item:99',
        state: 'fired',
        card: { headline: 'Dam news has fallen silent', subject: { kind: 'feed' }, article: null },
      },
    ]);
    expect(drafts[0]?.card.reasons[0]?.text).toMatch(
      /^nothing new for 24 hours, since 2026-03-01 12:00, where its rhythm let expect 2\d\.\d items/,
    );
  });

  it.each([
    ['of a feed with an item an hour, for 5 hours', feed(1, 5)],
    ['of a feed with an item every ten minutes, for 4 hours', feed(1 / 6, 4)],
    ['of a feed with an item a day, for 4 days', feed(24, 4 * 24)],
    ['of a feed that too little is known of', feed(1, 100, { arrivals: feed(1, 1).arrivals.slice(0, 9) })],
  ])('calls nobody for the pause %s', async (_, quiet) => {
    expect(await watch([silence], [quiet])).toMatchObject({ outcome: 'as_usual', drafts: [] });
  });

  it('knows the nights and weekends of a feed', async () => {
    const workdays = Array.from({ length: 42 * 24 }, (_, hour) => LAST - hour * HOUR_MS).filter((ms) => {
      const at = new Date(ms);
      return at.getUTCDay() % 6 !== 0 && at.getUTCHours() >= 8 && at.getUTCHours() < 18;
    });
    const friday = Date.parse('2026-02-27T17:00:00Z');
    const arrivals = workdays.filter((ms) => ms <= friday).map((ms) => new Date(ms).toISOString());
    const until = (day: string) =>
      feed(1, 0, { arrivals, lastSeenAt: new Date(friday), watchedUntil: new Date(day) });
    expect((await watch([silence], [until('2026-03-01T17:00:00Z')])).outcome).toBe('as_usual');
    expect((await watch([silence], [until('2026-03-03T17:00:00Z')])).outcome).toBe('silent');
  });

  it('is asked by part of a title or address, also inside an any', async () => {
    const about = (part: string) =>
      sampleRule({ condition: { any: [{ topic: ['x'] }, { silence: { feeds: [part] } }] } });
    expect((await watch([about('DAM')], [feed(1, 24)])).drafts).toHaveLength(1);
    expect((await watch([about('news.example')], [feed(1, 24)])).drafts).toHaveLength(1);
    expect((await watch([about('other')], [feed(1, 24)])).drafts).toEqual([]);
  });

  it('tells of a silence from before the rule only where it includes the past', async () => {
    const later = { since: new Date('2026-03-02T13:00:00Z'), condition: { silence: {} } };
    expect((await watch([sampleRule(later)], [feed(1, 48)])).drafts).toEqual([]);
    expect((await watch([sampleRule({ ...later, includePast: true })], [feed(1, 48)])).drafts).toHaveLength(
      1,
    );
  });

  it('looks at no feed when no rule asks', async () => {
    expect(await watch([sampleRule(), { ...silence, enabled: false }], [feed(1, 24)])).toMatchObject({
      outcome: 'not_asked',
      calls: [],
    });
  });
});
