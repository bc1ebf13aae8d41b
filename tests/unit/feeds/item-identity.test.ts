import { describe, expect, it } from 'vitest';
import { itemIdentity } from '../../../src/feeds/item-identity.js';
import type { ParsedItem } from '../../../src/model/feed.js';

const item = (fields: Partial<ParsedItem>): ParsedItem => ({
  guid: null,
  title: null,
  link: null,
  publishedAt: null,
  updatedAt: null,
  summary: null,
  content: null,
  author: null,
  categories: [],
  ...fields,
});

describe('itemIdentity', () => {
  it('is the guid, else the link', () => {
    expect(itemIdentity(item({ guid: 'g', link: 'https://a.example/' }))).toBe('g');
    expect(itemIdentity(item({ link: 'https://a.example/', title: 'T' }))).toBe('https://a.example/');
  });

  it('stays when a title is corrected', () => {
    expect(itemIdentity(item({ guid: 'g', title: 'Fisrt' }))).toBe(
      itemIdentity(item({ guid: 'g', title: 'First' })),
    );
  });

  it('keeps two items of the same minute apart', () => {
    const publishedAt = '2026-03-04T10:00:00.000Z';
    const [a, b] = [item({ title: 'One', publishedAt }), item({ title: 'Two', publishedAt })];
    expect(itemIdentity(a)).not.toBe(itemIdentity(b));
    expect(itemIdentity(a)).toMatch(/^sha256:[0-9a-f]{32}$/);
  });

  it('does not confuse what stands in which field', () => {
    expect(itemIdentity(item({ title: 'ab' }))).not.toBe(itemIdentity(item({ title: 'a', summary: 'b' })));
  });

  it('stays short for a guid of any length', () => {
    expect(itemIdentity(item({ guid: 'x'.repeat(10_000) })).length).toBeLessThanOrEqual(500);
  });
});
