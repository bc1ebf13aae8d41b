import { describe, expect, it } from 'vitest';
import { createArchive } from '../../../demo/newsroom/archive.js';
import { writeCoverage } from '../../../demo/newsroom/event-coverage/write-coverage.js';

describe('writeCoverage', () => {
  const articles = writeCoverage({ seed: 3, events: 30 });

  it('writes the same on every call, and something else for another seed', () => {
    expect(writeCoverage({ seed: 3, events: 30 })).toEqual(articles);
    expect(writeCoverage({ seed: 4, events: 30 })).not.toEqual(articles);
  });

  it('writes in the order of publication, each article on a site of its own', () => {
    const times = articles.map(({ publishedAt }) => publishedAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(new Set(articles.map(({ url }) => url)).size).toBe(articles.length);
  });

  it('has every way to reprint, other coverage and traps, and they are what their names say', () => {
    expect(new Set(articles.map(({ way }) => way))).toEqual(
      new Set([
        'original',
        'verbatim',
        'trimmed',
        're-headlined',
        'rewritten',
        'lightly-edited',
        'boilerplate',
        'related',
        'same-form',
      ]),
    );
    for (const article of articles) {
      const original = articles.find(({ way, event }) => way === 'original' && event === article.event);
      if (article.way === 'same-form') expect(original).toBeUndefined();
      else if (article.way === 'related') expect(article.text).not.toBe(original?.text);
      else expect(article.text).toBe(original?.text);
      if (article.way === 'verbatim') expect(article.body).toBe(original?.body);
      if (article.way === 'trimmed') expect(original?.body.startsWith(article.body)).toBe(true);
      if (article.way === 'boilerplate') expect(article.body).toContain(original?.body);
      expect(article.body).not.toMatch(/[{}[\]]|undefined/);
    }
  });
});

describe('reprints in the newsroom', () => {
  const open = (reprints: number) =>
    createArchive({ seed: 5, stories: 200, reprints, now: new Date('2026-03-04T00:00:00Z'), port: 80 });

  it('are none unless asked for', () => {
    const archive = open(0);
    for (let id = 1; id <= 200; id += 1) expect(archive.story(id).reprintOf).toBeNull();
  });

  it('hold the whole text of a story of another outlet, with its truth', () => {
    const archive = open(0.4);
    const stories = Array.from({ length: 200 }, (_, index) => archive.story(index + 1));
    const reprints = stories.filter(({ reprintOf }) => reprintOf !== null);
    expect(reprints.length).toBeGreaterThan(20);
    for (const { reprintOf, outlet, body, countries, money } of reprints) {
      const original = archive.story(Number(reprintOf));
      expect(original.reprintOf).toBeNull();
      expect(original.outlet).not.toBe(outlet);
      expect(body).toContain(original.body);
      expect({ countries, money }).toEqual({ countries: original.countries, money: original.money });
    }
    expect(reprints.some(({ title, reprintOf }) => title !== archive.story(Number(reprintOf)).title)).toBe(
      true,
    );
  });
});
