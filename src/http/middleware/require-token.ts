import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { describeProblem } from './describe-problem.js';

/**
 * Lets through who carries the token (RFC 6750, bearer). Hashed first, so that the comparison takes the same
 * time whatever was sent.
 *
 * @param token - null: open to all who reach the port, which is the loopback interface then
 */
export function requireToken(token: string | null): MiddlewareHandler {
  const expected = token === null ? null : digest(token);
  return async (c, next) => {
    const given = /^Bearer (\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? '';
    if (expected === null || timingSafeEqual(expected, digest(given))) {
      await next();
      return;
    }
    c.header('www-authenticate', 'Bearer');
    return describeProblem(c, {
      status: 401,
      title: 'A token is needed',
      detail: 'Send the value of WIREWATCH_API_TOKEN as "Authorization: Bearer …".',
    });
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
