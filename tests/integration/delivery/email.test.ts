import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { letTimePass } from '../../helpers/fire-alerts.js';
import { createMailer } from '../../../src/notify/mailer.js';
import { findFreePort } from '../../helpers/find-free-port.js';
import { startDeliveryWorld, type DeliveryWorld } from './delivery-world.js';
import { MAIL_PASSWORD, startMailServer, type MailServer } from './start-mail-server.js';

const FROM = 'Wirewatch <alerts@wirewatch.example>';

describe('messages by mail', () => {
  let world: DeliveryWorld;
  let server: MailServer;

  beforeAll(async () => {
    server = await startMailServer();
    const started = await startDeliveryWorld('postgres', {
      WIREWATCH_SMTP_URL: `smtp://wirewatch:${MAIL_PASSWORD}@127.0.0.1:${server.port}`,
      WIREWATCH_MAIL_FROM: FROM,
    });
    if (started === null) throw new Error('Postgres needs no Redis, so this can not be');
    world = started;
  }, 60_000);
  afterAll(async () => {
    await world.close();
    await server.close();
  });
  beforeEach(async () => {
    await world.clear();
    server.refuse({});
    await world.addChannel('readers', { type: 'email', to: ['a@x.example', 'b@y.example'] });
  });

  it('come as text and HTML, from us, to all recipients', async () => {
    await world.fire('readers', 'Quiet Heron');
    await world.messages('readers', ([row]) => row?.status === 'sent');
    const received = server.received.at(-1);
    expect(received).toMatchObject({ from: 'alerts@wirewatch.example', to: ['a@x.example', 'b@y.example'] });
    const { mail, raw } = received ?? {};
    expect(mail?.subject).toBe('[Wirewatch] First mention of Quiet Heron');
    expect(mail?.from).toMatchObject({ name: 'Wirewatch', address: 'alerts@wirewatch.example' });
    expect(mail?.text).toContain('*Quiet Heron* stole plans of a dam');
    expect(mail?.html).toContain('<mark>Quiet Heron</mark> stole plans of a dam');
    expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/im);
  });

  it('hold no headers of strangers', async () => {
    await world.fire('readers', 'X\r\nBcc: all@e.example\r\n\r\nA body of theirs');
    await world.messages('readers', ([row]) => row?.status === 'sent');
    const received = server.received.at(-1);
    expect(received?.to).toEqual(['a@x.example', 'b@y.example']);
    expect(received?.mail.bcc ?? []).toEqual([]);
    expect(received?.mail.subject).toBe('[Wirewatch] First mention of X Bcc: all@e.example A body of theirs');
  });

  it('come again with the same id when the server puts us off', async () => {
    server.refuse({ mail: () => '451 greylisted, come back later' });
    await world.fire('readers', 'A');
    const [put] = await world.messages('readers', ([row]) => typeof row?.lastError === 'string');
    expect(put).toMatchObject({ status: 'pending', lastErrorCode: 'mail_deferred' });
    expect(put?.lastError).toContain('451 greylisted, come back later');
    server.refuse({});
    const [sent] = await world.messages('readers', ([row]) => row?.status === 'sent');
    expect(sent?.lastError).toBeNull();
    expect(server.received.at(-1)?.mail.messageId).toBe(`<${sent?.key ?? ''}@wirewatch.example>`);
  });

  it('that the server refuses are parked with its words', async () => {
    server.refuse({ mail: () => '554 looks like spam' });
    await world.fire('readers', 'A');
    const [row] = await world.messages('readers', ([one]) => one?.status === 'parked');
    expect(row).toMatchObject({ attempts: 1, lastErrorCode: 'delivery_refused' });
    expect(row?.lastError).toContain('554 looks like spam');
  });

  it('to an unknown recipient reach the others, and say so', async () => {
    server.refuse({ recipient: (address) => (address === 'b@y.example' ? '550 no such user' : null) });
    await world.fire('readers', 'A');
    const [row] = await world.messages('readers', ([one]) => one?.status === 'sent');
    expect(row?.lastError).toContain('550 no such user');
    expect(server.received.at(-1)?.to).toEqual(['a@x.example']);
  });

  it('of a digest say how many and what', async () => {
    await world.addChannel('readers', { type: 'email', to: ['a@x.example'] }, { digest: 'daily' });
    await world.fire('readers', 'A', 'B', 'C');
    await world.messages('readers', ([row]) => row?.status === 'collecting' && row.alerts === 3);
    await letTimePass(world.app.db, 24 * 3_600_000);
    await world.messages('readers', ([row]) => row?.status === 'sent');
    expect(server.received.at(-1)?.mail.subject).toBe(
      '[Wirewatch] 3 alerts: First mention of A; First mention of B; and 1 more',
    );
  });
});

describe('a mail server', () => {
  const mail = { to: ['a@x.example'], subject: 's', text: 't', html: '<p>t</p>', id: 'k' };

  it('that refuses our login says so, without our password', async ({ onTestFinished }) => {
    const server = await startMailServer();
    const mailer = createMailer({
      smtpUrl: `smtp://wirewatch:wr0ngpass@127.0.0.1:${server.port}`,
      from: FROM,
    });
    onTestFinished(async () => {
      mailer.close();
      await server.close();
    });
    const outcome = await mailer.send(mail);
    expect(outcome).toMatchObject({ kind: 'failed', reason: 'login', status: 535 });
    expect(JSON.stringify(outcome)).not.toContain('wr0ngpass');
  });

  it('that is down is a failure of the network', async ({ onTestFinished }) => {
    const mailer = createMailer({ smtpUrl: `smtp://127.0.0.1:${await findFreePort()}`, from: FROM });
    onTestFinished(() => {
      mailer.close();
    });
    expect(await mailer.send(mail)).toMatchObject({ kind: 'failed', reason: 'network', status: null });
  });
});

it('without a mail server, messages wait for one and say so', async ({ onTestFinished }) => {
  const world = await startDeliveryWorld('postgres');
  onTestFinished(async () => world?.close());
  await world?.addChannel('readers', { type: 'email', to: ['a@x.example'] });
  await world?.fire('readers', 'A');
  const rows = await world?.messages(
    'readers',
    ([row]) => (row?.attempts ?? 0) > 0 && row?.lastError !== null,
  );
  expect(rows?.[0]).toMatchObject({
    status: 'pending',
    lastErrorCode: 'mail_unconfigured',
    lastError: expect.stringContaining('WIREWATCH_SMTP_URL') as string,
  });
}, 60_000);
