/** A repeatable source of choices: the same seed gives the same choices in the same order. */
export interface Random {
  /** A number from 0 (included) to 1 (excluded). */
  readonly next: () => number;
  /** A whole number from `min` to `max`, both included. */
  readonly between: (min: number, max: number) => number;
  /** True in `share` of the cases, 0 to 1. */
  readonly chance: (share: number) => boolean;
  /** One of the list. Throws `RangeError` when it is empty. */
  readonly pick: <T>(list: readonly T[]) => T;
  /** The list in another order; the list itself stays as it is. */
  readonly shuffle: <T>(list: readonly T[]) => T[];
}

/**
 * @param seed - any text; nearby texts give unrelated sequences
 */
export function createRandom(seed: string): Random {
  const next = mulberry32(hashText(seed));
  const between = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));

  const pick = <T>(list: readonly T[]): T => {
    const chosen = list[between(0, list.length - 1)];
    if (chosen === undefined) throw new RangeError('cannot pick from an empty list: give it an entry');
    return chosen;
  };

  // Fisher and Yates' shuffle, built from the front: each entry changes places with a random one before it.
  const shuffle = <T>(list: readonly T[]): T[] => {
    const shuffled: T[] = [];
    list.forEach((entry, index) => {
      const place = between(0, index);
      shuffled.push(shuffled[place] ?? entry);
      shuffled[place] = entry;
    });
    return shuffled;
  };

  return { next, between, chance: (share) => next() < share, pick, shuffle };
}

/** FNV-1a, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** Mulberry32 by Tommy Ettinger: small, quick and even enough for a demo. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
