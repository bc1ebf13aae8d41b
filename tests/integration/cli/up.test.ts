import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeScratchDir, type ScratchDir } from '../../../demo/scratch-dir.js';
import { startNewsroom, type Newsroom } from '../../../demo/newsroom/start-newsroom.js';
import { eventually } from '../../helpers/eventually.js';
import { runCli, startCli, type RunningCli } from '../../helpers/run-cli.js';

/** Everything as a new user has it: no database, no Redis, a feeds file. */
describe('wirewatch up', () => {
  let scratch: ScratchDir;
  let newsroom: Newsroom;
  let env: Record<string, string>;
  const running: RunningCli[] = [];

  beforeAll(async () => {
    scratch = await makeScratchDir();
    newsroom = await startNewsroom({ stories: 80, seed: 11, misbehaving: false });
    env = {
      WIREWATCH_DATA_DIR: join(scratch.path, 'data'),
      WIREWATCH_FEEDS: join(scratch.path, 'feeds.yml'),
      WIREWATCH_PORT: '0',
      WIREWATCH_ALLOW_HOSTS: '*.localhost',
      WIREWATCH_HOST_DELAY_MS: '0',
      WIREWATCH_RETRY_BASE_MS: '100',
      WIREWATCH_TICK_MS: '300',
      WIREWATCH_SWEEP_MS: '500',
      WIREWATCH_SWEEP_AGE_MS: '1000',
    };
    const entries = newsroom.feeds.map(({ url, title }) => `  - url: ${url}\n    title: ${title}\n`);
    await writeFile(
      join(scratch.path, 'feeds.yml'),
      `feeds:\n${entries.slice(0, 3).join('')}  - url: not an address\n${entries.slice(3).join('')}`,
    );
  });
  afterAll(async () => {
    for (const { child, exited } of running) {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
      await exited;
    }
    await newsroom.close();
    // The database server outlives a killed process until the next one leaves.
    await runCli(['feeds', 'list'], { env });
    await scratch.remove();
  });

  function start(): RunningCli {
    const cli = startCli(['up'], { env, cwd: scratch.path });
    running.push(cli);
    return cli;
  }

  async function countArticles(): Promise<number> {
    const { stdout } = await runCli(['articles', '--format', 'ndjson', '--limit', '10000'], { env });
    return stdout.split('\n').filter((line) => line !== '').length;
  }

  it('names a bad line of the feeds file and watches the rest', async () => {
    const cli = start();
    await eventually('the announcement', () =>
      Promise.resolve(/watching \d+ feeds/.exec(cli.output()) ?? undefined),
    );
    expect(cli.output()).toMatch(/feeds\.yml:8: .*not an address/);
    expect(cli.output()).toContain(`watching ${newsroom.feeds.length} feeds`);
  });

  it('loses nothing when the whole group is killed, and goes on at the next start', async () => {
    const [first] = running;
    const before = await eventually('some articles', async () => {
      const count = await countArticles();
      return count > 5 ? count : undefined;
    });
    process.kill(-(first?.child.pid ?? 0), 'SIGKILL');
    await first?.exited;
    expect(await countArticles()).toBeGreaterThanOrEqual(before);

    start();
    await eventually(
      'all stories',
      async () => ((await countArticles()) >= newsroom.truth.stories.length ? true : undefined),
      120_000,
    );
    expect(await countArticles()).toBe(newsroom.truth.stories.length);
  }, 180_000);

  it('has a healthy installation meanwhile', async () => {
    const { code, stdout } = await runCli(['doctor', '--json'], { env });
    expect(code).toBe(0);
    const checks = JSON.parse(stdout) as { name: string; state: string; finding: string }[];
    expect(checks.filter((check) => check.state !== 'fine')).toEqual([]);
    expect(checks.map((check) => check.name)).toEqual([
      ...[
        'node',
        'data directory',
        'disk',
        'database',
        'schema',
        'queue',
        'clock',
        'feeds',
        'quarantine',
        'messages',
      ],
    ]);
    expect(checks.find((check) => check.name === 'data directory')?.finding).toContain('running');
  });

  it('serves what was tagged', async () => {
    const url = /(http:\/\/127\.0\.0\.1:\d+)\/api\/articles/.exec(running.at(-1)?.output() ?? '')?.[1] ?? '';
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await (await fetch(`${url}/metrics`)).text()).toMatch(
      /^wirewatch_pending\{stage="articles"\} 0$/m,
    );
    const seen = new Set<string>();
    for (let next: string | null = ''; next !== null;) {
      const page = (await (
        await fetch(`${url}/api/articles?limit=30${next && `&cursor=${next}`}`)
      ).json()) as {
        articles: { url: string }[];
        next: string | null;
      };
      for (const article of page.articles) seen.add(article.url);
      next = page.next;
    }
    expect(seen).toEqual(new Set(newsroom.truth.stories.map((story) => story.url)));
    expect((await fetch(`${url}/api/articles?contry=KP`)).status).toBe(400);
  });

  it('keeps alert rules without ever showing their secret', async () => {
    const add = ['alerts', 'add', 'groups', '--webhook', 'https://hooks.example/x', '--secret', 'hunter2'];
    expect((await runCli(add, { env })).code).toBe(0);
    const { stdout } = await runCli(['alerts', 'list'], { env });
    expect(stdout).toMatch(/groups +first mention of threat-actor +– +groups +watching/);
    expect(stdout).not.toContain('hunter2');
    expect((await runCli(['alerts', 'remove', 'groups'], { env })).code).toBe(0);
    expect((await runCli(['alerts', 'remove', 'groups'], { env })).code).toBe(1);
  });

  it('shows what a rule would have sent, and writes and reads rules as YAML', async () => {
    const test = ['alerts', 'test', '--first-mention', 'threat-actor', '--days', '3650', '--limit', '2'];
    const { stdout, code } = await runCli(test, { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^First mention of .+ {2}\[threat-actor/m);
    expect(stdout).toMatch(/^\d+ alerts from \d+ articles since/m);
    const report = JSON.parse((await runCli([...test, '--json'], { env })).stdout) as { total: number };
    expect(report.total).toBeGreaterThan(2);

    const rules = 'rules:\n  - name: dams\n    condition: { any: [{ topic: dam }, { country: KP }] }\n';
    const file = join(scratch.path, 'rules.yml');
    await writeFile(file, rules);
    expect((await runCli(['alerts', 'import', file], { env })).code).toBe(0);
    const exported = await runCli(['alerts', 'export'], { env });
    await writeFile(file, exported.stdout);
    expect((await runCli(['alerts', 'import', file], { env })).code).toBe(0);
    expect((await runCli(['alerts', 'export'], { env })).stdout).toBe(exported.stdout);
    expect((await runCli(['alerts', 'mute', 'dams', '--for', '2d'], { env })).code).toBe(0);
    expect((await runCli(['alerts', 'list'], { env })).stdout).toMatch(/dams .* muted until/);
    expect((await runCli(['alerts', 'add', 'bad', '--country', 'XX'], { env })).stderr).toMatch(
      /condition\.country\[0\] "XX" is not known/,
    );
    expect((await runCli(['alerts', 'log'], { env })).code).toBe(0);
    expect((await runCli(['alerts', 'show', 'nobody'], { env })).code).toBe(1);
    expect((await runCli(['alerts', 'remove', 'dams'], { env })).code).toBe(0);
  });

  it('finishes the work in hand on Ctrl-C and exits with 0', async () => {
    const cli = running.at(-1);
    cli?.child.kill('SIGINT');
    expect(await cli?.exited).toBe(0);
    expect(cli?.output()).toContain('stopped');
  });
});
