import type { Archive } from './archive.js';
import type { Fault, RequestTarget } from './faults.js';
import { findStoryId } from './outlets/outlet.js';
import { OUTLETS } from './outlets/outlets.js';

/** One story in so many misbehaves at first: often enough to be seen, seldom enough to stay quick. */
const STORIES_PER_FAULT = 20;

/** Faults that heal: whoever asks again, waits or follows gets the story. */
const HEALING_FAULTS: readonly Fault[] = [
  { kind: 'status', status: 500, times: 1 },
  { kind: 'redirects', hops: 3 },
  { kind: 'status', status: 429, retryAfterSec: 1, times: 1 },
  { kind: 'slow', delayMs: 300 },
  { kind: 'status', status: 503, times: 1 },
  { kind: 'truncated', times: 1 },
];

/** Its feed fails when it is asked for the first time. */
const OUTLET_WITH_SHAKY_FEED = 'quay-gazette';

/** The demo's faults: every twentieth story in turn, and one feed. */
export function planFaults(archive: Archive, { outlet, path }: RequestTarget): Fault | null {
  const feedPath = OUTLETS.find(({ name }) => name === outlet)?.feedPath;
  if (path === feedPath)
    return outlet === OUTLET_WITH_SHAKY_FEED ? { kind: 'status', status: 500, times: 1 } : null;
  const id = findStoryId(path);
  if (id === null || id < 1 || id > archive.count() || id % STORIES_PER_FAULT !== 0) return null;
  const story = archive.header(id);
  if (story.outlet.name !== outlet || story.path !== path) return null;
  return HEALING_FAULTS[(id / STORIES_PER_FAULT) % HEALING_FAULTS.length] ?? null;
}
