/** Random numbers that are the same in every run. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
}

/** Knuth's multiplier for hashes (The Art of Computer Programming, volume 3, section 6.4): 2³² divided by the golden ratio. */
const GOLDEN = 2_654_435_769;

/**
 * Makes a source of random numbers: Marsaglia's xorshift with 32 bits (https://doi.org/10.18637/jss.v008.i14).
 *
 * @param seed - any whole number; neighbours give sequences that have nothing in common
 */
export function createRandom(seed: number): Random {
  let state = Math.imul(seed + 1, GOLDEN) || 1;
  const step = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  // The first ones still show the seed.
  for (let warmUp = 0; warmUp < 8; warmUp += 1) step();
  return { next: step };
}

/** One of several, each as likely as its weight says. */
export function pickWeighted<Choice extends { readonly weight: number }>(
  choices: readonly Choice[],
  random: Random,
): Choice {
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  let left = random.next() * total;
  for (const choice of choices) {
    left -= choice.weight;
    if (left < 0) return choice;
  }
  const [first] = choices;
  if (first === undefined) throw new Error('nothing to choose from');
  return first;
}
