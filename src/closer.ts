/** Closes what was opened, last in first out, each thing once. */
export interface Closer {
  add(close: () => Promise<void>): void;
  /** Goes on when one of them fails, and throws the first failure at the end. */
  closeAll(): Promise<void>;
}

/** An empty stack. */
export function createCloser(): Closer {
  const stack: (() => Promise<void>)[] = [];
  return {
    add(close) {
      stack.push(close);
    },
    async closeAll() {
      const failures: unknown[] = [];
      for (let close = stack.pop(); close !== undefined; close = stack.pop()) {
        try {
          await close();
        } catch (failure) {
          failures.push(failure);
        }
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
