import { describe, expect, it } from 'vitest';
import type { HttpDeps } from '../../../src/http/http-deps.js';
import type { RuleDefinition } from '../../../src/model/alert.js';
import type { RehearsalWork } from '../../../src/model/rehearsal.js';
import { sampleRule } from '../../helpers/sample-records.js';
import { openHttpApp, readProblem } from './open-http-app.js';

const JSON_TYPE = { 'content-type': 'application/json' };
const send = (method: string, body: unknown, headers: Record<string, string> = JSON_TYPE) => ({
  method,
  headers,
  body: JSON.stringify(body),
});
const listRules: HttpDeps['listRules'] = () => Promise.resolve([sampleRule()]);

describe('/api/rules', () => {
  it('lists and shows rules', async () => {
    const app = openHttpApp({ listRules });
    const { rules } = (await (await app.request('/api/rules')).json()) as { rules: unknown[] };
    expect(rules).toEqual([await (await app.request('/api/rules/new%20groups')).json()]);
    expect(rules[0]).toMatchObject({
      name: 'new groups',
      channels: ['desk'],
      enabled: true,
      includePast: false,
    });
    expect((await readProblem(await app.request('/api/rules/other'))).status).toBe(404);
  });

  it('saves a rule under the name of its address', async () => {
    const saved: RuleDefinition[] = [];
    const app = openHttpApp({ saveRule: (rule) => Promise.resolve(saved.push(rule)) });
    const response = await app.request('/api/rules/dams', send('PUT', { condition: { topic: 'dam' } }));
    expect(response.status).toBe(200);
    expect(saved).toMatchObject([{ name: 'dams', condition: { topic: ['dam'] }, channels: [] }]);
  });

  it.each([
    [
      'a rule that can not match',
      { condition: { country: ['XX'] } },
      /condition\.country\[0\] "XX" is not known/,
    ],
    ['no condition', {}, /condition/],
    ['no object', [1], /condition/],
  ])('refuses %s with the part at fault', async (_, body, detail) => {
    const problem = await readProblem(await openHttpApp().request('/api/rules/x', send('PUT', body)));
    expect(problem).toMatchObject({ status: 400, detail: expect.stringMatching(detail) as string });
  });

  it('takes nothing but JSON, which pages of other sites can not send unasked', async () => {
    const app = openHttpApp();
    for (const [path, method] of [
      ['/api/rules/x', 'PUT'],
      ['/api/rules/test', 'POST'],
    ] as const) {
      const plain = await app.request(path, send(method, {}, { 'content-type': 'text/plain' }));
      expect((await readProblem(plain)).status).toBe(415);
      const broken = await app.request(path, { method, headers: JSON_TYPE, body: '{' });
      expect((await readProblem(broken)).status).toBe(400);
      const large = {
        method,
        headers: { ...JSON_TYPE, 'content-length': '300000' },
        body: 'x'.repeat(300_000),
      };
      expect((await readProblem(await app.request(path, large))).status).toBe(413);
    }
  });

  it('removes a rule, and says when there is none', async () => {
    const app = openHttpApp({ removeRule: (name) => Promise.resolve(name === 'dams') });
    expect((await app.request('/api/rules/dams', { method: 'DELETE' })).status).toBe(204);
    expect((await app.request('/api/rules/other', { method: 'DELETE' })).status).toBe(404);
  });

  it('tries a rule out without saving it', async () => {
    const works: RehearsalWork[] = [];
    const report = {
      rule: 'test',
      since: '',
      articles: 3,
      alerts: [],
      total: 0,
      past: 0,
      waiting: 0,
      perDay: [],
      caveats: [],
    };
    const app = openHttpApp({
      rehearse(work) {
        works.push(work);
        return Promise.resolve(report);
      },
    });
    const body = { rule: { condition: { topic: 'dam' } }, days: 7 };
    expect(await (await app.request('/api/rules/test', send('POST', body))).json()).toEqual(report);
    expect(works).toMatchObject([
      { rule: { name: 'test' }, since: new Date('2026-02-22T12:00:00Z'), limit: 50 },
    ]);
    const bad = await app.request('/api/rules/test', send('POST', { rule: body.rule, days: 0 }));
    expect((await readProblem(bad)).detail).toContain('days');
  });
});

describe('/api/alerts', () => {
  it('lists alerts in pages', async () => {
    const filters: unknown[] = [];
    const app = openHttpApp({
      listAlerts(filter) {
        filters.push(filter);
        const alert = { rule: 'x', state: 'fired' as const, voices: [], card: {} as never, firedAt: null };
        return Promise.resolve([{ ...alert, id: '9', createdAt: new Date(0) }]);
      },
    });
    const page = await (await app.request('/api/alerts?rule=x&state=fired&limit=1&cursor=12')).json();
    expect(page).toMatchObject({ alerts: [{ id: '9' }], next: '9' });
    expect(filters).toEqual([{ rule: 'x', state: 'fired', limit: 1, before: '12' }]);
    expect((await readProblem(await app.request('/api/alerts?state=lost'))).status).toBe(400);
  });
});
