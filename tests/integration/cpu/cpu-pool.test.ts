import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { startCpuPool, type CpuPool } from '../../../src/cpu/cpu-pool.js';
import { shareActors } from '../../../src/cpu/shared-actors.js';
import { PermanentError, TransientError } from '../../../src/errors.js';

const REAL_WORKER = fileURLToPath(new URL('../../../dist/src/cpu/cpu-worker.js', import.meta.url));
const ENDLESS_WORKER = fileURLToPath(new URL('endless-worker.mjs', import.meta.url));

/** Longer than a thread takes to start on a busy machine. */
const TIMEOUT_MS = 4_000;

const FEED = `<?xml version="1.0"?>
<rss version="2.0"><channel><title>Dams weekly</title><link>https://news.example/</link>
<item><title>Plans stolen</title><link>https://news.example/dam</link><guid>dam</guid></item>
</channel></rss>`;

const SENTENCE =
  'Engineers said on Monday that plans of the dam had been copied, and that the gates are safe.';
const PAGE = `<!doctype html><html lang="en"><head><title>Plans stolen</title></head>
<body><article><h1>Plans stolen</h1><p>${SENTENCE}</p><p>${SENTENCE}</p><p>${SENTENCE}</p></article></body></html>`;

const bytes = (text: string) => new TextEncoder().encode(text);

const UNSIGNED = { url: 'https://news.example/dam', byline: null };
const RAIN = { ...UNSIGNED, text: 'Rain in Japan.' };

describe('startCpuPool', () => {
  const pools: CpuPool[] = [];
  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.close()));
  });

  function openPool({ workerFile = REAL_WORKER, threads = 1, timeoutMs = 60_000 } = {}): CpuPool {
    const pool = startCpuPool({ workerFile, threads, timeoutMs });
    pools.push(pool);
    return pool;
  }

  it('looks for imported actors, and for others after the next import', async () => {
    const pool = openPool();
    const namesWith = async (version: number, name: string) => {
      const actor = { name, kind: 'threat-actor', externalId: null, aliases: [], origin: null } as const;
      const actors = shareActors({ version, actors: [actor] });
      const article = { ...UNSIGNED, text: 'Malware of Gloomy Otter and Sad Plover', actors };
      const { tags } = await pool.run('tag-article', article);
      return [tags.taggerVersion, ...tags.actors.map((mention) => mention.name)];
    };
    expect(await namesWith(1, 'Gloomy Otter')).toEqual([expect.stringMatching(/\+1$/), 'Gloomy Otter']);
    expect(await namesWith(2, 'Sad Plover')).toEqual([expect.stringMatching(/\+2$/), 'Sad Plover']);
  });

  it('parses feeds, extracts articles and tags texts in threads', async () => {
    const pool = openPool({ threads: 2 });
    const [feed, article, tagged] = await Promise.all([
      pool.run('parse-feed', {
        body: bytes(FEED),
        contentType: 'application/rss+xml',
        url: 'https://news.example/feed.xml',
      }),
      pool.run('extract-article', {
        body: bytes(PAGE),
        contentType: 'text/html; charset=utf-8',
        url: 'https://news.example/dam',
        rule: { keep: [], drop: [], title: null, author: '.signed', date: null },
      }),
      pool.run('tag-article', {
        ...UNSIGNED,
        text: 'Lazarus Group stole $5 million in Japan.',
        title: 'A theft',
      }),
    ]);
    expect(feed).toMatchObject({
      format: 'rss',
      title: 'Dams weekly',
      items: [{ guid: 'dam', link: 'https://news.example/dam' }],
    });
    expect(article).toMatchObject({ title: 'Plans stolen', lang: 'en' });
    expect(article.text).toContain(SENTENCE);
    const { tags, fingerprint } = tagged;
    expect(fingerprint).toMatchObject({ publisher: 'news.example', voice: 'news.example', shingles: 4 });
    expect(tags.countries).toMatchObject([{ code: 'JP', text: 'Japan' }]);
    expect(tags.actors).toMatchObject([{ name: 'Lazarus Group', type: 'threat-actor' }]);
    expect(tags.money).toMatchObject([{ amount: 5_000_000, currency: 'USD' }]);
  });

  it('brings permanent errors back whole, and goes on', async () => {
    const pool = openPool();
    const url = 'https://news.example/report.pdf';
    const refused = pool.run('extract-article', {
      body: bytes('%PDF-1.7'),
      contentType: 'application/pdf',
      url,
      rule: null,
    });
    await expect(refused).rejects.toBeInstanceOf(PermanentError);
    await expect(refused).rejects.toMatchObject({
      code: 'not_html',
      message: `${url} is no web page but application/pdf`,
      context: { url, contentType: 'application/pdf' },
    });
    const noFeed = pool.run('parse-feed', { body: bytes('no feed'), contentType: 'text/plain', url });
    await expect(noFeed).rejects.toMatchObject({ name: 'PermanentError', code: 'feed_unparseable' });
    await expect(pool.run('tag-article', RAIN)).resolves.toMatchObject({ tags: { money: [] } });
  });

  it('says which task took longer than it may', async () => {
    const pool = openPool({ timeoutMs: 1 });
    // No thread starts within a millisecond.
    const stopped = pool.run('tag-article', RAIN);
    await expect(stopped).rejects.toBeInstanceOf(TransientError);
    await expect(stopped).rejects.toMatchObject({
      code: 'cpu_timeout',
      message: 'tag-article took more than 1 ms and was stopped',
      context: { task: 'tag-article', timeoutMs: 1 },
    });
  });

  it('ends a thread that would never come to an end, and serves those who wait behind it', async () => {
    const pool = openPool({ workerFile: ENDLESS_WORKER, timeoutMs: TIMEOUT_MS });
    const stuck = pool.run('tag-article', { ...UNSIGNED, text: 'endless' });
    const waiting = [
      pool.run('tag-article', { ...UNSIGNED, text: 'first' }),
      pool.run('tag-article', { ...UNSIGNED, text: 'second' }),
    ];
    await expect(stuck).rejects.toMatchObject({ code: 'cpu_timeout' });
    // They waited as long as a task may take, and that was not held against them.
    expect(await Promise.all(waiting)).toEqual([{ echo: 'first' }, { echo: 'second' }]);
  });

  it('calls a thread that ran out of memory a crash, which another try may survive, and goes on', async () => {
    const pool = openPool({ workerFile: ENDLESS_WORKER });
    const crashed = pool.run('tag-article', { ...UNSIGNED, text: 'greedy' });
    await expect(crashed).rejects.toBeInstanceOf(TransientError);
    await expect(crashed).rejects.toMatchObject({ code: 'worker_crashed' });
    expect(await pool.run('tag-article', { ...UNSIGNED, text: 'next' })).toEqual({ echo: 'next' });
  });
});
