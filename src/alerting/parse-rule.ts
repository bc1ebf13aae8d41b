import { z } from 'zod';
import type { RuleDefinition } from '../model/alert.js';
import { checkCondition } from './check-condition.js';
import { parseCondition, refuseIssue } from './parse-condition.js';

const MAX_VOICES = 50;

const name = z
  .string('must be text')
  .trim()
  .min(1, 'is empty')
  .max(100, 'is longer than 100 characters')
  // Shown on terminals and in addresses of feeds.
  .regex(/^[^\p{Cc}/\\]*$/u, 'must not hold slashes or control characters');

const document = z.strictObject({
  name,
  condition: z.unknown(),
  corroboration: z
    .strictObject({
      voices: z
        .int('must be a whole number')
        .min(1, 'must be 1 or more')
        .max(MAX_VOICES, `must be ${MAX_VOICES} at most`)
        .default(1),
      trusted: z
        .array(
          z
            .string('must be text')
            .trim()
            .toLowerCase()
            .min(1, 'is empty')
            .max(253, 'is longer than a host name can be')
            .regex(/^[^\s/:]+$/, 'must be a publisher such as reuters.com, without https:// and path'),
        )
        .max(200, 'has more than 200 entries')
        .default([]),
    })
    .default({ voices: 1, trusted: [] }),
  channels: z.array(name).max(50, 'has more than 50 entries').default([]),
  includePast: z.boolean('must be true or false').default(false),
});

/**
 * Reads a rule that came from outside.
 *
 * @param value - anything: `name` and `condition`, and perhaps `corroboration`, `channels`, `includePast`
 * @throws PermanentError `rule_invalid` that names the part at fault and what to do; also for a rule that can never match
 */
export function parseRule(value: unknown): RuleDefinition {
  const parsed = document.safeParse(value);
  if (!parsed.success) return refuseIssue('', parsed.error.issues[0]);
  const condition = parseCondition(parsed.data.condition);
  checkCondition(condition);
  return { ...parsed.data, condition };
}
