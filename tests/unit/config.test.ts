import { describe, expect, it } from 'vitest';
import { ENVIRONMENT, parseConfig, redactConfig } from '../../src/config.js';
import { FatalError } from '../../src/errors.js';

const TOKEN = 'a-token-of-enough-characters';

/** The error that this environment is refused with. */
function refusalOf(env: Readonly<Record<string, string>>): FatalError {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof FatalError) return error;
    throw error;
  }
  throw new Error('the environment was accepted');
}

describe('parseConfig', () => {
  it('needs nothing: the database is embedded, the queue lives in it, and only this machine is served', () => {
    expect(parseConfig({})).toMatchObject({
      databaseUrl: null,
      redisUrl: null,
      dataDir: null,
      feedsFile: 'feeds.yml',
      logLevel: 'info',
      http: { host: '127.0.0.1', port: 8080, apiToken: null, publicUrl: null },
      fetch: {
        allowHosts: [],
        obeyRobots: true,
        hostDelayMs: 1_000,
        firstByteTimeoutMs: 10_000,
        totalTimeoutMs: 30_000,
        maxRedirects: 5,
        feedMaxBytes: 10 * 1024 * 1024,
        pageMaxBytes: 5 * 1024 * 1024,
      },
    });
  });

  it('names a contact address in the default user agent', () => {
    expect(parseConfig({}).fetch.userAgent).toMatch(/^Wirewatch\/[\d.]+ \(\+https:\/\/\S+\)$/);
  });

  it('takes what is set, without the spaces around it', () => {
    const config = parseConfig({
      DATABASE_URL: ' postgresql://db.example/news ',
      REDIS_URL: 'rediss://cache.example:6380',
      WIREWATCH_PORT: ' 9000 ',
      WIREWATCH_ALLOW_HOSTS: 'intranet.example, *.localhost,,',
      WIREWATCH_ROBOTS: 'ignore',
      WIREWATCH_CONCURRENCY_TAGS: '7',
    });
    expect(config.databaseUrl).toBe('postgresql://db.example/news');
    expect(config.redisUrl).toBe('rediss://cache.example:6380');
    expect(config.http.port).toBe(9_000);
    expect(config.fetch.allowHosts).toEqual(['intranet.example', '*.localhost']);
    expect(config.fetch.obeyRobots).toBe(false);
    expect(config.queue.concurrency.tags).toBe(7);
  });

  it('takes an empty variable as not set', () => {
    const empty = Object.fromEntries(Object.keys(ENVIRONMENT.shape).map((name) => [name, '  ']));
    expect(parseConfig({ ...empty, WIREWATCH_PORT: '' })).toEqual(parseConfig({}));
    expect(parseConfig({ WIREWATCH_PORT: undefined })).toEqual(parseConfig({}));
  });

  it('leaves the variables of other programs alone', () => {
    expect(parseConfig({ PATH: '/bin', HTTP_PROXY: 'x', WIREWATCHFUL: '1' })).toEqual(parseConfig({}));
  });

  it('names every wrong variable at once', () => {
    const error = refusalOf({
      DATABASE_URL: 'mysql://db.example/news',
      REDIS_URL: 'localhost:6379',
      WIREWATCH_PORT: '70000',
      WIREWATCH_LOG_LEVEL: 'loud',
      WIREWATCH_HOST_DELAY_MS: '1.5',
      WIREWATCH_QUEUE_PREFIX: 'my-queue',
    });
    expect(error.code).toBe('config_invalid');
    expect(error.context).toEqual({ faults: 6 });
    expect(error.message).toContain('DATABASE_URL must be a URL starting with postgres:// or postgresql://');
    expect(error.message).toContain('REDIS_URL must be a URL starting with redis:// or rediss://');
    expect(error.message).toContain('WIREWATCH_PORT must be from 0 to 65535');
    expect(error.message).toContain('WIREWATCH_LOG_LEVEL ');
    expect(error.message).toContain('WIREWATCH_HOST_DELAY_MS must be a whole number');
    expect(error.message).toContain('WIREWATCH_QUEUE_PREFIX may hold small letters');
  });

  it('names variables of ours that it does not know, beside the wrong ones', () => {
    const { message, context } = refusalOf({ WIREWATCH_PROT: '9000', WIREWATCH_PORT: 'nine' });
    expect(context).toEqual({ faults: 2 });
    expect(message).toContain('WIREWATCH_PROT is not a variable that Wirewatch knows');
    expect(message).toContain('WIREWATCH_PORT must be a whole number');
  });

  it.each(['-1', '1e3', '0x10', '9'.repeat(13), 'Infinity'])('refuses the number %s', (value) => {
    expect(refusalOf({ WIREWATCH_HOST_DELAY_MS: value }).message).toContain('WIREWATCH_HOST_DELAY_MS');
  });

  it('takes the address that others reach us at, with a path but without a slash at its end', () => {
    const publicUrlOf = (value: string) => parseConfig({ WIREWATCH_PUBLIC_URL: value }).http.publicUrl;
    expect(publicUrlOf('https://watch.example/')).toBe('https://watch.example');
    expect(publicUrlOf('http://watch.example:8080/news/in//')).toBe('http://watch.example:8080/news/in');
  });

  it.each([
    'watch.example',
    'ftp://watch.example',
    'https://a:b@watch.example',
    'https://watch.example/?',
    'https://watch.example/#in',
  ])('refuses the public address %s', (value) => {
    expect(refusalOf({ WIREWATCH_PUBLIC_URL: value }).message).toContain('WIREWATCH_PUBLIC_URL must');
  });

  it('repeats no secret in its complaint', () => {
    const { message } = refusalOf({
      DATABASE_URL: 'mysql://user:hunter2@db.example',
      REDIS_URL: 'http://:hunter2@cache.example',
      WIREWATCH_API_TOKEN: 'hunter2',
    });
    expect(message).toContain('WIREWATCH_API_TOKEN must have at least 16 characters');
    expect(message).not.toContain('hunter2');
  });

  it.each(['a token of enough characters', 'ein-schlüssel-mit-umlaut', 'sixteen-or-more\n"x"'])(
    'refuses the token %j, which no client could send',
    (token) => {
      const { message } = refusalOf({ WIREWATCH_API_TOKEN: token });
      expect(message).toContain('WIREWATCH_API_TOKEN may hold letters, digits');
      expect(message).not.toContain(token);
    },
  );

  it.each(['0.0.0.0', '::', '192.0.2.7', 'news.example', '127.0.0.1.news.example', '127.news.example'])(
    'refuses to serve on %s without a token',
    (host) => {
      const { code, message } = refusalOf({ WIREWATCH_HOST: host });
      expect(code).toBe('config_invalid');
      expect(message).toContain('set WIREWATCH_API_TOKEN');
      expect(parseConfig({ WIREWATCH_HOST: host, WIREWATCH_API_TOKEN: TOKEN }).http.host).toBe(host);
    },
  );

  it.each(['127.0.0.1', '127.3.2.1', '::1', 'localhost'])('serves on %s without a token', (host) => {
    expect(parseConfig({ WIREWATCH_HOST: host }).http).toMatchObject({ host, apiToken: null });
  });
});

describe('redactConfig', () => {
  it.each([
    'postgres://user:hunter2@db.example/news',
    'postgres://user:hunter2%2F%zz@db.example/news%zz',
    'postgres://db.example/news?user=me&password=hunter2',
    'postgres://db.example/news?sslpassword=hunter2&PassWord=hunter2&password=hunter2',
  ])('shows no password of %s', (databaseUrl) => {
    const shown = redactConfig(parseConfig({ DATABASE_URL: databaseUrl })).databaseUrl;
    expect(shown).not.toContain('hunter2');
    expect(shown).toContain('db.example/news');
  });

  it('shows no secret at all, and everything else', () => {
    const config = parseConfig({
      DATABASE_URL: 'postgres://me:hunter2@db.example/news?sslmode=require',
      REDIS_URL: 'redis://:hunter3@cache.example:6379/2',
      WIREWATCH_API_TOKEN: TOKEN,
    });
    const redacted = redactConfig(config);
    expect(JSON.stringify(redacted)).not.toMatch(new RegExp(`hunter|${TOKEN}`));
    expect(redacted).toEqual({
      ...config,
      databaseUrl: 'postgres://me:***@db.example/news?sslmode=require',
      redisUrl: 'redis://:***@cache.example:6379/2',
      http: { ...config.http, apiToken: '***' },
    });
  });

  it('leaves what is not set', () => {
    expect(redactConfig(parseConfig({}))).toEqual(parseConfig({}));
  });
});
