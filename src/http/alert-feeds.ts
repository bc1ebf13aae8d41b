import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono, type Context } from 'hono';
import { toFeedEntry, type AlertEntry } from '../alerting/feed-entry.js';
import { alertFeedKey } from '../alerting/feed-key.js';
import type { FeedHead } from '../export/feed-head.js';
import { renderJsonFeedDocument } from '../export/json-feed-document.js';
import { renderRssDocument, type RssItem } from '../export/rss-document.js';
import type { AlertCard } from '../model/alert.js';
import { describeProblem } from './middleware/describe-problem.js';
import { requireToken } from './middleware/require-token.js';

/** What the feeds of alerts may ask of the rest. */
export interface AlertFeedDeps {
  /** Null: whoever reaches the port may read. */
  readonly apiToken: string | null;
  /** Where others reach us; null: as the reader asked. */
  readonly publicUrl: string | null;
  /** What a rule fired, the newest first; null when there is no such rule. */
  readAlertFeed(
    rule: string,
    limit: number,
  ): Promise<readonly { readonly id: string; readonly card: AlertCard; readonly firedAt: Date }[] | null>;
}

/** Readers come by at least every few hours: more than a hundred alerts in that time are no alerts. */
const MAX_ENTRIES = 100;

const FORMATS = {
  rss: { contentType: 'application/rss+xml; charset=utf-8', render: renderRss },
  json: { contentType: 'application/feed+json; charset=utf-8', render: renderJsonFeed },
};

/**
 * `/alerts/RULE.rss` and `/alerts/RULE.json`: what a rule fired, for feed readers. They carry the API token, or in the
 * query the key of that feed (`alertFeedKey`): the token itself does not belong into an address, which ends in logs.
 */
export function alertFeedRoutes(deps: AlertFeedDeps): Hono {
  const app = new Hono();
  const guard = requireToken(deps.apiToken);
  app.get('/alerts/:file{.+\\.(?:rss|json)}', async (c) => {
    const [, rule = '', format = ''] = /^(.+)\.(rss|json)$/s.exec(c.req.param('file')) ?? [];
    const serve = () => serveFeed(deps, c, rule, format === 'json' ? 'json' : 'rss');
    if (deps.apiToken !== null && holdsKey(c, deps.apiToken, rule)) return serve();
    let answer: Response | undefined;
    const refusal = await guard(c, async () => {
      answer = await serve();
    });
    return answer ?? refusal ?? c.body(null, 401);
  });
  return app;
}

/** Hashed first, so that the comparison takes the same time whatever was sent. */
function holdsKey(c: Context, apiToken: string, rule: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(c.req.query('key') ?? ''), digest(alertFeedKey(apiToken, rule)));
}

async function serveFeed(
  deps: AlertFeedDeps,
  c: Context,
  rule: string,
  format: keyof typeof FORMATS,
): Promise<Response> {
  // Postgres takes no NUL.
  const alerts = rule.includes('\0') ? null : await deps.readAlertFeed(rule, MAX_ENTRIES);
  if (alerts === null) return describeProblem(c, { status: 404, title: 'There is no such rule' });
  const base = deps.publicUrl ?? new URL(c.req.url).origin;
  const builtAt = alerts[0]?.firedAt ?? new Date(0);
  const head: FeedHead = {
    title: `Alerts of ${rule}`,
    link: `${base}/`,
    // Without the key.
    selfUrl: `${base}/alerts/${encodeURIComponent(rule)}.${format}`,
    description: `What the rule ${rule} of Wirewatch fired on.`,
    builtAt,
  };
  const { render, contentType } = FORMATS[format];
  const body = render(head, alerts.map(toFeedEntry));
  const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  const headers = { etag, 'last-modified': builtAt.toUTCString(), 'cache-control': 'private, no-cache' };
  if (isUnchanged(c, etag, builtAt)) return c.body(null, 304, headers);
  return c.body(body, 200, { ...headers, 'content-type': contentType });
}

/** RFC 9110, section 13.2.2: the date counts only where no entity tag was sent; section 13.1.2: compared weakly. */
function isUnchanged(c: Context, etag: string, changedAt: Date): boolean {
  const tags = c.req.header('if-none-match');
  if (tags !== undefined) {
    return tags.split(',').some((tag) => ['*', etag].includes(tag.trim().replace(/^W\//, '')));
  }
  const since = Date.parse(c.req.header('if-modified-since') ?? '');
  return Math.floor(changedAt.getTime() / 1000) * 1000 <= since;
}

function renderRss(head: FeedHead, entries: readonly AlertEntry[]): string {
  return renderRssDocument(
    head,
    entries.map((entry): RssItem => ({
      title: entry.title,
      link: entry.link,
      guid: entry.id,
      isGuidLink: false,
      publishedAt: entry.at,
      creator: null,
      description: entry.html,
      categories: [{ domain: entry.subject.kind, name: entry.subject.name }],
    })),
  );
}

function renderJsonFeed(head: FeedHead, entries: readonly AlertEntry[]): string {
  return renderJsonFeedDocument(
    head,
    entries.map((entry) => ({
      id: entry.id,
      url: entry.link ?? undefined,
      title: entry.title,
      content_html: entry.html,
      content_text: entry.text,
      date_published: entry.at.toISOString(),
      tags: [entry.subject.name],
      _wirewatch: entry.card,
    })),
  );
}
