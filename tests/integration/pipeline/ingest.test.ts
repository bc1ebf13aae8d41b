import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { compareWithTruth } from '../../../demo/compare-with-truth.js';
import { startNewsroom, type Newsroom } from '../../../demo/newsroom/start-newsroom.js';
import type { App } from '../../../src/app.js';
import { runIngest } from '../../../src/cli/run-ingest.js';
import { requeue } from '../../../src/cli/requeue.js';
import type { AlertCard } from '../../../src/model/alert.js';
import { eventually } from '../../helpers/eventually.js';
import { BACKENDS, openTestApp, startServices, type Services } from '../../helpers/pipeline.js';
import { NO_REDIS } from '../../helpers/start-redis.js';

const SECRET = 'a secret of the receiver';

interface Delivery {
  readonly id: string;
  readonly isSigned: boolean;
  readonly subject: string;
  readonly sentence: string;
}

/** A webhook receiver that refuses the first try of every third delivery. */
async function startReceiver(): Promise<{ url: string; accepted: Delivery[]; close(): Promise<void> }> {
  const accepted: Delivery[] = [];
  const refused = new Set<string>();
  const server: Server = createServer((request, response) => {
    void readBody(request).then((body) => {
      const id = String(request.headers['wirewatch-delivery']);
      if (Number(id) % 3 === 0 && !refused.has(id)) {
        refused.add(id);
        response.writeHead(503).end();
        return;
      }
      const timestamp = String(request.headers['wirewatch-timestamp']);
      const expected = createHmac('sha256', SECRET).update(`${timestamp}.${body}`).digest('hex');
      const [card] = (JSON.parse(body) as { alerts: { card: AlertCard }[] }).alerts.map(
        (alert) => alert.card,
      );
      accepted.push({
        id,
        isSigned: request.headers['wirewatch-signature'] === `sha256=${expected}`,
        subject: card?.subject.name ?? '',
        sentence: card?.reasons[0]?.evidence?.sentence ?? '',
      });
      response.writeHead(204).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    accepted,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

describe.each(BACKENDS)('the pipeline on %s', (backend) => {
  let services: Services | null;
  let newsroom: Newsroom;
  let app: App;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;

  beforeAll(async () => {
    services = await startServices(backend);
    if (services === null) return;
    newsroom = await startNewsroom({ stories: 60, seed: 7 });
    receiver = await startReceiver();
    app = await openTestApp(services);
    await app.store.saveChannel({
      name: 'desk',
      target: { type: 'webhook', url: receiver.url, secret: SECRET },
      manners: { digest: 'immediately', quietHours: null, maxPerHour: null },
    });
    await app.store.saveAlertRule({
      name: 'new groups',
      condition: { firstMention: { kinds: ['threat-actor'] } },
      corroboration: { voices: 1, trusted: [] },
      channels: ['desk'],
      // The newsroom is polled for the first time here.
      includePast: true,
    });
    const { ids } = await app.store.upsertFeeds(newsroom.feeds.map(({ url, title }) => ({ url, title })));
    await runIngest(app, { feedIds: ids, onProgress: () => undefined });
  }, 180_000);
  afterAll(async () => {
    if (services === null) return;
    await app.close();
    await newsroom.close();
    await receiver.close();
    await services.close();
  });
  beforeEach((ctx) => {
    if (services === null) ctx.skip(NO_REDIS);
  });

  async function statusIs(articleId: string | undefined, status: string): Promise<true | undefined> {
    const [row] = await app.db.query<{ status: string }>('select status from articles where id = $1', [
      articleId,
    ]);
    return row?.status === status ? true : undefined;
  }

  it('stores and tags each published story once and gives every dead link its reason', async () => {
    const run = { lastArticleId: '0', startedAt: new Date(0) };
    const result = await compareWithTruth(app.db, newsroom.truth, await app.store.summariseRun(run), 1);
    expect(result).toMatchObject({ published: 60, stored: 60, tagged: 60, lost: 0, twice: 0 });
    expect(result.failed).toMatchObject({ total: result.failed.expected, wrong: [] });
    expect(result.failed.expected).toBeGreaterThan(0);
  });

  it('keeps offsets that reproduce the surface of every mention', async () => {
    const rows = await app.db.query<{
      text: string;
      start_offset: number;
      end_offset: number;
      surface: string;
    }>(
      `select a.text, m.start_offset, m.end_offset, m.surface from articles a join (
         select article_id, start_offset, end_offset, surface from country_mentions
         union all select article_id, start_offset, end_offset, surface from actor_mentions
         union all select article_id, start_offset, end_offset, surface from money_mentions
       ) m on m.article_id = a.id`,
    );
    expect(rows.length).toBeGreaterThan(500);
    for (const row of rows) expect(row.text.slice(row.start_offset, row.end_offset)).toBe(row.surface);
  });

  it('alerts once on the first mention of each group, signed, past refusals', async () => {
    const groups = await app.db.query<{ name: string }>(
      `select distinct a.name from actors a join actor_mentions m on m.actor_id = a.id where a.kind = 'threat-actor'`,
    );
    expect(groups.length).toBeGreaterThan(5);
    expect(receiver.accepted.map((delivery) => delivery.subject).sort()).toEqual(
      groups.map((group) => group.name).sort(),
    );
    expect(new Set(receiver.accepted.map((delivery) => delivery.id)).size).toBe(receiver.accepted.length);
    expect(receiver.accepted.every((delivery) => delivery.isSigned && delivery.sentence !== '')).toBe(true);
  });

  it('sends in a rehearsal what was sent', async () => {
    const [rule] = await app.store.listAlertRules();
    if (rule === undefined) throw new Error('the rule is gone');
    const { alerts, total, past } = await app.rehearse({ rule, since: new Date(0), limit: 1_000 });
    const cardsOf = (cards: readonly AlertCard[]) =>
      cards.map(({ subject, article }) => `${subject.name} ${article?.id ?? ''}`).sort();
    const sent = await app.store.listAlerts({ rule: rule.name, limit: 1_000 });
    expect(cardsOf(alerts.map(({ card }) => card))).toEqual(cardsOf(sent.map(({ card }) => card)));
    expect([total, past]).toEqual([sent.length, sent.length]);
  });

  it('asks the next time with the validators it was given, and finds nothing new', async () => {
    await app.store.makeFeedsDue(null);
    const startedAt = newsroom.requests.length;
    const polls = await eventually('a second poll of every feed', async () => {
      const again = newsroom.requests.slice(startedAt).filter((request) => request.status === 304);
      return Promise.resolve(again.length >= newsroom.feeds.length ? again : undefined);
    });
    expect(polls.every((request) => request.method === 'GET')).toBe(true);
    const [counts] = await app.db.query<{ articles: number }>(
      'select count(*)::int as articles from articles',
    );
    expect(counts?.articles).toBe(60 + newsroom.truth.withdrawn.length);
  });

  it('replays quarantined work once its cause is gone', async () => {
    newsroom.publish(3);
    const story = newsroom.truth.stories.at(-1);
    newsroom.setFault(story?.url ?? '', { kind: 'status', status: 404 });
    const failed = await eventually('the story in quarantine', async () => {
      // A poll that was under way already has read the feed as it was before.
      await app.store.makeFeedsDue(null);
      const rows = await app.store.listQuarantine({ queue: 'articles', code: 'http_404' }, 100);
      return rows.find((row) => row.subject === story?.url);
    });
    newsroom.setFault(story?.url ?? '', null);
    await requeue(app.queues, await app.store.replay({ ids: [failed.id] }));
    await eventually('the replayed story', () => statusIs(failed.subjectId, 'tagged'));
    expect(await app.store.listQuarantine({ ids: [failed.id] }, 1)).toEqual([]);
  });

  it('does what an emptied queue store forgot', async () => {
    const [article] = await app.db.query<{ id: string }>(
      `update articles set status = 'fetched', queued_at = now() - interval '1 hour'
       where id = (select min(id) from articles where status = 'tagged') returning id`,
    );
    await eventually('the sweep', () => statusIs(article?.id, 'tagged'));
  });

  it('tags the archive again without fetching or repeating an alert', async () => {
    await eventually('the last alerts of what was published before', async () =>
      (await app.store.countPending()).alerts === 0 ? true : undefined,
    );
    const sent = receiver.accepted.length;
    const ids = await app.store.listArticlesToRetag(
      { taggerVersion: null, since: null },
      { afterId: '0', limit: 20 },
    );
    // A rule watches for new groups: where it does not ask for the past, one that only a re-tagging finds fires nothing.
    await app.db.query('update alert_rules set include_past = false');
    await app.db.query(
      `update articles set text = 'A ransomware gang calling itself Gloomy Otter hit a mill. ' || text where id = $1`,
      [ids[0]],
    );
    await app.db.query(`update articles set tagger_version = 'older' where id = any($1::bigint[])`, [ids]);
    const requests = newsroom.requests.length;
    await app.queues.enqueue(
      'tags',
      ids.map((articleId) => ({ articleId, reason: 'retag' as const })),
    );
    await eventually('20 articles tagged again', async () => {
      const [row] = await app.db.query<{ left: number }>(
        `select count(*)::int as left from articles where tagger_version = 'older'`,
      );
      return row?.left === 0 ? true : undefined;
    });
    expect(newsroom.requests.slice(requests).filter((request) => request.status === 200)).toEqual([]);
    const [otter] = await app.store.listActors({ limit: 1, actor: 'Gloomy Otter' });
    expect(otter).toMatchObject({ kind: 'threat-actor', unverified: true, articles: 1 });
    const alerts = await app.db.query(
      `select 1 from alerts where card #>> '{subject,name}' = 'Gloomy Otter'`,
    );
    expect(alerts).toEqual([]);
    expect(receiver.accepted.length).toBe(sent);
  });
});
