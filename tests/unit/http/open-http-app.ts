import { createHttpApp } from '../../../src/http/app.js';
import type { HttpDeps } from '../../../src/http/http-deps.js';
import type { Problem } from '../../../src/http/middleware/describe-problem.js';

/** An application that needs no token and has nothing to tell, but for what the test says. */
export function openHttpApp(deps: Partial<HttpDeps> = {}) {
  return createHttpApp({
    apiToken: null,
    publicUrl: null,
    readAlertFeed: () => Promise.resolve(null),
    listArticles: () => Promise.resolve([]),
    listRules: () => Promise.resolve([]),
    saveRule: () => Promise.resolve(),
    removeRule: () => Promise.resolve(false),
    rehearse: ({ rule, since }) =>
      Promise.resolve({
        rule: rule.name,
        since: since.toISOString(),
        articles: 0,
        alerts: [],
        total: 0,
        past: 0,
        waiting: 0,
        perDay: [],
        caveats: [],
      }),
    listAlerts: () => Promise.resolve([]),
    now: () => new Date('2026-03-01T12:00:00Z'),
    checkReady: () => Promise.resolve(),
    renderMetrics: () => Promise.resolve('wirewatch_pending 0\n'),
    reportError: () => undefined,
    websub: null,
    ...deps,
  });
}

/** A problem document (RFC 9457). @throws Error when the answer is none */
export async function readProblem(response: Response): Promise<Problem> {
  const type = response.headers.get('content-type');
  if (type !== 'application/problem+json; charset=utf-8') throw new Error(`no problem but ${String(type)}`);
  return (await response.json()) as Problem;
}
