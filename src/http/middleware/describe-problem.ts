import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** An error answer in the form of RFC 9457 ("problem details"). */
export interface Problem {
  readonly status: ContentfulStatusCode;
  readonly title: string;
  readonly detail?: string;
}

/** Answers with a problem document. */
export function describeProblem(c: Context, problem: Problem): Response {
  return c.body(JSON.stringify({ type: 'about:blank', ...problem }), problem.status, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
}
