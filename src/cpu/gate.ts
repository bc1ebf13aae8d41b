/** Lets at most so many in at once; the others wait in order. */
export interface Gate {
  enter(): Promise<void>;
  leave(): void;
}

/** @param limit - how many may be inside */
export function createGate(limit: number): Gate {
  const waiting: (() => void)[] = [];
  let inside = 0;
  return {
    async enter() {
      if (inside < limit) inside += 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
    },
    leave() {
      const next = waiting.shift();
      if (next === undefined) inside -= 1;
      else next();
    },
  };
}
