import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import { alertFeedRoutes } from './alert-feeds.js';
import { listAlertsRoute } from './api/alerts.js';
import { listArticlesRoute } from './api/articles.js';
import { healthRoutes } from './api/health.js';
import { ruleRoutes } from './api/rules.js';
import type { HttpDeps } from './http-deps.js';
import { requireToken } from './middleware/require-token.js';
import { describeProblem } from './middleware/describe-problem.js';
import { websubRoutes } from './websub.js';

/**
 * The HTTP application, without a port: `app.request()` runs it in tests.
 *
 * @param deps - what it may ask
 */
export function createHttpApp(deps: HttpDeps): Hono {
  const app = new Hono();
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }));
  app.route('/', healthRoutes(deps));
  if (deps.websub !== null) app.route('/', websubRoutes(deps.websub));
  app.use('/api/*', requireToken(deps.apiToken));
  app.use('/metrics', requireToken(deps.apiToken));
  app.get('/metrics', async (c) =>
    c.text(await deps.renderMetrics(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  app.get('/api/articles', listArticlesRoute(deps));
  app.route('/', alertFeedRoutes(deps));
  app.get('/api/alerts', listAlertsRoute(deps));
  app.route('/api/rules', ruleRoutes(deps));
  app.get('/', (c) =>
    c.json({
      name: 'wirewatch',
      links: ['/api/articles', '/api/alerts', '/api/rules', '/healthz', '/readyz', '/metrics'],
    }),
  );
  app.notFound((c) => describeProblem(c, { status: 404, title: 'There is nothing at this address' }));
  app.onError((error, c) => {
    deps.reportError(error);
    return describeProblem(c, { status: 500, title: 'Something broke on our side; it was logged' });
  });
  return app;
}
