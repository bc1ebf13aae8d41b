import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { parseRule } from '../../alerting/parse-rule.js';
import { WirewatchError } from '../../errors.js';
import type { AlertRule } from '../../model/alert.js';
import type { HttpDeps } from '../http-deps.js';
import { describeProblem } from '../middleware/describe-problem.js';

/** A rule of many conditions is a few kilobytes. */
const MAX_BODY_BYTES = 262_144;

const DAY_MS = 86_400_000;

const rehearsal = z.strictObject({
  rule: z.unknown(),
  days: z.int().min(1).max(365).default(30),
  limit: z.int().min(1).max(500).default(50),
});

type RuleDeps = Pick<HttpDeps, 'listRules' | 'saveRule' | 'removeRule' | 'rehearse' | 'now'>;

/** `/api/rules`: list, read, save, remove and try out rules. Channels are named; their secrets are never shown. */
export function ruleRoutes(deps: RuleDeps): Hono {
  const app = new Hono();
  app.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: (c) => describeProblem(c, { status: 413, title: 'The body is larger than 256 kB' }),
    }),
  );
  app.get('/', async (c) => c.json({ rules: (await deps.listRules()).map(shown) }));
  app.get('/:name', async (c) => {
    const rule = (await deps.listRules()).find(({ name }) => name === c.req.param('name'));
    return rule === undefined ? missing(c) : c.json(shown(rule));
  });
  app.put('/:name', async (c) =>
    withBody(c, async (body) => {
      const isRecord = typeof body === 'object' && body !== null && !Array.isArray(body);
      const rule = parseRule({ ...(isRecord ? body : {}), name: c.req.param('name') });
      await deps.saveRule(rule);
      return c.json(rule);
    }),
  );
  app.delete('/:name', async (c) =>
    (await deps.removeRule(c.req.param('name'))) ? c.body(null, 204) : missing(c),
  );
  app.post('/test', async (c) =>
    withBody(c, async (body) => {
      const parsed = rehearsal.safeParse(body);
      if (!parsed.success) {
        const detail = parsed.error.issues
          .map(({ path, message }) => `${path.join('.')}: ${message}`)
          .join('; ');
        return refuse(c, detail);
      }
      const { days, limit, rule } = parsed.data;
      const named = typeof rule === 'object' && rule !== null ? { name: 'test', ...rule } : rule;
      return c.json(
        await deps.rehearse({
          rule: parseRule(named),
          since: new Date(deps.now().getTime() - days * DAY_MS),
          limit,
        }),
      );
    }),
  );
  return app;
}

/** Reads a JSON body and answers what is wrong with it, or with the rule in it. */
async function withBody(c: Context, answer: (body: unknown) => Promise<Response>): Promise<Response> {
  // A page of another site can't send this type without asking first, and is told no.
  if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
    return describeProblem(c, { status: 415, title: 'Send JSON, with content-type application/json' });
  }
  let body: unknown;
  try {
    body = await c.req.json();
  } catch {
    return refuse(c, 'the body is not valid JSON');
  }
  try {
    return await answer(body);
  } catch (error) {
    if (error instanceof WirewatchError && error.code === 'rule_invalid') return refuse(c, error.message);
    throw error;
  }
}

function refuse(c: Context, detail: string): Response {
  return describeProblem(c, { status: 400, title: 'The rule has mistakes', detail });
}

function missing(c: Context): Response {
  return describeProblem(c, { status: 404, title: 'There is no rule of this name' });
}

function shown({
  name,
  condition,
  corroboration,
  channels,
  includePast,
  since,
  enabled,
  mutedUntil,
}: AlertRule) {
  return { name, condition, corroboration, channels, includePast, since, enabled, mutedUntil };
}
