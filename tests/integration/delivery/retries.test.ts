import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createStages } from '../../../src/stages.js';
import { letTimePass } from '../../helpers/fire-alerts.js';
import { BACKENDS } from '../../helpers/pipeline.js';
import { NO_REDIS } from '../../helpers/start-redis.js';
import { startDeliveryWorld, type DeliveryWorld } from './delivery-world.js';
import { namesIn, startReceiver, type Receiver } from './start-receiver.js';

describe.each(BACKENDS)('messages to a webhook, on %s', (backend) => {
  let world: DeliveryWorld | null = null;
  let receiver: Receiver;

  beforeAll(async () => {
    world = await startDeliveryWorld(backend);
  }, 60_000);
  afterAll(async () => {
    await world?.close();
  });
  beforeEach(async (ctx) => {
    if (world === null) return ctx.skip(NO_REDIS);
    await world.clear();
    receiver = await startReceiver();
    ctx.onTestFinished(() => receiver.close());
    await world.addChannel('desk', { type: 'webhook', url: receiver.url, secret: 's' });
  });

  /** The world of a test that was not skipped. */
  function theWorld(): DeliveryWorld {
    if (world === null) throw new Error('this test should have been skipped');
    return world;
  }

  it('arrive each once, past a receiver that fails a third of the time', async () => {
    const { fire, messages } = theWorld();
    const failed = new Set<string>();
    receiver.answerWith((response, { headers }) => {
      const id = String(headers['webhook-id']);
      const isRefused = Number(headers['wirewatch-delivery']) % 3 === 0 && !failed.has(id);
      if (isRefused) failed.add(id);
      response.writeHead(isRefused ? 500 : 200).end();
    });
    const names = Array.from({ length: 30 }, (_, index) => `Group ${index}`);
    await fire('desk', ...names);
    const rows = await messages('desk', (all) => all.every(({ status }) => status === 'sent'));
    expect(rows).toHaveLength(30);
    expect(failed.size).toBe(10);
    const taken = new Map(receiver.received.map((post) => [post.headers['webhook-id'], namesIn(post)]));
    expect([...taken.values()].flat().sort()).toEqual([...names].sort());
    // Who was refused came again as it was.
    expect(receiver.received).toHaveLength(40);
  });

  it('come again with the same ids and the same body when the process dies between answer and commit', async () => {
    const { app, fire, messages } = theWorld();
    await app.store.pauseChannel('desk');
    await fire('desk', 'A');
    // A process that dies there: it never marks what it sent.
    const dying = createStages({
      ...app,
      store: { ...app.store, markDeliverySent: () => new Promise<never>(() => undefined) },
    });
    await app.db.query('update channels set enabled = true');
    const [id = ''] = await app.store.takeDueDeliveries(0);
    void dying.stages.alerts({ deliveryId: id });
    await messages('desk', () => receiver.received.length === 1);
    await letTimePass(app.db, 2_000);
    await messages('desk', ([row]) => row?.status === 'sent');
    expect(receiver.received.length).toBeGreaterThan(1);
    for (const header of ['wirewatch-delivery', 'webhook-id', 'idempotency-key']) {
      expect(new Set(receiver.received.map(({ headers }) => headers[header])).size, header).toBe(1);
    }
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
  });

  it('are made again after the queue store was emptied, and their day goes on', async () => {
    const { app, fire, messages } = theWorld();
    receiver.answerWith((response) => response.writeHead(500).end());
    await fire('desk', 'A');
    const [tried] = await messages('desk', ([row]) => (row?.attempts ?? 0) >= 2);
    expect(tried).toMatchObject({
      status: 'pending',
      lastErrorCode: 'http_5xx',
      lastError: expect.stringContaining('answered 500') as string,
    });

    await app.queues.obliterate();
    await letTimePass(app.db, 23 * 3_600_000);
    const [again] = await messages('desk', ([row]) => (row?.attempts ?? 0) > (tried?.attempts ?? 0));
    expect(again?.status).toBe('pending');
    expect((again?.startedAt?.getTime() ?? 0) - (tried?.startedAt?.getTime() ?? 0)).toBe(-23 * 3_600_000);

    await letTimePass(app.db, 2 * 3_600_000);
    const [parked] = await messages('desk', ([row]) => row?.status === 'parked');
    expect(parked).toMatchObject({ lastErrorCode: 'http_5xx' });

    receiver.answerWith((response) => response.writeHead(204).end());
    await app.db.query('update channels set rests_until = null');
    expect(await app.store.reopenDeliveries({})).toBe(1);
    await messages('desk', ([row]) => row?.status === 'sent');
  });

  it('go on after a restart', async () => {
    const { fire } = theWorld();
    receiver.answerWith((response) => response.writeHead(503).end());
    await fire('desk', 'A', 'B');
    await theWorld().messages('desk', (rows) => rows.some(({ attempts }) => attempts > 0));
    await theWorld().restart();
    receiver.answerWith((response) => response.writeHead(200).end());
    await theWorld().messages('desk', (rows) => rows.every(({ status }) => status === 'sent'));
  });

  it('of a digest come as one when their time has come', async () => {
    const { app, addChannel, fire, messages } = theWorld();
    await addChannel('digest', { type: 'webhook', url: receiver.url, secret: 's' }, { digest: 'weekly' });
    await fire('digest', 'A', 'B', 'C', 'D', 'E', 'F');
    await messages(
      'digest',
      ([row, ...others]) => others.length === 0 && row?.status === 'collecting' && row.alerts === 6,
    );
    expect(receiver.received).toEqual([]);
    await letTimePass(app.db, 7 * 24 * 3_600_000);
    await messages('digest', ([row]) => row?.status === 'sent');
    expect(receiver.received).toHaveLength(1);
    expect(receiver.received.flatMap(namesIn)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
  });
});
