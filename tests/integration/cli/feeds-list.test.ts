import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/db/database.js';
import { runCli } from '../../helpers/run-cli.js';
import { sampleOfferedItem, samplePollSuccess } from '../../helpers/sample-records.js';
import { openTestStore, type TestStore } from '../../helpers/open-test-store.js';

describe('wirewatch feeds', () => {
  let opened: TestStore;
  let db: Database;
  let ids: string[];

  beforeAll(async () => {
    opened = await openTestStore();
    const { store } = opened;
    db = opened.db;
    ({ ids } = await store.upsertFeeds([
      { url: 'https://well.example/feed', title: 'Well' },
      { url: 'https://shut.example/feed', title: 'Shut' },
    ]));
    const [well = '', shut = ''] = ids;
    const items = [
      sampleOfferedItem('a', { publishedAt: new Date().toISOString() }),
      sampleOfferedItem('b', { url: null, link: null, dropReason: 'no_link' }),
    ];
    await store.savePoll(well, items, () => samplePollSuccess(well, { outcome: 'new_items' }));
    const failure = {
      feedId: shut,
      code: 'http_403',
      message: 'shut.example refuses to serve us',
      nextPollAt: new Date('2031-01-01'),
      gone: false,
      forgetValidators: true,
    };
    for (let count = 0; count < 4; count += 1) await store.recordPollFailure(failure);
  });
  afterAll(async () => {
    await opened.close();
  });

  const feeds = (...args: string[]) =>
    runCli(['feeds', ...args], { env: { DATABASE_URL: opened.databaseUrl } });

  it('shows how every feed fares, what the last poll brought and what to do', async () => {
    const { code, stdout } = await feeds();
    expect(code).toBe(0);
    const rows = stdout.split('\n');
    expect(rows.find((row) => row.includes('Well'))).toMatch(/ ok .*2: 1 new, 1 dropped/);
    const shut = rows.find((row) => row.includes('Shut'));
    expect(shut).toMatch(/failing ×4 .*http_403 .*2031-01-01 00:00.*WIREWATCH_USER_AGENT/);
  });

  it('shows only those to look at when asked', async () => {
    const { stdout } = await feeds('--problems');
    expect(stdout).toContain('Shut');
    expect(stdout).not.toContain('Well');
  });

  it('shows all of it as JSON', async () => {
    const listed = JSON.parse((await feeds('list', '--json')).stdout) as unknown[];
    expect(listed).toContainEqual(
      expect.objectContaining({
        url: 'https://shut.example/feed',
        lastErrorCode: 'http_403',
        health: expect.objectContaining({ state: 'failing ×4', needsAttention: true }) as unknown,
      }),
    );
  });

  it('shows the polls of a feed by id or address, with reasons and errors', async () => {
    const byId = await feeds('polls', ids[0] ?? '');
    expect(byId.stdout).toMatch(/clock +new items +2 +1 +0 +0 +1 +0 +1 × no_link/);
    const byUrl = await feeds('polls', 'https://shut.example/feed', '--limit', '2');
    expect(byUrl.stdout.match(/http_403/g)).toHaveLength(2);
    expect(byUrl.stdout).toContain('refuses to serve us');
    expect(await feeds('polls', '999')).toMatchObject({ code: 1, stdout: '' });
  });

  it('sets a schedule and takes it back', async () => {
    const scheduleOf = async () => {
      const [row] = await db.query<{ schedule: string | null }>('select schedule from feeds where id = $1', [
        ids[0],
      ]);
      return row?.schedule;
    };
    expect((await feeds('schedule', 'every 10m', ids[0] ?? '')).code).toBe(0);
    expect(await scheduleOf()).toBe('every 10m');
    expect((await feeds('schedule', 'auto', 'https://well.example/feed')).code).toBe(0);
    expect(await scheduleOf()).toBeNull();
    const wrong = await feeds('schedule', 'now and then', ids[0] ?? '');
    expect(wrong.code).toBe(1);
    expect(wrong.stderr).toContain('every 30m');
    expect((await feeds('schedule', 'auto', '999')).code).toBe(1);
  });
});
