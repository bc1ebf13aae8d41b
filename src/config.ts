import { z } from 'zod';
import { FatalError } from './errors.js';

/** Everything that can be set from outside, parsed once. */
export type Config = Readonly<ReturnType<typeof toConfig>>;

const text = z.string().trim().min(1, 'must not be empty');
const url = (...schemes: string[]) =>
  text.refine(
    (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol.replace(':', '')),
    `must be a URL starting with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`,
  );
const integer = (least: number, most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,12}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be from ${least} to ${most}`);
const list = z.string().transform((value) =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ''),
);

/**
 * The environment variables, each with what it accepts. `.env.example` documents the same list with the
 * defaults; a test keeps the two in step.
 */
export const ENVIRONMENT = z.object({
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  REDIS_URL: url('redis', 'rediss').optional(),
  WIREWATCH_DATA_DIR: text.optional(),
  XDG_DATA_HOME: text.optional(),
  WIREWATCH_FEEDS: text.default('feeds.yml'),
  WIREWATCH_SITE_RULES: text.optional(),
  WIREWATCH_HOST: text.default('127.0.0.1'),
  WIREWATCH_PORT: integer(0, 65_535).default(8080),
  // What a client can send as a bearer token (RFC 6750, section 2.1).
  WIREWATCH_API_TOKEN: text
    .min(16, 'must have at least 16 characters')
    .regex(/^[\w.~+/-]+=*$/, 'may hold letters, digits and - . _ ~ + / only, and = at its end')
    .optional(),
  WIREWATCH_PUBLIC_URL: url('http', 'https')
    .refine((value) => isPlainUrl(value), 'must end with its path, and hold no user name or password')
    .optional(),
  WIREWATCH_SMTP_URL: url('smtp', 'smtps').optional(),
  WIREWATCH_MAIL_FROM: text
    .regex(
      /^[^\r\n]{0,200}[^\s@<>]{1,64}@[^\s@<>]{1,255}>?$/,
      'must be an address such as "Wirewatch <alerts@example.org>"',
    )
    .optional(),
  WIREWATCH_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  WIREWATCH_USER_AGENT: text.default('Wirewatch/0.1 (+https://github.com/wirewatch/wirewatch)'),
  WIREWATCH_ALLOW_HOSTS: list.default([]),
  WIREWATCH_ROBOTS: z.enum(['obey', 'ignore']).default('obey'),
  WIREWATCH_HOST_DELAY_MS: integer(0, 600_000).default(1_000),
  WIREWATCH_FIRST_BYTE_TIMEOUT_MS: integer(100, 600_000).default(10_000),
  WIREWATCH_FETCH_TIMEOUT_MS: integer(100, 600_000).default(30_000),
  WIREWATCH_MAX_REDIRECTS: integer(0, 20).default(5),
  WIREWATCH_FEED_MAX_BYTES: integer(1_024, 1_073_741_824).default(10_485_760),
  WIREWATCH_PAGE_MAX_BYTES: integer(1_024, 1_073_741_824).default(5_242_880),
  WIREWATCH_CPU_THREADS: integer(1, 64).default(2),
  WIREWATCH_CPU_TIMEOUT_MS: integer(100, 600_000).default(20_000),
  WIREWATCH_CONCURRENCY_FEEDS: integer(1, 1_000).default(8),
  WIREWATCH_CONCURRENCY_ARTICLES: integer(1, 1_000).default(16),
  WIREWATCH_CONCURRENCY_TAGS: integer(1, 1_000).default(4),
  WIREWATCH_CONCURRENCY_ALERTS: integer(1, 1_000).default(16),
  WIREWATCH_RETRY_BASE_MS: integer(10, 3_600_000).default(2_000),
  WIREWATCH_THROTTLE_DEADLINE_MS: integer(1_000, 604_800_000).default(86_400_000),
  WIREWATCH_TICK_MS: integer(100, 3_600_000).default(5_000),
  WIREWATCH_SWEEP_MS: integer(100, 86_400_000).default(60_000),
  WIREWATCH_SWEEP_AGE_MS: integer(100, 86_400_000).default(300_000),
  WIREWATCH_POLL_HISTORY_DAYS: integer(1, 3_650).default(30),
  WIREWATCH_QUEUE_PREFIX: text
    .regex(/^[a-z][a-z0-9_]{0,39}$/, 'may hold small letters, digits and _, 40 at most, a letter first')
    .default('wirewatch'),
});

const FEED_ACCEPT = [
  'application/rss+xml, application/atom+xml, application/feed+json',
  'application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, application/json;q=0.7, */*;q=0.5',
].join(', ');
const PAGE_ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.1';

/** Variables that are ours, by name: anything else under our prefix is a typing error. */
const OUR_PREFIX = 'WIREWATCH_';

/**
 * Reads the configuration from environment variables. An empty variable counts as not set.
 *
 * @param env - the environment, usually `process.env`
 * @throws FatalError `config_invalid` that names every wrong or unknown variable at once
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = ENVIRONMENT.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}`),
    ...Object.keys(given)
      .filter((name) => name.startsWith(OUR_PREFIX) && !(name in ENVIRONMENT.shape))
      .map((name) => `${name} is not a variable that Wirewatch knows`),
  ];
  if (
    parsed.success &&
    !isLoopback(parsed.data.WIREWATCH_HOST) &&
    parsed.data.WIREWATCH_API_TOKEN === undefined
  ) {
    faults.push(
      `WIREWATCH_HOST is ${parsed.data.WIREWATCH_HOST}, which others can reach: set WIREWATCH_API_TOKEN as well, or use 127.0.0.1`,
    );
  }
  if (
    parsed.success &&
    (parsed.data.WIREWATCH_SMTP_URL === undefined) !== (parsed.data.WIREWATCH_MAIL_FROM === undefined)
  ) {
    faults.push('WIREWATCH_SMTP_URL and WIREWATCH_MAIL_FROM go together: set both to send mails, or neither');
  }
  if (!parsed.success || faults.length > 0) {
    throw new FatalError(
      'config_invalid',
      `Wrong configuration:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
      {
        context: { faults: faults.length },
      },
    );
  }
  return toConfig(parsed.data);
}

/** Stands for a secret; of characters that a URL keeps as they are. */
const BLANK = '***';

/**
 * The configuration as it may be shown: passwords and tokens are blanked.
 *
 * @param config - a parsed configuration
 */
export function redactConfig(config: Config): Config {
  const blank = (value: string | null) => value && redactUrl(value);
  return {
    ...config,
    databaseUrl: blank(config.databaseUrl),
    redisUrl: blank(config.redisUrl),
    http: { ...config.http, apiToken: config.http.apiToken && BLANK },
    mail: config.mail && { ...config.mail, smtpUrl: redactUrl(config.mail.smtpUrl) },
  };
}

function redactUrl(value: string): string {
  const parsed = new URL(value);
  if (parsed.password !== '') parsed.password = BLANK;
  for (const name of [...parsed.searchParams.keys()]) {
    if (/pass|token|secret|key/i.test(name)) parsed.searchParams.set(name, BLANK);
  }
  return parsed.href;
}

/** Addresses of ours are made by adding to it. */
function isPlainUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { username, password, search, hash } = new URL(value);
  return username + password + search + hash === '' && !/[?#]/.test(value);
}

/** Addresses only: a host name that begins with "127." may be anywhere. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function toMailConfig(env: z.output<typeof ENVIRONMENT>) {
  const { WIREWATCH_SMTP_URL: smtpUrl, WIREWATCH_MAIL_FROM: from } = env;
  return smtpUrl === undefined || from === undefined ? null : { smtpUrl, from };
}

function toConfig(env: z.output<typeof ENVIRONMENT>) {
  return {
    /** Null: the embedded server. */
    databaseUrl: env.DATABASE_URL ?? null,
    /** Null: queues live in Postgres. */
    redisUrl: env.REDIS_URL ?? null,
    /** Null: the platform's usual place. */
    dataDir: env.WIREWATCH_DATA_DIR ?? null,
    xdgDataHome: env.XDG_DATA_HOME ?? null,
    feedsFile: env.WIREWATCH_FEEDS,
    /** Rules for single sites; null: none. */
    siteRulesFile: env.WIREWATCH_SITE_RULES ?? null,
    /** How long the rows of polls are kept. */
    pollHistoryDays: env.WIREWATCH_POLL_HISTORY_DAYS,
    logLevel: env.WIREWATCH_LOG_LEVEL,
    http: {
      host: env.WIREWATCH_HOST,
      port: env.WIREWATCH_PORT,
      apiToken: env.WIREWATCH_API_TOKEN ?? null,
      /** Where others reach this web server, without a slash at its end; null: nowhere. */
      publicUrl: env.WIREWATCH_PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    },
    /** Null: no mails are sent. */
    mail: toMailConfig(env),
    fetch: {
      /** What we ask feeds and pages for. */
      feedAccept: FEED_ACCEPT,
      pageAccept: PAGE_ACCEPT,
      userAgent: env.WIREWATCH_USER_AGENT,
      allowHosts: env.WIREWATCH_ALLOW_HOSTS,
      obeyRobots: env.WIREWATCH_ROBOTS === 'obey',
      hostDelayMs: env.WIREWATCH_HOST_DELAY_MS,
      firstByteTimeoutMs: env.WIREWATCH_FIRST_BYTE_TIMEOUT_MS,
      totalTimeoutMs: env.WIREWATCH_FETCH_TIMEOUT_MS,
      maxRedirects: env.WIREWATCH_MAX_REDIRECTS,
      feedMaxBytes: env.WIREWATCH_FEED_MAX_BYTES,
      pageMaxBytes: env.WIREWATCH_PAGE_MAX_BYTES,
    },
    cpu: { threads: env.WIREWATCH_CPU_THREADS, timeoutMs: env.WIREWATCH_CPU_TIMEOUT_MS },
    queue: {
      prefix: env.WIREWATCH_QUEUE_PREFIX,
      concurrency: {
        feeds: env.WIREWATCH_CONCURRENCY_FEEDS,
        articles: env.WIREWATCH_CONCURRENCY_ARTICLES,
        tags: env.WIREWATCH_CONCURRENCY_TAGS,
        alerts: env.WIREWATCH_CONCURRENCY_ALERTS,
      },
      retryBaseMs: env.WIREWATCH_RETRY_BASE_MS,
      throttleDeadlineMs: env.WIREWATCH_THROTTLE_DEADLINE_MS,
      tickMs: env.WIREWATCH_TICK_MS,
      sweepMs: env.WIREWATCH_SWEEP_MS,
      sweepAgeMs: env.WIREWATCH_SWEEP_AGE_MS,
    },
  };
}
