import { describe, expect, it } from 'vitest';
import { groupDigits, renderSummary } from '../../../src/cli/render-summary.js';
import type { RunSummary } from '../../../src/model/progress.js';

const NOTHING: RunSummary = {
  articles: 0,
  tagged: 0,
  failures: [],
  skipped: [],
  feedFailures: [],
  countries: [],
  actors: [],
  money: [],
};

const FULL: RunSummary = {
  articles: 60,
  tagged: 55,
  countries: [
    { code: 'KP', articles: 7 },
    { code: 'XK', articles: 1 },
  ],
  actors: [{ name: 'Quiet Heron', kind: 'threat-actor', unverified: false, articles: 5 }],
  money: [
    {
      surface: '$1.5 million',
      amount: '1500000.00',
      currency: 'USD',
      purpose: 'ransom',
      title: 'Plans of a dam stolen',
    },
  ],
  failures: [{ code: 'http_404', count: 3, example: 'https://news.example/gone' }],
  skipped: [{ reason: 'too_short', count: 2 }],
  feedFailures: [{ url: 'https://news.example/feed.xml', code: 'timeout', message: 'no answer in 10 s' }],
};

describe('renderSummary', () => {
  it('is one line when a run brought nothing', () => {
    expect(renderSummary(NOTHING, 1.2)).toBe('0 articles, 0 tagged, in 2 s');
  });

  it('says what was found, largest first, and what failed', () => {
    expect(renderSummary(FULL, 200).split('\n\n')).toEqual([
      '60 articles, 55 tagged, in 3 min 20 s',
      [
        'Countries',
        'code  country      articles',
        '────  ───────────  ────────',
        'KP    North Korea         7',
        'XK    Kosovo              1',
      ].join('\n'),
      [
        'Actors',
        'actor        kind          articles',
        '───────────  ────────────  ────────',
        'Quiet Heron  threat-actor         5',
      ].join('\n'),
      [
        'Largest sums',
        'sum              amount  currency  for     article',
        '────────────  ─────────  ────────  ──────  ─────────────────────',
        '$1.5 million  1 500 000  USD       ransom  Plans of a dam stolen',
      ].join('\n'),
      [
        'Failed',
        '  3 × http_404  https://news.example/gone',
        '  2 × skipped: too_short',
        '  feed: timeout  https://news.example/feed.xml: no answer in 10 s',
      ].join('\n'),
    ]);
  });

  it('prints nothing that a terminal obeys, wherever it came from', () => {
    const evil = '\x1b[2Jevil\u202e\n';
    const summary = renderSummary(
      {
        ...NOTHING,
        actors: [{ name: evil, kind: 'person', unverified: true, articles: 1 }],
        money: [{ surface: evil, amount: '1', currency: 'USD', purpose: null, title: evil }],
        failures: [{ code: 'http_404', count: 1, example: evil }],
        feedFailures: [{ url: evil, code: 'timeout', message: evil }],
      },
      1,
    );
    expect(summary.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(summary.split('\n').filter((line) => line.includes('evil'))).toHaveLength(4);
  });
});

describe('groupDigits', () => {
  it.each([
    ['7', '7'],
    ['999', '999'],
    ['1000', '1 000'],
    ['1500000.5', '1 500 000.5'],
    ['1500000.50', '1 500 000.5'],
    ['0.00012345', '0.00012345'],
    ['1000.00', '1 000'],
    ['12345678901234567890', '12 345 678 901 234 567 890'],
  ])('writes %s as %s', (amount, expected) => {
    expect(groupDigits(amount)).toBe(expected);
  });
});
