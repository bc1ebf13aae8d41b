/** Collects the conditions of a `where` clause with their values, so that no value is ever pasted into SQL. */
export interface Conditions {
  /** The values in the order of their `$n`. */
  readonly values: readonly unknown[];
  /** Registers a value and returns its placeholder. */
  value(value: unknown): string;
  /** Adds a condition; given a value, hands its placeholder to the text. */
  add(text: (placeholder: string) => string, value?: unknown): void;
  /** All conditions joined by `and`; `true` when there is none. */
  sql(): string;
}

/** An empty collection. */
export function createConditions(): Conditions {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const value = (given: unknown) => `$${values.push(given)}`;
  return {
    values,
    value,
    add(text, given) {
      conditions.push(text(given === undefined ? '' : value(given)));
    },
    sql: () => (conditions.length === 0 ? 'true' : conditions.join('\n and ')),
  };
}
