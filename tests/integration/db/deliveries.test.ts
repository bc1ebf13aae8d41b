import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { planMoment } from '../../../src/alerting/plan-moment.js';
import type { Database } from '../../../src/db/database.js';
import { addToDeliveries } from '../../../src/db/deliveries.js';
import type { Store } from '../../../src/db/store.js';
import type { ChannelManners } from '../../../src/model/alert.js';
import type { StartedDelivery } from '../../../src/model/delivery.js';
import { addChannel, fireAlerts, letTimePass } from '../../helpers/fire-alerts.js';
import { openTestStore, type TestStore } from '../../helpers/open-test-store.js';
import { SAMPLE_WEBHOOK } from '../../helpers/sample-records.js';

const HOUR_MS = 3_600_000;

describe('deliveries', () => {
  let opened: TestStore;
  let db: Database;
  let store: Store;

  beforeAll(async () => {
    opened = await openTestStore();
    ({ db, store } = opened);
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    await db.query('truncate alert_rules, channels restart identity cascade');
  });

  const add = (name: string, manners: Partial<ChannelManners> = {}) =>
    addChannel(store, name, SAMPLE_WEBHOOK, manners);
  const fire = (rule: string, ...names: string[]) => fireAlerts(db, store, rule, names);
  const start = (id: string): Promise<StartedDelivery> =>
    store.startDelivery(id, (facts) => planMoment(facts, new Date()));
  const startAll = (ids: readonly string[]) => Promise.all(ids.map(start));
  const outcomes = (all: readonly StartedDelivery[]) => all.map(({ outcome }) => outcome).sort();
  const send = (id: string) => store.markDeliverySent({ deliveryId: id, channelId: '1', remark: null });
  const statuses = async () =>
    (await store.listDeliveries({}, 1_000)).map(({ status, alerts }) => [status, alerts]);
  const headlines = (started: StartedDelivery) =>
    started.outcome === 'started'
      ? started.delivery.alerts.map(({ card }) => card.headline)
      : started.outcome;

  it('are a message for each alert where a channel speaks at once', async () => {
    await add('desk');
    const ids = await fire('desk', 'A', 'B');
    expect(ids).toHaveLength(2);
    const all = await startAll(ids);
    expect(outcomes(all)).toEqual(['started', 'started']);
    expect(all.map(headlines).sort()).toEqual([['First mention of A'], ['First mention of B']]);
  });

  it('go through a channel once, however many give the same alert to it at once', async () => {
    await add('desk');
    await add('night');
    await store.saveAlertRule({
      name: 'desk',
      condition: { firstMention: {} },
      corroboration: { voices: 1, trusted: [] },
      channels: ['desk', 'night'],
    });
    expect(await fire('desk', 'A')).toHaveLength(2);
    const [alert] = await db.query<{ id: string }>('select id from alerts');
    const again = await Promise.all(
      Array.from({ length: 8 }, () => db.transaction((tx) => addToDeliveries(tx, [alert?.id ?? '']))),
    );
    expect(again.flat()).toEqual([]);
    expect(await statuses()).toHaveLength(2);
    expect(await fire('desk', 'A')).toEqual([]);
  });

  it('reach a channel that a rule was given later, and none twice', async () => {
    await add('desk');
    await fire('desk', 'A');
    await add('night');
    await store.saveAlertRule({
      name: 'desk',
      condition: { firstMention: {} },
      corroboration: { voices: 1, trusted: [] },
      channels: ['desk', 'night'],
    });
    const alerts = await db.query<{ id: string }>('select id from alerts');
    const ids = alerts.map(({ id }) => id);
    const calls = await Promise.all([1, 2, 3, 4].map(() => db.transaction((tx) => addToDeliveries(tx, ids))));
    expect(calls.flat()).toHaveLength(1);
    expect(await store.listDeliveries({ channel: 'night' }, 10)).toHaveLength(1);
  });

  it('are kept when no channel is named, and sent to nobody', async () => {
    await store.saveAlertRule({
      name: 'quiet',
      condition: { firstMention: {} },
      corroboration: { voices: 1, trusted: [] },
      channels: [],
    });
    expect(await fire('quiet', 'A')).toEqual([]);
    expect((await store.readAlertFeed('quiet', 10))?.map(({ card }) => card.headline)).toEqual([
      'First mention of A',
    ]);
    expect(await store.readAlertFeed('other', 10)).toBeNull();
  });

  it('of a digest join one collecting message, from any number of workers', async () => {
    await add('desk', { digest: 'daily' });
    const names = Array.from({ length: 40 }, (_, index) => `Group ${index}`);
    await Promise.all(names.map((name) => fire('desk', name)));
    // The workers take what there is until nothing is left; a lease of nothing lets all of them run at once.
    for (let ids = await store.takeDueDeliveries(0); ids.length > 0; ids = await store.takeDueDeliveries(0)) {
      expect(outcomes(await startAll(ids)).every((outcome) => outcome === 'held')).toBe(true);
    }
    expect(await statuses()).toEqual([['collecting', 40]]);
    expect(await store.takeDueDeliveries(0)).toEqual([]);

    await letTimePass(db, 24 * HOUR_MS);
    const ids = await store.takeDueDeliveries(300_000);
    expect(ids).toHaveLength(1);
    const [digest] = await startAll(ids);
    expect(digest && headlines(digest)).toHaveLength(40);
    expect(await store.takeDueDeliveries(300_000)).toEqual([]);
  });

  it('keep a cap whatever number of workers send, and bundle the rest without loss', async () => {
    await add('desk', { maxPerHour: 3 });
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']) await fire('desk', name);
    const all: StartedDelivery[] = [];
    for (let ids = await store.takeDueDeliveries(0); ids.length > 0; ids = await store.takeDueDeliveries(0)) {
      const some = await startAll(ids);
      all.push(...some);
      await Promise.all(some.flatMap((one) => (one.outcome === 'started' ? [send(one.delivery.id)] : [])));
    }
    expect(outcomes(all)).toEqual([...Array<string>(5).fill('held'), ...Array<string>(3).fill('started')]);
    const bundle = (await store.listDeliveries({ status: 'collecting' }, 10))[0];
    expect(bundle?.alerts).toBe(5);

    await letTimePass(db, HOUR_MS + 1_000);
    const [due] = await startAll(await store.takeDueDeliveries(300_000));
    expect(due && headlines(due)).toHaveLength(5);
  });

  it('that were tried carry what they carry: later alerts have a message of their own', async () => {
    await add('desk');
    const [id = ''] = await fire('desk', 'A');
    await start(id);
    await store.postponeDelivery({
      deliveryId: id,
      channelId: '1',
      failure: { code: 'http_5xx', message: 'no' },
      nextTryAt: new Date(),
      restBaseMs: 1,
      leastRestMs: 0,
    });
    await store.saveChannel({
      name: 'desk',
      target: SAMPLE_WEBHOOK,
      manners: { digest: 'daily', quietHours: null, maxPerHour: null },
    });
    await fire('desk', 'B');
    const again = await start(id);
    expect(headlines(again)).toEqual(['First mention of A']);
    expect(again).toMatchObject({ delivery: { attempts: 2 } });
  });

  it('of a full bundle wait for their time while the next one begins', async () => {
    await add('desk', { digest: 'daily' });
    const [first = ''] = await fire('desk', 'first');
    await start(first);
    await db.query(
      `with filling as (
         insert into alerts (rule_id, dedupe_key, card, fired_at)
         select 1, 'filling ' || n, '{}', now() from generate_series(2, 200) n returning id
       ) insert into delivery_alerts select id, 1, $1::bigint from filling`,
      [first],
    );
    const [next = ''] = await fire('desk', 'next');
    expect((await start(next)).outcome).toBe('held');
    expect((await statuses()).sort()).toEqual([
      ['collecting', 1],
      ['pending', 200],
    ]);
    expect(await store.takeDueDeliveries(0)).toEqual([]);
    await letTimePass(db, 24 * HOUR_MS);
    expect(outcomes(await startAll(await store.takeDueDeliveries(0)))).toEqual(['started', 'started']);
  });

  it('of a paused channel wait, and come as one message when it speaks again', async () => {
    await add('desk');
    const [early = ''] = await fire('desk', 'A');
    await store.pauseChannel('desk');
    expect((await start(early)).outcome).toBe('paused');
    expect(await fire('desk', 'B', 'C')).toEqual([]);
    expect(await store.takeDueDeliveries(0)).toEqual([]);

    expect(await store.resumeChannel('desk')).toBe(true);
    const ids = await store.takeDueDeliveries(0);
    expect(ids).toHaveLength(1);
    expect(headlines(await start(ids[0] ?? ''))).toEqual([
      'First mention of A',
      'First mention of B',
      'First mention of C',
    ]);
  });

  it('of a removed channel and of a removed rule are gone', async () => {
    await add('desk');
    await add('night');
    const [id = ''] = await fire('desk', 'A');
    const [other = ''] = await fire('night', 'B');
    await store.removeChannel('desk');
    await store.removeAlertRule('night');
    expect((await start(id)).outcome).toBe('removed');
    expect((await start(other)).outcome).toBe('removed');
    expect(await statuses()).toEqual([]);
  });

  it('of one channel are under way four at a time, in the order of their coming', async () => {
    await add('desk');
    await add('night');
    const ids = await fire('desk', 'A', 'B', 'C', 'D', 'E', 'F');
    expect(ids.map(Number).sort((a, b) => a - b)).toEqual([1, 2, 3, 4]);
    expect(await fire('night', 'A')).toHaveLength(1);
    expect(await store.takePendingDeliveries(['1'])).toEqual([]);
    await start('1');
    await send('1');
    expect(await store.takePendingDeliveries(['1'])).toEqual(['5']);
  });

  it('wait while a channel rests after a failure, then go one at a time until one is taken', async () => {
    await add('desk');
    await fire('desk', 'A', 'B', 'C', 'D', 'E');
    await start('1');
    const failure = { code: 'timeout', message: 'no answer' };
    const nextTryAt = new Date(Date.now() + 60_000);
    await store.postponeDelivery({
      deliveryId: '1',
      channelId: '1',
      failure,
      nextTryAt,
      restBaseMs: 30_000,
      leastRestMs: 0,
    });
    expect(outcomes(await startAll(['2', '3', '4']))).toEqual(['resting', 'resting', 'resting']);
    expect(await store.takeDueDeliveries(0)).toEqual([]);
    expect(await store.listChannels()).toMatchObject([{ failureCount: 1, waiting: 5 }]);

    await letTimePass(db, 31_000);
    expect(await store.takeDueDeliveries(300_000)).toEqual(['2']);
    expect(await store.takeDueDeliveries(300_000)).toEqual([]);
    await start('2');
    await send('2');
    expect((await store.takeDueDeliveries(300_000)).sort()).toEqual(['3', '4', '5']);
    expect(await store.listChannels()).toMatchObject([{ failureCount: 0, restsUntil: null }]);
  });

  it('wait as long as the receiver asks, all of its channel', async () => {
    await add('desk');
    await fire('desk', 'A', 'B');
    await start('1');
    await store.postponeDelivery({
      deliveryId: '1',
      channelId: '1',
      failure: { code: 'http_429', message: 'slow down' },
      nextTryAt: new Date(Date.now() + 900_000),
      restBaseMs: 1,
      leastRestMs: 900_000,
    });
    expect((await start('2')).outcome).toBe('resting');
    await letTimePass(db, 899_000);
    expect(await store.takeDueDeliveries(0)).toEqual([]);
    await letTimePass(db, 2_000);
    expect(await store.takeDueDeliveries(0)).toHaveLength(1);
  });

  it('whose job was lost are found again, and those under way are not doubled', async () => {
    await add('desk');
    expect(await fire('desk', 'A')).toEqual(['1']);
    expect(await store.takeDueDeliveries(300_000)).toEqual([]);
    await letTimePass(db, 301_000);
    const taken = await Promise.all([1, 2, 3, 4].map(() => store.takeDueDeliveries(300_000)));
    expect(taken.flat()).toEqual(['1']);
  });

  it('that were given up stay, and get another day when they are retried', async () => {
    await add('desk');
    const [id = ''] = await fire('desk', 'A');
    await start(id);
    await store.parkDelivery(id, { code: 'delivery_gone', message: 'It is gone.' });
    expect((await start(id)).outcome).toBe('unchanged');
    expect(await store.listDeliveries({ status: 'parked' }, 10)).toMatchObject([
      { id, attempts: 1, lastErrorCode: 'delivery_gone', lastError: 'It is gone.' },
    ]);
    expect(await store.countParked()).toEqual([{ code: 'delivery_gone', count: 1 }]);
    const key = (await store.listDeliveries({}, 1))[0]?.key;

    expect(await store.reopenDeliveries({ channel: 'night' })).toBe(0);
    expect(await store.reopenDeliveries({ ids: [id] })).toBe(1);
    expect(await store.takeDueDeliveries(0)).toEqual([id]);
    expect(await start(id)).toMatchObject({ outcome: 'started', delivery: { attempts: 1, key } });
  });

  it('show nothing of a channel but its kind and host', async () => {
    const url = 'https://user:pa55word@hooks.example:8443/services/T0KEN?sig=S1G';
    await addChannel(store, 'a', { type: 'webhook', url, secret: 'k3y' });
    await addChannel(store, 'b', { type: 'chat', flavour: 'teams', url });
    await addChannel(store, 'c', { type: 'email', to: ['x@b.example', 'y@b.example', 'z@a.example'] });
    const rows = await store.listChannels();
    expect(rows.map(({ type, hosts }) => [type, hosts])).toEqual([
      ['webhook', ['hooks.example:8443']],
      ['teams', ['hooks.example:8443']],
      ['email', ['a.example', 'b.example']],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/pa55|T0KEN|S1G|k3y|user|x@/);
  });
});
