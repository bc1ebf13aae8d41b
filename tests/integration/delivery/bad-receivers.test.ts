import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findFreePort } from '../../helpers/find-free-port.js';
import { startDeliveryWorld, type DeliveryWorld } from './delivery-world.js';
import { namesIn, startReceiver, type Receiver } from './start-receiver.js';

const fixture = (name: string) => readFileSync(new URL(`../fetch/fixtures/${name}`, import.meta.url), 'utf8');
const TLS = { key: fixture('localhost-key.pem'), cert: fixture('localhost-cert.pem') };

/** In every address, as the token of a chat's webhook is. */
const TOKEN = 'T0KENT0KEN';

describe('a receiver', () => {
  let world: DeliveryWorld;
  let bad: Receiver;
  let good: Receiver;

  beforeAll(async () => {
    const started = await startDeliveryWorld('postgres', {
      WIREWATCH_FIRST_BYTE_TIMEOUT_MS: '1000',
      WIREWATCH_FETCH_TIMEOUT_MS: '2000',
    });
    if (started === null) throw new Error('Postgres needs no Redis, so this can not be');
    world = started;
  }, 60_000);
  afterAll(async () => {
    await world.close();
  });
  beforeEach(async ({ onTestFinished }) => {
    await world.clear();
    bad = await startReceiver();
    good = await startReceiver();
    onTestFinished(async () => {
      await bad.close();
      await good.close();
    });
    await world.addChannel('good', { type: 'webhook', url: good.url, secret: 's' });
  });

  /** Sends to a bad and to a good receiver. @returns the message to the bad one once it was tried */
  async function sendToBoth(url = `${bad.url}/hooks/${TOKEN}`) {
    await world.addChannel('bad', { type: 'chat', flavour: 'slack', url });
    await world.fire('bad', 'A');
    await world.fire('good', 'A');
    await world.messages('good', ([row]) => row?.status === 'sent');
    const [row] = await world.messages(
      'bad',
      ([one]) => one?.status === 'sent' || typeof one?.lastError === 'string',
    );
    if (row === undefined) throw new Error('the message is gone');
    expect(JSON.stringify([row, await world.app.store.listChannels()])).not.toContain(TOKEN);
    return row;
  }

  it('that is gone for good is not asked again: the message is parked', async () => {
    bad.answerWith((response, { path }) => response.writeHead(410).end(`nobody at ${path}`));
    expect(await sendToBoth()).toMatchObject({
      status: 'parked',
      attempts: 1,
      lastErrorCode: 'delivery_gone',
      lastError: expect.stringMatching(
        /answered 410: nobody at \*\*\*\. The receiver is gone for good/,
      ) as string,
    });
  });

  it('that redirects to a private address is not followed', async () => {
    bad.answerWith((response) => response.writeHead(302, { location: `${good.url}/admin` }).end());
    expect(await sendToBoth()).toMatchObject({
      status: 'parked',
      lastErrorCode: 'delivery_redirected',
      lastError: expect.stringContaining('sends us elsewhere to 127.0.0.1:') as string,
    });
    expect(good.received.map(({ path }) => path)).toEqual(['/']);
  });

  it('at a private address is not asked', async () => {
    expect(await sendToBoth(`http://10.255.255.1/${TOKEN}`)).toMatchObject({
      status: 'parked',
      lastErrorCode: 'address_forbidden',
    });
  });

  it('that answers with 5 MB has taken the message', async () => {
    bad.answerWith((response) =>
      response.writeHead(200, { 'content-type': 'text/plain' }).end('x'.repeat(5_000_000)),
    );
    expect(await sendToBoth()).toMatchObject({ status: 'sent', attempts: 1, lastError: null });
  });

  it('that never ends its answer has taken the message', async () => {
    bad.answerWith((response) => response.writeHead(200).write('o'));
    expect(await sendToBoth()).toMatchObject({ status: 'sent', attempts: 1 });
  });

  it('that refuses with 5 MB is tried again', async () => {
    bad.answerWith((response) =>
      response.writeHead(500, { 'content-type': 'text/plain' }).end('x'.repeat(5_000_000)),
    );
    const row = await sendToBoth();
    expect(row).toMatchObject({ status: 'pending', lastErrorCode: 'http_5xx' });
    expect(row.lastError?.length).toBeLessThan(300);
  });

  it('without a certificate that we trust is tried again, and says why', async ({ onTestFinished }) => {
    const secure = await startReceiver(TLS);
    onTestFinished(() => secure.close());
    expect(await sendToBoth(`${secure.url}/${TOKEN}`)).toMatchObject({
      status: 'pending',
      lastErrorCode: 'tls',
      lastError: expect.stringContaining('certificate') as string,
    });
    expect(secure.received).toEqual([]);
  });

  it('that is down is tried again', async () => {
    const port = await findFreePort();
    expect(await sendToBoth(`http://127.0.0.1:${port}/${TOKEN}`)).toMatchObject({
      status: 'pending',
      lastErrorCode: 'network',
      lastError: expect.stringContaining('ECONNREFUSED') as string,
    });
  });

  it('that never answers holds up nobody, however much waits for it', async () => {
    bad.answerWith(() => undefined);
    await world.addChannel('bad', { type: 'chat', flavour: 'slack', url: `${bad.url}/${TOKEN}` });
    await world.fire('bad', ...Array.from({ length: 60 }, (_, index) => `Group ${index}`));
    await world.fire('good', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H');
    await world.messages('good', (rows) => rows.every(({ status }) => status === 'sent'));
    // None of the sixty is lost, and four at most were tried while the eight went out.
    const rows = await world.messages('bad', (all) =>
      all.some(({ lastErrorCode }) => lastErrorCode === 'timeout'),
    );
    expect(rows).toHaveLength(60);
    expect(rows.every(({ status }) => status === 'pending')).toBe(true);
    expect(rows.filter(({ attempts }) => attempts === 0).length).toBeGreaterThan(50);
  });

  it('is not asked with a card that can not be put into words: that message alone is parked', async () => {
    await world.addChannel('bad', { type: 'chat', flavour: 'slack', url: bad.url });
    await world.app.store.pauseChannel('bad');
    await world.fire('bad', 'A', 'B');
    await world.app.db.query(
      `update alerts set card = '{"headline": 7}' where card ->> 'headline' like '% A'`,
    );
    await world.app.db.query('update channels set enabled = true');
    const rows = await world.messages('bad', (all) => all.every(({ status }) => status !== 'pending'));
    expect(rows.map(({ status, lastErrorCode }) => [status, lastErrorCode]).sort()).toEqual([
      ['parked', 'delivery_unrenderable'],
      ['sent', null],
    ]);
    expect(bad.received).toHaveLength(1);
  });

  it('that is well gets what its kind of chat reads', async () => {
    for (const flavour of ['slack', 'mattermost', 'teams'] as const) {
      await world.addChannel(flavour, { type: 'chat', flavour, url: `${bad.url}/${flavour}` });
      await world.fire(flavour, 'Quiet Heron');
      await world.messages(flavour, ([row]) => row?.status === 'sent');
    }
    const bodies = Object.fromEntries(
      bad.received.map(({ path, body }) => [path, JSON.parse(body) as object]),
    );
    expect(bodies['/slack']).toHaveProperty('blocks');
    expect(bodies['/mattermost']).toHaveProperty('attachments');
    expect(bodies['/teams']).toHaveProperty('type', 'message');
    expect(
      bad.received.every(({ headers }) => headers['content-type'] === 'application/json; charset=utf-8'),
    ).toBe(true);
    await world.fire('good', 'Z');
    await world.messages('good', ([row]) => row?.status === 'sent');
    expect(good.received.flatMap(namesIn)).toEqual(['Z']);
  });
});
