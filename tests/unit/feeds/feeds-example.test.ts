import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFeedsFile } from '../../../src/feeds/feeds-file.js';

const FILE = new URL('../../../feeds.example.yml', import.meta.url);

describe('feeds.example.yml', () => {
  const { feeds, problems } = parseFeedsFile(readFileSync(FILE, 'utf8'), 'feeds.example.yml');

  it('is read without a problem: every address unique, every schedule valid', () => {
    expect(problems).toEqual([]);
  });

  it('lists a good number of feeds, each with a title and a category', () => {
    expect(feeds.length).toBeGreaterThanOrEqual(38);
    for (const feed of feeds) {
      expect(feed.title).toBeTruthy();
      expect(feed.category).toBeTruthy();
    }
  });

  it('uses https only', () => {
    expect(feeds.filter((feed) => !feed.url.startsWith('https://'))).toEqual([]);
  });

  it('has unique addresses, whatever their spelling', () => {
    const folded = feeds.map((feed) => feed.url.toLowerCase().replace(/\/$/, ''));
    expect(new Set(folded).size).toBe(feeds.length);
  });

  it('shows both kinds of schedule, and feeds without one', () => {
    const schedules = feeds.map((feed) => feed.schedule);
    expect(schedules).toContain('0 * * * *');
    expect(schedules).toContain('every 15m');
    expect(schedules).toContain(undefined);
  });
});
