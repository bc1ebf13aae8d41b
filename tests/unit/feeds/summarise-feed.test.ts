import { expect, it } from 'vitest';
import { summariseFeed } from '../../../src/feeds/summarise-feed.js';
import type { ParsedFeed, ParsedItem } from '../../../src/model/feed.js';

function item(fields: Partial<ParsedItem>): ParsedItem {
  return {
    guid: null,
    title: null,
    link: null,
    commentsUrl: null,
    publishedAt: null,
    updatedAt: null,
    dateProblem: null,
    dateText: null,
    summary: null,
    content: null,
    author: null,
    authors: [],
    categories: [],
    enclosures: [],
    language: null,
    ...fields,
  };
}

function feedOf(items: readonly ParsedItem[]): ParsedFeed {
  const pace = { ttlMinutes: null, skipHours: [], skipDays: [] };
  const push = { hubs: [], topic: null };
  return { format: 'rss', title: null, siteUrl: null, language: null, pace, push, notes: [], items };
}

it('counts items by what they lack, and finds the span of their dates', () => {
  const items = [
    item({ publishedAt: '2025-06-02T10:00:00.000Z', link: 'https://a.example/1' }),
    item({ publishedAt: '2025-06-01T10:00:00.000Z' }),
    item({ dateProblem: 'absent' }),
    item({ dateProblem: 'unreadable' }),
    item({ dateProblem: 'absurd' }),
  ];
  expect(summariseFeed(feedOf(items))).toEqual({
    items: 5,
    newestAt: '2025-06-02T10:00:00.000Z',
    oldestAt: '2025-06-01T10:00:00.000Z',
    undated: 1,
    unreadableDates: 1,
    absurdDates: 1,
    withoutLink: 4,
  });
});

it('of an empty feed says nothing', () => {
  expect(summariseFeed(feedOf([]))).toMatchObject({ items: 0, newestAt: null, oldestAt: null });
});
