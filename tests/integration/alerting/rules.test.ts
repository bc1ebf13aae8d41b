import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../../helpers/open-test-store.js';
import { sampleOfferedItem, samplePollSuccess } from '../../helpers/sample-records.js';
import { rehearseRule } from '../../../src/pipeline/rehearse-rule.js';
import { createKnownNames } from '../../../src/tagging/known-names.js';
import { createAlertWorld, type AlertWorld } from './alert-world.js';

const HERON = [{ name: 'Heron' }];

describe('rules on Postgres', () => {
  let opened: TestStore;
  let world: AlertWorld;

  beforeAll(async () => {
    opened = await openTestStore();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    await opened.db.query('truncate feeds, articles, actors, alert_rules, channels restart identity cascade');
    world = createAlertWorld(opened);
  });

  const alerts = () => opened.store.listAlerts({ limit: 100 });
  async function tagNew(article: Parameters<AlertWorld['addArticle']>[0]): Promise<string[]> {
    return world.tag(await world.addArticle(article));
  }

  describe('the gate', () => {
    it('fires once when enough publishers have named the actor, however many come at once', async () => {
      await world.addRule({ firstMention: {} }, { corroboration: { voices: 3, trusted: [] } });
      expect(await tagNew({ site: 'a.example', names: HERON })).toEqual([]);
      expect(await tagNew({ site: 'www.a.example', names: HERON })).toEqual([]);
      expect(await alerts()).toMatchObject([{ state: 'waiting', voices: ['a.example'], firedAt: null }]);
      const ids: string[] = [];
      for (const site of ['b', 'c', 'd', 'b', 'c', 'd', 'e']) {
        ids.push(await world.addArticle({ site: `${site}.example`, names: HERON }));
      }
      const sent = await Promise.all(ids.map((id) => world.tag(id)));
      expect(sent.flat()).toHaveLength(1);
      const [fired, ...more] = await alerts();
      expect(more).toEqual([]);
      expect(fired).toMatchObject({ state: 'fired', firedAt: expect.any(Date) as Date });
      expect(fired?.voices).toHaveLength(3);
      expect(fired?.card.reasons).toHaveLength(3);
    });

    it('fires at once on the word of a trusted publisher', async () => {
      await world.addRule({ firstMention: {} }, { corroboration: { voices: 9, trusted: ['wire.example'] } });
      expect(await tagNew({ site: 'a.example', names: HERON })).toEqual([]);
      expect(await tagNew({ site: 'wire.example', names: HERON })).toHaveLength(1);
    });

    it('counts for a watched actor only who says it again in the same story, also at once', async () => {
      await world.addRule({ actor: ['heron'] }, { corroboration: { voices: 2, trusted: [] } });
      const ids = [];
      for (const site of ['a.example', 'b.example', 'c.example']) {
        ids.push(await world.addArticle({ site, names: HERON }));
      }
      await Promise.all(ids.map((id) => world.tag(id)));
      expect((await alerts()).map(({ state }) => state)).toEqual(['waiting', 'waiting', 'waiting']);
    });

    it('leaves alerts of rules that rest waiting', async () => {
      await world.addRule({ firstMention: {} }, { corroboration: { voices: 2, trusted: [] } });
      await tagNew({ site: 'a.example', names: HERON });
      await opened.store.setRuleEnabled('rule', false);
      expect(await tagNew({ site: 'b.example', names: HERON })).toEqual([]);
      await opened.store.setRuleEnabled('rule', true);
      expect(await tagNew({ site: 'b.example', names: HERON })).toHaveLength(1);
    });
  });

  describe('the watermark', () => {
    it('takes what the first poll of a feed brings for the past, and nothing later', async () => {
      await world.addRule({ topic: ['came'] });
      const { ids } = await opened.store.upsertFeeds([{ url: 'https://n.example/feed' }]);
      const [feedId = ''] = ids;
      const poll = async (path: string) => {
        const items = [sampleOfferedItem(path, { url: `https://n.example/${path}` })];
        const { newArticleIds } = await opened.store.savePoll(feedId, items, () => samplePollSuccess(feedId));
        const [articleId = ''] = newArticleIds;
        await opened.db.query(`update articles set text = 'It came.', status = 'fetched' where id = $1`, [
          articleId,
        ]);
        return articleId;
      };
      const first = await poll('old');
      const second = await poll('new');
      await opened.db.query('delete from polls');
      expect(await world.tag(first)).toEqual([]);
      expect(await world.tag(second)).toHaveLength(1);
    });

    it('takes for news what an established feed offers as well', async () => {
      await world.addRule({ topic: ['came'] });
      const { ids } = await opened.store.upsertFeeds([
        { url: 'https://n.example/feed' },
        { url: 'https://m.example/feed' },
      ]);
      const [fresh = '', old = ''] = ids;
      await opened.store.savePoll(old, [], () => samplePollSuccess(old));
      const items = [sampleOfferedItem('x', { url: 'https://n.example/x' })];
      const { newArticleIds } = await opened.store.savePoll(fresh, items, () => samplePollSuccess(fresh));
      await opened.store.savePoll(old, items, () => samplePollSuccess(old));
      const [articleId = ''] = newArticleIds;
      await opened.db.query(`update articles set text = 'It came.', status = 'fetched' where id = $1`, [
        articleId,
      ]);
      expect(await world.tag(articleId)).toHaveLength(1);
    });

    it('leaves out articles that were found before the rule', async () => {
      const id = await world.addArticle({ site: 'a.example', names: HERON });
      await opened.store.saveAlertRule({
        name: 'late',
        condition: { firstMention: {} },
        corroboration: { voices: 1, trusted: [] },
        channels: [],
      });
      await world.tag(id);
      expect(await alerts()).toEqual([]);
    });
  });

  it('finds watched actors by any name that texts, imports and the catalogue have', async () => {
    await opened.store.importActors(
      [{ name: 'Otter', kind: 'threat-actor', externalId: null, aliases: ['OTR'], origin: null }],
      'test.json',
    );
    await world.addRule({ actor: ['OTR', 'cozy bear', 'Storm-1'] });
    await tagNew({ site: 'a.example', names: [{ name: 'Otter' }] });
    await tagNew({ site: 'a.example', names: [{ name: 'APT29' }] });
    await tagNew({ site: 'a.example', names: [{ name: 'Heron' }, { name: 'Heron', surface: 'Storm-1' }] });
    await tagNew({ site: 'a.example', names: [{ name: 'Heron' }] });
    await tagNew({ site: 'a.example', names: [{ name: 'Nobody' }] });
    expect((await alerts()).map(({ card }) => card.subject.name).reverse()).toEqual([
      'Otter',
      'APT29',
      'Heron',
      'Heron',
    ]);
  });

  it('says how long an actor was not in the news, and finds its surge', async () => {
    await world.addRule({ any: [{ surge: {} }, { actor: ['heron'] }] });
    const at = (day: string) => ({ site: 'a.example', names: HERON, publishedAt: `${day}T08:00:00.000Z` });
    await tagNew({ ...at('2025-01-13'), names: [{ name: 'Other' }] });
    await tagNew(at('2025-01-13'));
    await tagNew({ ...at('2026-02-01'), names: [{ name: 'Other' }] });
    for (let count = 0; count < 5; count += 1) await tagNew(at('2026-03-01'));
    const texts = (await alerts()).map(({ card }) => card.reasons[0]?.text).reverse();
    expect(texts[0]).toBe('mentioned for the first time');
    expect(texts[1]).toBe('first time in 412 days');
    expect(texts.filter((text) => text?.startsWith('5 stories in 24 hours'))).toHaveLength(1);
  });

  it('matches a saved search by the database', async () => {
    await world.addRule({ search: { text: '"river dam" -flood', source: 'A.EXAMPLE', lang: 'en' } });
    await tagNew({ site: 'a.example', names: [], text: 'A river dam broke.' });
    await tagNew({ site: 'b.example', names: [], text: 'A river dam broke.' });
    await tagNew({ site: 'a.example', names: [], text: 'A river dam broke in the flood.' });
    await tagNew({ site: 'a.example', names: [], text: 'A dam of the river broke.' });
    expect((await alerts()).map(({ card }) => card.article?.url)).toEqual(['https://a.example/article-1']);
  });

  it('keeps the alerts of a muted rule and sends none', async () => {
    await world.addRule({ firstMention: {} });
    await opened.store.muteRule('rule', new Date(Date.now() + 60_000));
    expect(await tagNew({ site: 'a.example', names: HERON })).toEqual([]);
    expect(await alerts()).toMatchObject([{ state: 'fired' }]);
    await opened.store.muteRule('rule', null);
    expect(await tagNew({ site: 'a.example', names: [{ name: 'Other' }] })).toHaveLength(1);
  });

  it('refuses channels that do not exist and searches that find nothing, and saves no rule then', async () => {
    const rule = { name: 'x', corroboration: { voices: 1, trusted: [] }, channels: ['nowhere'] };
    const save = (more: object) =>
      opened.store.saveAlertRules([{ ...rule, condition: { topic: ['a'] }, ...more }]);
    await expect(save({})).rejects.toThrow(/no channel named nowhere/);
    await expect(save({ channels: [], condition: { search: { text: 'the' } } })).rejects.toThrow(
      /finds nothing/,
    );
    expect(await opened.store.listAlertRules()).toEqual([]);
  });

  it('sends in a rehearsal what was sent', async () => {
    const gate = { voices: 2, trusted: ['wire.example'] };
    await world.addRule({ firstMention: {} }, { name: 'gated', corroboration: gate });
    await world.addRule({ any: [{ actor: ['Heron'] }, { topic: ['river'] }] }, { name: 'watched' });
    const sites = ['a', 'b', 'wire', 'a', 'c', 'b'];
    for (const [index, site] of sites.entries()) {
      const names = [{ name: index % 2 === 0 ? 'Heron' : 'Otter' }, { name: `Group ${index % 4}` }];
      await tagNew({ site: `${site}.example`, names, text: index === 3 ? 'The river.' : '' });
    }
    const knownNames = createKnownNames();
    for (const rule of await opened.store.listAlertRules()) {
      const report = await rehearseRule(
        { readStoredEvents: opened.store.readStoredEvents, knownNames },
        { rule, since: new Date('2020-01-01'), limit: 100 },
      );
      const sent = await opened.store.listAlerts({ rule: rule.name, state: 'fired', limit: 100 });
      expect(report.alerts.map(({ card }) => card)).toEqual(
        expect.arrayContaining(sent.map(({ card }) => card)),
      );
      expect(report.total).toBe(sent.length);
      expect(sent.length).toBeGreaterThan(2);
      expect(report.past).toBe(0);
      expect(report.articles).toBe(sites.length);
    }
    expect((await alerts()).length).toBeGreaterThan(5);
  });

  it('finds feeds that are quiet, but none that rest or fail, and each once in a while', async () => {
    for (const site of ['a', 'b', 'c']) await world.addArticle({ site: `${site}.example`, names: [] });
    const quietForMs = 6 * 3_600_000;
    await opened.db.query(`update items set seen_at = now() - interval '7 hours'`);
    await opened.db.query(`update feeds set status = 'paused' where url like '%//b.%'`);
    await opened.db.query(`update feeds set failure_count = 1 where url like '%//c.%'`);
    const found = await opened.store.takeQuietFeeds({ quietForMs, limit: 10 });
    expect(found.map(({ url }) => url)).toEqual(['https://a.example/feed']);
    expect(await opened.store.takeQuietFeeds({ quietForMs, limit: 10 })).toEqual([]);
    await opened.db.query(
      `update feeds set silence_checked_at = null, last_success_at = now() - interval '2 hours'`,
    );
    expect(await opened.store.takeQuietFeeds({ quietForMs, limit: 10 })).toEqual([]);
  });
});
