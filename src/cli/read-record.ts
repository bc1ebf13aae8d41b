import type { z } from 'zod';
import { PermanentError } from '../errors.js';

/**
 * Checks one input record of a filter.
 *
 * @throws PermanentError `bad_input` that names every wrong field
 */
export function readRecord<Schema extends z.ZodType>(schema: Schema, record: unknown): z.output<Schema> {
  const parsed = schema.safeParse(record);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`);
  throw new PermanentError('bad_input', faults.join('; '));
}
