import { describe, expect, it } from 'vitest';
import { itemIdentity } from '../../../src/feeds/item-identity.js';
import { sampleItem } from '../../helpers/sample-records.js';

describe('itemIdentity', () => {
  it('is the guid, else the link', () => {
    expect(itemIdentity(sampleItem({ guid: 'g', link: 'https://a.example/' }))).toBe('g');
    expect(itemIdentity(sampleItem({ link: 'https://a.example/', title: 'T' }))).toBe('https://a.example/');
  });

  it('stays when a title is corrected', () => {
    expect(itemIdentity(sampleItem({ guid: 'g', title: 'Fisrt' }))).toBe(
      itemIdentity(sampleItem({ guid: 'g', title: 'First' })),
    );
  });

  it('keeps two items of the same minute apart', () => {
    const publishedAt = '2026-03-04T10:00:00.000Z';
    const [a, b] = [sampleItem({ title: 'One', publishedAt }), sampleItem({ title: 'Two', publishedAt })];
    expect(itemIdentity(a)).not.toBe(itemIdentity(b));
    expect(itemIdentity(a)).toMatch(/^sha256:[0-9a-f]{32}$/);
  });

  it('does not confuse what stands in which field', () => {
    expect(itemIdentity(sampleItem({ title: 'ab' }))).not.toBe(
      itemIdentity(sampleItem({ title: 'a', summary: 'b' })),
    );
  });

  it('stays short for a guid of any length', () => {
    expect(itemIdentity(sampleItem({ guid: 'x'.repeat(10_000) })).length).toBeLessThanOrEqual(500);
  });
});
