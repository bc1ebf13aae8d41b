import { describe, expect, it } from 'vitest';
import { FEED_CASE_NAMES, makeFeedCase } from '../../../bench/feeds/feed-case.js';
import { parseFeed } from '../../../src/feeds/parse-feed.js';

describe('makeFeedCase', () => {
  it('writes the same feeds on every call', () => {
    const [once, again] = [makeFeedCase('polling-day'), makeFeedCase('polling-day')].map(({ feeds }) =>
      Buffer.concat(feeds.map((feed) => feed.body)),
    );
    expect(once?.equals(again ?? Buffer.alloc(0))).toBe(true);
  });

  it.each(FEED_CASE_NAMES.filter((name) => !name.endsWith('000')))(
    'knows what must be read from %s',
    async (name) => {
      for (const { body, contentType, items: count, first, last } of makeFeedCase(name).feeds) {
        const { items } = await parseFeed({ body, contentType });
        expect(items).toHaveLength(count);
        for (const [item, expected] of [
          [items[0], first],
          [items.at(-1), last],
        ] as const) {
          expect(item).toMatchObject({ title: expected.title, link: expected.link });
          expect(Date.parse(item?.publishedAt ?? '')).toBe(expected.publishedMs);
        }
      }
    },
  );
});
