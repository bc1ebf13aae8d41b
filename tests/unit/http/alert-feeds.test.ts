import RssParser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { alertFeedKey } from '../../../src/alerting/feed-key.js';
import { sampleCard } from '../../helpers/sample-records.js';
import { openHttpApp, readProblem } from './open-http-app.js';

const TOKEN = 'a-token/of+enough~characters_1.2==';
const RULE = 'new groups / all <b>';
const PATH = `/alerts/${encodeURIComponent(RULE)}`;

const ALERTS = [
  {
    id: '12',
    card: sampleCard({ headline: 'First <i>mention</i> of A & B' }),
    firedAt: new Date('2026-03-01T09:30:00.500Z'),
  },
  { id: '11', card: sampleCard({ article: null }), firedAt: new Date('2026-03-01T09:00:00Z') },
];

function open(apiToken: string | null = null) {
  const asked: unknown[] = [];
  const app = openHttpApp({
    apiToken,
    publicUrl: 'https://wirewatch.example',
    readAlertFeed(rule, limit) {
      asked.push([rule, limit]);
      return Promise.resolve(rule === RULE ? ALERTS : null);
    },
  });
  return { app, asked };
}

const get = async (path: string, headers: Record<string, string> = {}) =>
  open().app.request(path, { headers });

describe('the feed of a rule', () => {
  it('is RSS that feed readers read', async () => {
    const response = await get(`${PATH}.rss`);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const feed = await new RssParser().parseString(await response.text());
    expect(feed.title).toBe(`Alerts of ${RULE}`);
    expect(feed.items).toHaveLength(2);
    const [first, second] = feed.items;
    expect(first).toMatchObject({
      title: 'First <i>mention</i> of A & B',
      link: 'https://news.example/dam',
      guid: 'urn:wirewatch:alert:12',
      isoDate: '2026-03-01T09:30:00.000Z',
    });
    expect(first?.content).toContain('<mark>Quiet Heron</mark> stole plans');
    expect(second?.link).toBeUndefined();
  });

  it('is JSON Feed as well', async () => {
    const response = await get(`${PATH}.json`);
    expect(response.headers.get('content-type')).toBe('application/feed+json; charset=utf-8');
    const feed = (await response.json()) as {
      version: string;
      feed_url: string;
      items: Record<string, unknown>[];
    };
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(feed.feed_url).toBe(`https://wirewatch.example${PATH}.json`);
    expect(feed.items[0]).toMatchObject({
      id: 'urn:wirewatch:alert:12',
      url: 'https://news.example/dam',
      title: 'First <i>mention</i> of A & B',
      date_published: '2026-03-01T09:30:00.500Z',
      tags: ['Quiet Heron'],
      _wirewatch: ALERTS[0]?.card,
    });
    expect(feed.items[1]).not.toHaveProperty('url');
  });

  it('asks for the rule by its name, and for a bounded number of alerts', async () => {
    const { app, asked } = open();
    await app.request(`${PATH}.rss`);
    expect(asked).toEqual([[RULE, 100]]);
  });

  it('is unchanged by its validators', async () => {
    const { headers } = await get(`${PATH}.rss`);
    const etag = headers.get('etag') ?? '';
    const modified = headers.get('last-modified') ?? '';
    expect(modified).toBe('Sun, 01 Mar 2026 09:30:00 GMT');
    for (const condition of [
      { 'if-none-match': etag },
      { 'if-none-match': `"other", W/${etag}` },
      { 'if-none-match': '*' },
      { 'if-modified-since': modified },
    ]) {
      const again = await get(`${PATH}.rss`, condition);
      expect(again.status, JSON.stringify(condition)).toBe(304);
      expect(await again.text()).toBe('');
      expect(again.headers.get('etag')).toBe(etag);
    }
    for (const condition of [
      { 'if-none-match': '"other"' },
      { 'if-none-match': '"other"', 'if-modified-since': modified },
      { 'if-modified-since': 'Sun, 01 Mar 2026 09:29:59 GMT' },
      { 'if-modified-since': 'yesterday' },
    ]) {
      expect((await get(`${PATH}.rss`, condition)).status, JSON.stringify(condition)).toBe(200);
    }
  });

  it.each(['/alerts/other.rss', '/alerts/%00.rss', '/alerts/x.atom', '/alerts/', '/alerts/.rss'])(
    'is not at %s',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(await readProblem(response)).toMatchObject({ status: 404 });
    },
  );
});

describe('the key of a feed', () => {
  const key = alertFeedKey(TOKEN, RULE);
  const statusOf = async (path: string, headers: Record<string, string> = {}) =>
    (await open(TOKEN).app.request(path, { headers })).status;

  it('opens that feed, in both formats', async () => {
    expect(await statusOf(`${PATH}.rss?key=${key}`)).toBe(200);
    expect(await statusOf(`${PATH}.json?key=${key}`)).toBe(200);
  });

  it('opens nothing else', async () => {
    expect(await statusOf(`/alerts/other.rss?key=${key}`)).toBe(401);
    expect(await statusOf(`/api/articles?key=${key}`)).toBe(401);
    expect(await statusOf(`${PATH}.rss`, { authorization: `Bearer ${key}` })).toBe(401);
  });

  it.each(['', '?key=', '?key=x', `?key=${TOKEN}`, `?token=${encodeURIComponent(TOKEN)}`])(
    'or the token in a header is needed: %j is not enough',
    async (query) => {
      const response = await open(TOKEN).app.request(`${PATH}.rss${query}`);
      expect(response.status).toBe(401);
      expect(response.headers.get('www-authenticate')).toBe('Bearer');
      expect(await statusOf(`${PATH}.rss`, { authorization: `Bearer ${TOKEN}` })).toBe(200);
    },
  );

  it('tells nothing of the token, and is another with another token', () => {
    expect(key).toMatch(/^[\w-]{43}$/);
    expect(alertFeedKey(`${TOKEN}x`, RULE)).not.toBe(key);
  });

  it('stands in no address that the feed names', async () => {
    const response = await open(TOKEN).app.request(`${PATH}.rss?key=${key}`);
    expect(await response.text()).not.toContain(key);
  });
});
