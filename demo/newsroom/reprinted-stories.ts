import { reprint } from './event-coverage/reprint.js';
import { OUTLETS } from './outlets/outlets.js';
import type { Outlet } from './outlets/outlet.js';
import { createRandom } from './random.js';

/** Ways to reprint that keep every name and figure, so that the truth of the original holds. */
const WAYS = ['verbatim', 're-headlined', 'boilerplate'] as const;

/** A story that an outlet took from another. */
export interface ReprintedStory {
  readonly originalId: number;
  readonly way: (typeof WAYS)[number];
}

/**
 * Which story reprints which: one of the last that other outlets wrote themselves.
 *
 * @param share - of the stories that are reprints, 0 to 1
 * @returns null for a story of the outlet's own
 */
export function findReprinted(seed: number, share: number, id: number): ReprintedStory | null {
  const outlet = OUTLETS[(id - 1) % OUTLETS.length];
  // Others could not print every character of the original.
  if (share === 0 || !outlet?.style.charset.startsWith('utf')) return null;
  const random = createRandom(`${seed}/reprint ${id}`);
  if (!random.chance(share)) return null;
  // Stories go round the outlets: fewer steps back than there are, and the outlet is another one.
  const originalId = id - random.between(1, OUTLETS.length - 1);
  if (originalId < 1 || findReprinted(seed, share, originalId) !== null) return null;
  return { originalId, way: random.pick(WAYS) };
}

/** The body as the outlet prints it. */
export function printBody(
  seed: number,
  { originalId, way }: ReprintedStory,
  body: string,
  outlet: Outlet,
): string {
  const report = { title: '', body };
  return reprint(report, report, way, createRandom(`${seed}/print ${originalId} ${outlet.name}`)).body;
}
