import type { z } from 'zod';
import { PermanentError } from '../errors.js';
import type { AlertCondition } from '../model/alert.js';
import { LEAF_SCHEMAS, type LeafName } from './leaf-schemas.js';

/** Nobody reads a rule that is deeper or longer, and everybody has to judge its alerts. */
const MAX_DEPTH = 8;
const MAX_PARTS = 100;

const LEAF_NAMES = Object.keys(LEAF_SCHEMAS);
const KNOWN = [...LEAF_NAMES, 'all', 'any', 'not'].join(', ');

/** What is left to read of a condition. */
interface Budget {
  parts: number;
}

/**
 * Reads a condition that came from outside: JSON, YAML, options of a command.
 *
 * @param value - anything
 * @param path - where it stands, for messages
 * @throws PermanentError `rule_invalid` that names the part at fault and what to do
 */
export function parseCondition(value: unknown, path = 'condition'): AlertCondition {
  return parsePart(value, path, 1, { parts: MAX_PARTS });
}

function parsePart(value: unknown, path: string, depth: number, budget: Budget): AlertCondition {
  budget.parts -= 1;
  if (budget.parts < 0) refuse(path, `comes after ${MAX_PARTS} others: make several rules of it`);
  if (depth > MAX_DEPTH) refuse(path, `stands deeper than ${MAX_DEPTH} levels: say it with fewer`);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(path, `must be a condition with one of the keys ${KNOWN}`);
  }
  const inner = (part: unknown, at: string) => parsePart(part, at, depth + 1, budget);
  if ('not' in value) {
    requireAlone(value, 'not', path);
    return { not: inner(value.not, `${path}.not`) };
  }
  for (const key of ['all', 'any'] as const) {
    if (!(key in value)) continue;
    requireAlone(value, key, path);
    const parts = parseParts((value as Record<string, unknown>)[key], `${path}.${key}`, inner);
    return key === 'all' ? { all: parts } : { any: parts };
  }
  return parseLeaf(value, path);
}

function parseParts(
  value: unknown,
  path: string,
  inner: (part: unknown, at: string) => AlertCondition,
): AlertCondition[] {
  if (!Array.isArray(value)) refuse(path, 'must be a list of conditions');
  if (value.length === 0) refuse(path, 'is empty, so nothing can match it: put conditions in it');
  return value.map((part, index) => inner(part, `${path}[${index}]`));
}

function requireAlone(value: object, key: string, path: string): void {
  const other = Object.keys(value).find((name) => name !== key);
  if (other !== undefined) {
    refuse(path, `has "${other}" beside "${key}": put the two into the list of an "all" or an "any"`);
  }
}

function parseLeaf(value: object, path: string): AlertCondition {
  const names = Object.keys(value).filter((name): name is LeafName => LEAF_NAMES.includes(name));
  const [name, second] = names;
  if (name === undefined) {
    const given = Object.keys(value)[0];
    return refuse(
      path,
      `${given === undefined ? 'is empty' : `has no condition named "${given}"`}: use one of ${KNOWN}`,
    );
  }
  if (second !== undefined) {
    refuse(path, `has "${second}" beside "${name}": put the two into the list of an "all" or an "any"`);
  }
  const schema: z.ZodType = LEAF_SCHEMAS[name];
  const parsed = schema.safeParse(value);
  if (!parsed.success) return refuseIssue(path, parsed.error.issues[0]);
  // The schema of the leaf is its type, but for optional keys that zod types as possibly undefined.
  return withoutUndefined(parsed.data) as AlertCondition;
}

function withoutUndefined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([key, part]) => [key, withoutUndefined(part)]),
  );
}

/** Refuses what zod found. */
export function refuseIssue(path: string, issue: z.core.$ZodIssue | undefined): never {
  const at = (issue?.path ?? [])
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('');
  if (issue?.code === 'unrecognized_keys') {
    return refuse(
      `${path}${at}`,
      `has a key that is not known, "${issue.keys.join('", "')}": correct or remove it`,
    );
  }
  return refuse(`${path}${at}`.replace(/^\./, ''), issue?.message ?? 'is not valid');
}

/** @throws PermanentError `rule_invalid` */
export function refuse(path: string, message: string): never {
  throw new PermanentError('rule_invalid', `${path} ${message}`, { context: { path } });
}
