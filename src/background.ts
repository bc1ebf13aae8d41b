/** Work that goes on after its caller was answered. */
export interface Background {
  /**
   * Starts work, unless there is as much as is allowed already.
   *
   * @returns whether it was started
   */
  start(work: () => Promise<void>): boolean;
  /** Waits until nothing is under way. */
  drain(): Promise<void>;
}

/**
 * @param limit - pieces of work under way at once
 * @param onError - told of work that throws
 */
export function createBackground(limit: number, onError: (error: unknown) => void): Background {
  const running = new Set<Promise<void>>();
  return {
    start(work) {
      if (running.size >= limit) return false;
      const run: Promise<void> = work()
        .catch(onError)
        .finally(() => running.delete(run));
      running.add(run);
      return true;
    },
    async drain() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
