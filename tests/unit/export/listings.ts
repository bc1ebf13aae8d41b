import type { ActorListing, ArticleListing, MoneyListing } from '../../../src/model/article-record.js';

/** An article with everything, characters that every format must escape included. */
export const FULL_ARTICLE: ArticleListing = {
  id: '41',
  url: 'https://news.example/2026/heist?a=1&b=2',
  title: 'Lazarus & friends: "$1.5 <billion> heist"',
  byline: "Mary O'Neil, José Ruiz",
  site: 'Example News',
  lang: 'en',
  publishedAt: new Date('2026-03-04T05:06:07.890Z'),
  occurredAt: new Date('2026-03-04T05:06:07.890Z'),
  status: 'tagged',
  summary: 'Losses <b>mount</b> & grow,\nthe exchange said.',
  section: 'Markets',
  keywords: ['crypto', 'heists'],
  imageUrl: 'https://news.example/heist.jpg?w=1200',
  source: 'Example feed',
  countries: ['KP', 'US'],
  impliedCountries: ['AE'],
  actors: [
    { name: 'Lazarus Group', kind: 'threat-actor' },
    { name: 'Ben Zhou', kind: 'person' },
    { name: 'FBI', kind: 'organisation' },
  ],
  money: [
    { amount: '1500000000', amountMax: null, currency: 'USD', purpose: 'theft', surface: '$1.5 billion' },
    { amount: '10', amountMax: '20', currency: 'EUR', purpose: null, surface: '10 to 20 euros' },
  ],
  storyId: '9',
  reprintOf: '40',
  alsoIn: 3,
};

/** An article of which next to nothing is known. */
export const BARE_ARTICLE: ArticleListing = {
  id: '42',
  url: 'https://plain.example/post',
  title: null,
  byline: null,
  site: null,
  lang: null,
  publishedAt: null,
  occurredAt: new Date('2026-03-03T00:00:00Z'),
  status: 'tagged',
  summary: null,
  section: null,
  keywords: [],
  imageUrl: null,
  source: null,
  countries: [],
  impliedCountries: [],
  actors: [],
  money: [],
  storyId: null,
  reprintOf: null,
  alsoIn: 0,
};

export const ACTOR: ActorListing = {
  id: '7',
  name: 'Lazarus Group',
  kind: 'threat-actor',
  externalId: 'G0032',
  aliases: ['HIDDEN COBRA', 'Zinc'],
  firstSeenAt: new Date('2026-01-02T03:04:05Z'),
  articles: 3,
  mentions: 9,
};

export const SUM: MoneyListing = {
  amount: '-4.50',
  amountMax: null,
  currency: 'USD',
  purpose: 'fine',
  surface: '-$4.50',
  articleId: '41',
  articleTitle: '@home',
  articleUrl: 'https://news.example/fine',
  occurredAt: new Date('2026-03-04T00:00:00Z'),
  sentence: 'It paid "a fine", -$4.50.',
};
