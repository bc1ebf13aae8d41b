import { describe, expect, it } from 'vitest';
import { renderJsonFeed } from '../../../src/export/json-feed.js';
import { BARE_ARTICLE, FULL_ARTICLE } from './listings.js';

const HEAD = {
  title: 'Wirewatch',
  link: 'https://watch.example/',
  selfUrl: 'https://watch.example/articles.json',
  description: 'Tagged articles',
  builtAt: new Date('2026-03-05T01:02:03Z'),
};

describe('renderJsonFeed', () => {
  it('writes JSON Feed 1.1', () => {
    expect(JSON.parse(renderJsonFeed(HEAD, [FULL_ARTICLE]))).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Wirewatch',
      home_page_url: 'https://watch.example/',
      feed_url: 'https://watch.example/articles.json',
      description: 'Tagged articles',
      items: [
        {
          id: 'https://news.example/2026/heist?a=1&b=2',
          url: 'https://news.example/2026/heist?a=1&b=2',
          title: 'Lazarus & friends: "$1.5 <billion> heist"',
          content_text: 'Losses <b>mount</b> & grow,\nthe exchange said.',
          summary: 'Losses <b>mount</b> & grow,\nthe exchange said.',
          image: 'https://news.example/heist.jpg?w=1200',
          date_published: '2026-03-04T05:06:07.890Z',
          authors: [{ name: "Mary O'Neil, José Ruiz" }],
          language: 'en',
          tags: ['KP', 'US', 'Lazarus Group', 'Quiet Heron', 'Ben Zhou', 'FBI'],
          _wirewatch: {
            id: '41',
            source: 'Example feed',
            section: 'Markets',
            keywords: ['crypto', 'heists'],
            countries: ['KP', 'US'],
            implied_countries: ['AE'],
            actors: [
              { name: 'Lazarus Group', kind: 'threat-actor', unverified: false },
              { name: 'Quiet Heron', kind: 'threat-actor', unverified: true },
              { name: 'Ben Zhou', kind: 'person', unverified: false },
              { name: 'FBI', kind: 'organisation', unverified: false },
            ],
            money: [
              {
                amount: '1500000000',
                amount_max: null,
                currency: 'USD',
                purpose: 'theft',
                approx: true,
                bound: 'min',
                per: null,
                surface: '$1.5 billion',
                start: 40,
                conversion_of: null,
              },
              {
                amount: '1400000000',
                amount_max: null,
                currency: 'EUR',
                purpose: 'theft',
                approx: false,
                bound: null,
                per: null,
                surface: '€1.4 billion',
                start: 54,
                conversion_of: 40,
              },
              {
                amount: '10',
                amount_max: '20',
                currency: 'EUR',
                purpose: null,
                approx: true,
                bound: null,
                per: 'month',
                surface: '10 to 20 euros',
                start: 90,
                conversion_of: null,
              },
            ],
            partial_tags: false,
          },
        },
      ],
    });
  });

  it('leaves out what is not known, but always has content', () => {
    const { items } = JSON.parse(renderJsonFeed(HEAD, [BARE_ARTICLE])) as {
      items: Record<string, unknown>[];
    };
    expect(items).toEqual([
      {
        id: 'https://plain.example/post',
        url: 'https://plain.example/post',
        content_text: 'https://plain.example/post',
        date_published: '2026-03-03T00:00:00.000Z',
        tags: [],
        _wirewatch: {
          id: '42',
          source: null,
          section: null,
          keywords: [],
          countries: [],
          implied_countries: [],
          actors: [],
          money: [],
          partial_tags: true,
        },
      },
    ]);
  });
});
