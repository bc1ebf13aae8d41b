import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { fireAlerts } from '../../helpers/fire-alerts.js';
import { openTestStore, type TestStore } from '../../helpers/open-test-store.js';
import { runCli } from '../../helpers/run-cli.js';
import { startReceiver, type Receiver } from '../delivery/start-receiver.js';

let opened: TestStore;
let receiver: Receiver;
const TOKEN = 'T0KENT0KEN';

beforeAll(async () => {
  opened = await openTestStore();
});
afterAll(async () => {
  await opened.close();
});
beforeEach(async ({ onTestFinished }) => {
  await opened.db.query('truncate alert_rules, channels restart identity cascade');
  receiver = await startReceiver();
  onTestFinished(() => receiver.close());
});

const run = (args: readonly string[], input?: string, env: Record<string, string> = {}) =>
  runCli(args, {
    env: {
      DATABASE_URL: opened.databaseUrl,
      WIREWATCH_ALLOW_HOSTS: '127.0.0.1',
      WIREWATCH_LOG_LEVEL: 'debug',
      ...env,
    },
    ...(input === undefined ? {} : { input }),
  });

it('channels are added, listed without their secrets, paused, resumed and removed', async () => {
  const url = `${receiver.url}/hooks/${TOKEN}`;
  const added = await run([
    'channels',
    'add',
    'desk',
    'webhook',
    url,
    '--quiet-hours',
    '22:00-07:00',
    '--time-zone',
    'Europe/Berlin',
  ]);
  expect(added).toMatchObject({ code: 0, stdout: '' });
  const [, secret = ''] = /shown only now: (whsec_\S+)/.exec(added.stderr) ?? [];
  expect(Buffer.from(secret.slice(6), 'base64')).toHaveLength(24);
  expect((await run(['channels', 'add', 'chat', 'slack', '-'], `${url}\n`)).code).toBe(0);

  const table = await run(['channels', 'list']);
  expect(table.stdout).toMatch(
    /desk +webhook 127\.0\.0\.1:\d+ +immediately, quiet 22:00–07:00 \(Europe\/Berlin\) +fine/,
  );
  expect(table.stdout).toMatch(/chat +slack 127/);
  const json = await run(['channels', 'list', '--json']);
  expect(JSON.parse(json.stdout)).toMatchObject([
    { name: 'chat', type: 'slack' },
    { name: 'desk', enabled: true },
  ]);
  for (const shown of [added, table, json]) expect(shown.stdout + shown.stderr).not.toContain(TOKEN);
  expect(table.stdout + json.stdout).not.toContain(secret);

  expect((await run(['channels', 'pause', 'desk'])).code).toBe(0);
  expect((await run(['channels', 'list'])).stdout).toMatch(/desk .*paused/);
  expect((await run(['channels', 'resume', 'desk'])).code).toBe(0);
  expect((await run(['channels', 'remove', 'desk'])).code).toBe(0);
  expect(await run(['channels', 'remove', 'desk'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('There is no channel desk') as string,
  });
}, 60_000);

it('a test says what the receiver answered, and leaves no message behind', async () => {
  await run(['channels', 'add', 'desk', 'mattermost', `${receiver.url}/${TOKEN}`]);
  receiver.answerWith((response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('ok'));
  expect(await run(['channels', 'test', 'desk'])).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('the receiver answered 200: ok') as string,
  });
  expect(receiver.received[0]?.body).toContain('A test of this channel');

  receiver.answerWith((response, { path }) => response.writeHead(404).end(`no hook at ${path}`));
  const refused = await run(['channels', 'test', 'desk']);
  expect(refused).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('answered 404: no hook at ***') as string,
  });
  expect(refused.stderr).not.toContain(TOKEN);
  expect(await opened.store.listDeliveries({}, 10)).toEqual([]);
}, 60_000);

it('parked messages are listed with their reason, and retried', async () => {
  await run(['channels', 'add', 'desk', 'slack', receiver.url]);
  await opened.store.saveAlertRule({
    name: 'new',
    condition: { firstMention: {} },
    corroboration: { voices: 1, trusted: [] },
    channels: ['desk'],
  });
  const [id = ''] = await fireAlerts(opened.db, opened.store, 'new', ['Quiet Heron']);
  await opened.store.parkDelivery(id, { code: 'delivery_gone', message: 'hooks.example answered 410.' });

  const { stdout } = await run(['alerts', 'deliveries', '--status', 'parked']);
  expect(stdout).toMatch(/desk +parked .*First mention of Quiet Heron +hooks\.example answered 410\./);
  expect(JSON.parse((await run(['alerts', 'deliveries', '--json'])).stdout)).toMatchObject([
    { id, status: 'parked', lastErrorCode: 'delivery_gone' },
  ]);
  expect((await run(['alerts', 'retry'])).code).toBe(2);
  expect((await run(['alerts', 'retry', 'x'])).code).toBe(2);
  expect(await run(['alerts', 'retry', id])).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('1 put back in line') as string,
  });
  expect(await run(['alerts', 'retry', '--all'])).toMatchObject({
    code: 0,
    stderr: expect.stringContaining('0 put back in line') as string,
  });
  expect(await opened.store.takeDueDeliveries(0)).toEqual([id]);
}, 60_000);

it('the feed of a rule is named with the key that opens it', async () => {
  await opened.store.saveAlertRule({
    name: 'new groups',
    condition: { firstMention: {} },
    corroboration: { voices: 1, trusted: [] },
    channels: [],
  });
  const env = {
    WIREWATCH_API_TOKEN: 'a-token-of-enough-characters',
    WIREWATCH_PUBLIC_URL: 'https://wirewatch.example/',
  };
  const { stdout } = await run(['alerts', 'feed', 'new groups'], undefined, env);
  expect(stdout).toMatch(
    /^https:\/\/wirewatch\.example\/alerts\/new%20groups\.rss\?key=[\w-]{43}\nhttps:\S+groups\.json\?key=[\w-]{43}\n$/,
  );
  expect(stdout).not.toContain(env.WIREWATCH_API_TOKEN);
}, 60_000);

it.each([
  [['channels', 'add', 'x', 'pigeon', 'home']],
  [['channels', 'add', 'x', 'slack', 'hooks.example']],
  [['channels', 'add', 'x', 'email', 'nobody']],
  [['channels', 'add', 'x', 'email', 'a@x.example', '--time-zone', 'Mars/Olympus']],
  [['channels', 'add', 'x', 'email', 'a@x.example', '--max-per-hour', '0']],
  [['channels', 'add', 'x', 'slack', '-']],
])(
  '%j is wrong usage',
  async (args) => {
    expect(await run(args, '')).toMatchObject({ code: 2, stdout: '' });
  },
  60_000,
);
