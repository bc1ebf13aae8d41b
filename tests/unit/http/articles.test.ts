import { describe, expect, it } from 'vitest';
import type { ArticleFilter, ArticleListing } from '../../../src/model/article-record.js';
import { BARE_ARTICLE, FULL_ARTICLE } from '../export/listings.js';
import { openHttpApp, readProblem } from './open-http-app.js';

interface Page {
  readonly articles: readonly { readonly id: string }[];
  readonly next: string | null;
}

/** Asks for articles; the filter that the store was asked with comes along. */
async function get(query: string, rows: readonly ArticleListing[] = []) {
  const filters: ArticleFilter[] = [];
  const app = openHttpApp({
    listArticles(filter) {
      filters.push(filter);
      return Promise.resolve(rows);
    },
  });
  const response = await app.request(`/api/articles${query}`);
  return { response, filters };
}

/** `count` articles, newest first. */
function articles(count: number): ArticleListing[] {
  return Array.from({ length: count }, (_, index) => ({
    ...BARE_ARTICLE,
    id: String(100 - index),
    occurredAt: new Date(Date.UTC(2026, 2, 1, 12, 0, 0, 500 - index)),
  }));
}

describe('GET /api/articles', () => {
  it('lists fifty by default', async () => {
    const { response, filters } = await get('', [FULL_ARTICLE]);
    expect(response.status).toBe(200);
    expect(filters).toEqual([{ limit: 50 }]);
    expect(await response.json()).toEqual({
      articles: [JSON.parse(JSON.stringify(FULL_ARTICLE))],
      next: null,
    });
  });

  it('hands every condition on', async () => {
    const query = new URLSearchParams({
      country: 'KP',
      actor: ' Quiet Heron ',
      kind: 'threat-actor',
      currency: 'USD',
      min: '1500000.5',
      since: '2026-01-31T10:00:00+02:00',
      source: 'Example & friends',
      search: '"a phrase" or b',
      limit: '7',
    });
    expect((await get(`?${query.toString()}`)).filters).toEqual([
      {
        country: 'KP',
        actor: 'Quiet Heron',
        kind: 'threat-actor',
        currency: 'USD',
        minAmount: 1_500_000.5,
        since: new Date('2026-01-31T08:00:00Z'),
        source: 'Example & friends',
        search: '"a phrase" or b',
        limit: 7,
      },
    ]);
  });

  it('takes a plain date for its start in UTC', async () => {
    const [filter] = (await get('?since=2026-01-31')).filters;
    expect(filter?.since).toEqual(new Date('2026-01-31T00:00:00Z'));
  });

  it.each([
    ['country', 'PRK'],
    ['actor', ''],
    ['search', 'a\0b'],
    ['actor', 'x'.repeat(201)],
    ['kind', 'ghost'],
    ['currency', '$'],
    ['min', '-1'],
    ['min', 'much'],
    ['min', ''],
    ['since', 'yesterday'],
    ['since', '2026-02-30'],
    ['limit', '0'],
    ['limit', '201'],
    ['limit', '1.5'],
    ['cursor', '1'],
    ['cursor', "1-1' or true --"],
    ['cursor', '999999999999999-1'],
    ['cursor', '1-9999999999999999999'],
    ['colour', 'red'],
  ])('names the wrong parameter: %s=%s', async (name, value) => {
    const { response, filters } = await get(`?${new URLSearchParams({ [name]: value }).toString()}`);
    expect(response.status).toBe(400);
    const { status, title, detail } = await readProblem(response);
    expect({ status, title }).toEqual({ status: 400, title: 'The query has mistakes' });
    expect(detail).toMatch(new RegExp(`^(?:${name}: |query: .*"${name}")`));
    expect(filters).toEqual([]);
  });

  it('names an unknown parameter and every wrong one at once', async () => {
    const { response } = await get('?colour=red&limit=0&country=1');
    const { detail } = await readProblem(response);
    expect(detail).toMatch(/limit: .*country: |country: .*limit: /);
    expect(detail).toContain('"colour"');
  });

  it('points behind a full page, and nowhere behind the last one', async () => {
    const full = (await (await get('?limit=3', articles(3))).response.json()) as Page;
    expect(full.next).not.toBeNull();
    const last = (await (await get('?limit=3', articles(2))).response.json()) as Page;
    expect(last.next).toBeNull();
    const none = (await (await get('?limit=3')).response.json()) as Page;
    expect(none.next).toBeNull();
  });

  it('goes on exactly behind the last article when its cursor comes back', async () => {
    const rows = articles(3);
    const { next } = (await (await get('?limit=3', rows)).response.json()) as Page;
    const { filters } = await get(`?limit=3&country=KP&cursor=${String(next)}`);
    expect(filters).toEqual([
      { limit: 3, country: 'KP', after: { occurredAt: rows[2]?.occurredAt, id: rows[2]?.id } },
    ]);
  });

  it('takes back the cursor of an article from before 1970', async () => {
    const old = {
      ...BARE_ARTICLE,
      id: '7',
      occurredAt: new Date('1965-05-05T05:05:05.005Z'),
    };
    const { next } = (await (await get('?limit=1', [old])).response.json()) as Page;
    const { filters } = await get(`?cursor=${String(next)}`);
    expect(filters).toEqual([{ limit: 50, after: { occurredAt: old.occurredAt, id: old.id } }]);
  });
});
