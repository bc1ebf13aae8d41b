/**
 * A 32-bit hash of a text: FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), finished with the
 * mixer of MurmurHash3, so that every bit hangs on every unit.
 *
 * @param text - any string
 * @param seed - another seed, another function
 * @returns a signed integer, as Postgres stores it
 */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return mixBits(hash);
}

/** Hashes numbers together, in order. */
export function hashNumbers(numbers: readonly number[], seed: number): number {
  let hash = seed | 0;
  for (const number of numbers) hash = mixBits(Math.imul(hash, 0x9e3779b1) ^ number);
  return hash;
}

/** The finaliser of MurmurHash3 (Austin Appleby, public domain): a permutation of the 32-bit integers. */
export function mixBits(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
