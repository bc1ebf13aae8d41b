import type { Context } from 'hono';
import { z } from 'zod';
import type { HttpDeps } from '../http-deps.js';
import { describeProblem } from '../middleware/describe-problem.js';

const query = z.strictObject({
  rule: z.string().min(1).max(100).optional(),
  state: z.enum(['waiting', 'fired']).optional(),
  since: z.iso.datetime({ offset: true }).or(z.iso.date()).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/, 'must be a cursor that an earlier page gave')
    .optional(),
});

/** `GET /api/alerts`: alerts with their cards, the latest first, in pages linked by a cursor. */
export function listAlertsRoute(deps: Pick<HttpDeps, 'listAlerts'>) {
  return async (c: Context) => {
    const parsed = query.safeParse(c.req.query());
    if (!parsed.success) {
      const detail = parsed.error.issues
        .map((issue) => `${issue.path.join('.') || 'query'}: ${issue.message}`)
        .join('; ');
      return describeProblem(c, { status: 400, title: 'The query has mistakes', detail });
    }
    const { rule, state, since, cursor, limit } = parsed.data;
    const alerts = await deps.listAlerts({
      limit,
      ...(rule === undefined ? {} : { rule }),
      ...(state === undefined ? {} : { state }),
      ...(since === undefined ? {} : { since: new Date(since) }),
      ...(cursor === undefined ? {} : { before: cursor }),
    });
    const last = alerts.at(-1);
    return c.json({ alerts, next: last !== undefined && alerts.length === limit ? last.id : null });
  };
}
