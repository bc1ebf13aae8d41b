import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeScratchDir, type ScratchDir } from '../../../demo/scratch-dir.js';
import { runCli } from '../../helpers/run-cli.js';

const COMMANDS = [
  'up',
  'ingest',
  'work',
  'serve',
  'feeds',
  'articles',
  'stories',
  'actors',
  'money',
  'alerts',
  'channels',
  'quarantine',
  'skipped',
  'retag',
  'migrate',
  'doctor',
  'config',
  'parse-feed',
  'fetch-feed',
  'extract',
  'tag',
];

const lines = (text: string): Record<string, unknown>[] =>
  text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('wirewatch', () => {
  it.each(COMMANDS)('%s --help explains itself with an example and exits with 0', async (command) => {
    const { code, stdout } = await runCli([command, '--help']);
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: wirewatch ${command}`);
    expect(stdout).toMatch(/Examples?:\n {2}\$ /);
  });

  it.each([
    [['no-such-command']],
    [['articles', '--country', 'Korea']],
    [['articles', '--format', 'xml']],
    [['work', '--queues', 'feeds,mails']],
    [['quarantine', 'replay']],
    [['skipped', 'replay']],
    [['skipped', 'replay', 'first']],
    [['feeds', 'add']],
    [['alerts', 'add', 'x', '--webhook', 'hooks.example']],
  ])('%j is wrong usage: exit 2 and a pointer to --help', async (args) => {
    const { code, stdout, stderr } = await runCli(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/error: .+\n\(see --help\)/);
  });

  it('names every wrong variable at once and exits with 78', async () => {
    const { code, stderr } = await runCli(['config'], {
      env: {
        WIREWATCH_PORT: 'high',
        WIREWATCH_TICK_MS: '1',
        WIREWATCH_COLOUR: 'red',
        REDIS_URL: 'localhost',
      },
    });
    expect(code).toBe(78);
    for (const name of ['WIREWATCH_PORT', 'WIREWATCH_TICK_MS', 'WIREWATCH_COLOUR', 'REDIS_URL']) {
      expect(stderr).toContain(name);
    }
  });

  it('shows no secret', async () => {
    const { stdout } = await runCli(['config'], {
      env: {
        DATABASE_URL: 'postgres://me:hunter2-hunter2@db.example/news',
        WIREWATCH_API_TOKEN: 'hunter2-hunter2-hunter2',
      },
    });
    expect(stdout).toContain('db.example');
    expect(stdout).not.toContain('hunter2');
  });

  it('fails with 1 and the remedy when the database is not there', async () => {
    const { code, stderr } = await runCli(['articles'], {
      env: { DATABASE_URL: 'postgres://me@127.0.0.1:1/news' },
    });
    expect(code).toBe(1);
    expect(stderr).toMatch(/database can't serve now.*Check that it runs/);
  });
});

describe('the filters', () => {
  let scratch: ScratchDir;
  beforeAll(async () => {
    scratch = await makeScratchDir();
  });
  afterAll(() => scratch.remove());

  it('tags with the actors of files as well, and says how they fit the built-in ones', async () => {
    const file = join(scratch.path, 'actors.csv.gz');
    await writeFile(file, gzipSync('name,aliases\nGloomy Otter,Sednit\nRussian,\n'));
    const input = `${JSON.stringify({ id: '1', text: 'Gloomy Otter sells malware.' })}\n`;
    const { code, stdout, stderr } = await runCli(['tag', '--catalogue', file], { input });
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ actors: [{ name: 'Gloomy Otter', type: 'threat-actor' }] });
    expect(stderr).toContain('"Sednit" is ambiguous: APT28, Gloomy Otter');
    expect(stderr).toContain('"Russian" of Russian is not looked for');
  });

  it('tags the example line', async () => {
    const text = 'Lazarus Group, a North Korean crew, stole $1.5 billion from Bybit, the FBI said.';
    const { code, stdout } = await runCli(['tag'], { input: `${JSON.stringify({ id: '1', text })}\n` });
    expect(code).toBe(0);
    const answers = lines(stdout);
    expect(answers).toHaveLength(1);
    expect(answers[0]).toMatchObject({ id: '1', countries: [{ code: 'KP' }] });
    expect(answers[0]?.actors).toContainEqual(expect.objectContaining({ name: 'Lazarus Group' }));
    expect(answers[0]?.money).toMatchObject([{ amount: 1_500_000_000, currency: 'USD' }]);
  });

  it('explains the tags of a plain text, to people', async () => {
    const file = join(scratch.path, 'article.txt');
    await writeFile(file, 'Bank of China hit.\n\nThey told us.\n');
    const { code, stdout } = await runCli(['tag', '--explain', '--text', file]);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^Bank of China hit\.\n {2}✓ organisation {2}Bank of China {2}organisation\/catalogue /,
    );
    expect(stdout).toMatch(/^ {2}✗ country +us → US +small-letters: /m);
    expect(stdout).toMatch(/^1 tagged, 2 turned down\. Read as en\. /m);
    // eslint-disable-next-line no-control-regex -- colours are for terminals
    expect(stdout).not.toMatch(/\u001b/);
    const piped = await runCli(['tag', '--explain', '--text', '-'], { input: 'They told us.' });
    expect(piped.stdout).toMatch(/✗ country +us → US/);
    const missing = await runCli(['tag', '--explain', '--text', join(scratch.path, 'none.txt')]);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain("Can't read");
  });

  it('explains tags as NDJSON to programs', async () => {
    const input = ['{"id":"1","text":"Bank of China"}', 'no json'].join('\n');
    const piped = await runCli(['tag', '--explain'], { input });
    const [first, second] = lines(piped.stdout);
    expect(first).toMatchObject({
      ...{ id: '1', language: 'en', sentences: [{ start: 0, end: 13 }], countries: [] },
      actors: [{ name: 'Bank of China' }],
      candidates: [
        { verdict: 'accepted', kind: 'organisation', alias: 'Bank of China' },
        { verdict: 'rejected', kind: 'country', code: 'CN', start: 8, end: 13, reason: 'inside-other' },
      ],
    });
    expect(second).toMatchObject({ error: { code: 'bad_input' } });
    const asked = await runCli(['tag', '--explain', '--json', '--text', '-'], { input: 'Bank of China' });
    expect(lines(asked.stdout)).toEqual([{ ...first, id: '-' }]);
  });

  it('tags a plain text', async () => {
    const { stdout } = await runCli(['tag', '--text', '-'], { input: 'Peru' });
    expect(lines(stdout)).toMatchObject([{ id: '-', countries: [{ code: 'PE' }] }]);
  });

  it('answer a bad line with its error and go on', async () => {
    const input = ['{"id":"1","text":"Peru"}', 'no json', '{"id":3}', '[]', '{"id":"5","text":"Chile"}'].join(
      '\n',
    );
    const { code, stdout } = await runCli(['tag'], { input });
    expect(code).toBe(0);
    expect(lines(stdout)).toMatchObject([
      { id: '1', countries: [{ code: 'PE' }] },
      { id: null, error: { code: 'bad_input' } },
      { id: 3, error: { code: 'bad_input' } },
      { id: null, error: { code: 'bad_input' } },
      { id: '5', countries: [{ code: 'CL' }] },
    ]);
  });

  it('parse a feed and say what is none', async () => {
    const feed =
      '<rss version="2.0"><channel><title>T</title><item><title>A</title><link>https://a.example/1</link></item></channel></rss>';
    const line = (id: string, body: string) =>
      JSON.stringify({ id, bodyBase64: Buffer.from(body).toString('base64') });
    const { stdout } = await runCli(['parse-feed'], {
      input: [line('1', feed), line('2', '<!doctype html><p>Hello</p>'), line('3', '')].join('\n'),
    });
    expect(lines(stdout)).toMatchObject([
      { id: '1', ok: true, format: 'rss', items: [{ title: 'A', link: 'https://a.example/1' }] },
      { id: '2', ok: false, items: [], error: { code: 'feed_is_html' } },
      { id: '3', ok: false, items: [], error: { code: 'feed_empty' } },
    ]);
  });

  it('extract an article and refuse what is no page', async () => {
    const paragraphs = ['Monday', 'Tuesday', 'Wednesday', 'Thursday'].map(
      (day) =>
        `<p>On ${day} the ministry said that the network had been repaired in another ${day.length} districts. ` +
        `Engineers of ${day}'s shift replaced the routers, and the minister thanked them for their patience.</p>`,
    );
    const html = `<html><head><title>Network restored</title></head><body><article><h1>Network restored</h1>
      ${paragraphs.join('\n')}</article></body></html>`;
    const { stdout } = await runCli(['extract'], {
      input: [
        JSON.stringify({ id: '1', url: 'https://a.example/1', html }),
        JSON.stringify({
          id: '2',
          url: 'https://a.example/2',
          bodyBase64: Buffer.from('%PDF-1.7 …').toString('base64'),
        }),
      ].join('\n'),
    });
    const [article, pdf] = lines(stdout);
    expect(article).toMatchObject({ id: '1', title: 'Network restored', kind: 'article' });
    expect(String(article?.text).split('\n\n')).toHaveLength(4);
    expect(pdf).toMatchObject({ id: '2', error: { code: 'not_html' } });
  });

  it('explain an extraction, from a file or from stdin', async () => {
    const html = `<title>Network restored</title><nav>Home</nav><article><p>${'The network is up again, they say. '.repeat(12)}</p></article>`;
    const explained = await runCli(['extract', '--explain', '-', '--url', 'https://a.example/1'], {
      input: html,
    });
    expect(explained.code).toBe(0);
    expect(explained.stdout).toContain('Network restored');
    expect(explained.stdout).toContain('<nav>');
    const missing = await runCli(['extract', '--explain', '/no/such/page.html']);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('/no/such/page.html');
  });

  it('extract by the rules of a site, and say what a page is', async () => {
    const rules = join(scratch.path, 'site-rules.yml');
    await writeFile(rules, 'a.example:\n  keep: .odd\n');
    const html = '<p class="odd">One line.</p><p>Another line, which is longer than that one.</p>';
    const { stdout } = await runCli(['extract', '--site-rules', rules], {
      input: [
        JSON.stringify({ id: '1', url: 'https://www.a.example/1', html }),
        JSON.stringify({ id: '2', url: 'https://b.example/', html: '<title>Seite nicht gefunden</title>' }),
      ].join('\n'),
    });
    expect(lines(stdout)).toMatchObject([
      { id: '1', text: 'One line.', method: 'site-rules', kind: 'article' },
      { id: '2', text: '', kind: 'error' },
    ]);
  });

  it('name the file, the site and the selector that is wrong, and exit with 78', async () => {
    const rules = join(scratch.path, 'wrong-rules.yml');
    await writeFile(rules, 'a.example:\n  drop: "p["\n');
    const { code, stdout, stderr } = await runCli(['extract', '--site-rules', rules], { input: '' });
    expect({ code, stdout }).toEqual({ code: 78, stdout: '' });
    expect(stderr).toMatch(/wrong-rules\.yml[^]*a\.example: drop: "p\["/);
    const missing = await runCli(['extract', '--site-rules', join(scratch.path, 'none.yml')], { input: '' });
    expect(missing).toMatchObject({ code: 78, stderr: expect.stringContaining('none.yml') as string });
  });
});
