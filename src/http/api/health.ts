import { Hono } from 'hono';
import { errorMessageOf } from '../../errors.js';
import type { HttpDeps } from '../http-deps.js';

/** `/healthz`: the process lives. `/readyz`: it can serve, because database and queue answer. */
export function healthRoutes(deps: Pick<HttpDeps, 'checkReady'>): Hono {
  const app = new Hono();
  app.get('/healthz', (c) => c.json({ status: 'ok' }));
  app.get('/readyz', async (c) => {
    try {
      await deps.checkReady();
      return c.json({ status: 'ready' });
    } catch (error) {
      return c.json({ status: 'not ready', reason: errorMessageOf(error) }, 503);
    }
  });
  return app;
}
