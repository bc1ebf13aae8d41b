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
