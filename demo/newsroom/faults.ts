/** What can go wrong on request. `times` says for how many requests; without it, for all. */
export type Fault =
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfterSec?: number;
      readonly times?: number;
    }
  /** The right answer, late. */
  | { readonly kind: 'slow'; readonly delayMs: number; readonly times?: number }
  /** That many redirects before the right answer. */
  | { readonly kind: 'redirects'; readonly hops: number; readonly times?: number }
  | { readonly kind: 'redirect-loop'; readonly times?: number }
  /** Half of the bytes that `Content-Length` promises, then the connection breaks. */
  | { readonly kind: 'truncated'; readonly times?: number }
  /** The connection breaks before any answer. */
  | { readonly kind: 'reset'; readonly times?: number }
  /** The request is taken and never answered. */
  | { readonly kind: 'silent'; readonly times?: number };

/** Where a request goes. */
export interface RequestTarget {
  readonly outlet: string;
  /** Path and query. */
  readonly path: string;
}

/** Which requests go wrong. */
export interface FaultBook {
  /**
   * @param target - a URL, a path (on any outlet) or an outlet's name (all its requests); the narrowest counts
   * @param fault - null takes a fault back, one that was planned as well
   */
  readonly set: (target: string, fault: Fault | null) => void;
  /** The fault for this request, or null; it counts as one of its `times`. */
  readonly take: (target: RequestTarget) => Fault | null;
}

/**
 * @param plan - the faults that are there from the start; it must give the same answer for the same target.
 *   Counts are kept for planned faults that were met, so a plan should be sparing.
 */
export function createFaultBook(plan: (target: RequestTarget) => Fault | null): FaultBook {
  const ordered = new Map<string, Fault | null>();
  const taken = new Map<string, number>();

  const find = (target: RequestTarget): readonly [key: string, fault: Fault | null] => {
    const url = target.outlet + target.path;
    for (const key of [url, target.path, target.outlet]) {
      const fault = ordered.get(key);
      if (fault !== undefined) return [key, fault];
    }
    return [url, plan(target)];
  };

  return {
    set: (target, fault) => {
      const key = keyOf(target);
      ordered.set(key, fault);
      taken.delete(key);
    },
    take: (target) => {
      const [key, fault] = find(target);
      if (fault?.times === undefined) return fault;
      const before = taken.get(key) ?? 0;
      if (before >= fault.times) return null;
      taken.set(key, before + 1);
      return fault;
    },
  };
}

/** Outlet and path for a URL; paths and outlets' names as they are. */
function keyOf(target: string): string {
  const url = /^http:\/\/([a-z0-9-]+)\.localhost(?::\d+)?(\/.*)$/s.exec(target);
  return url === null ? target : `${url[1] ?? ''}${url[2] ?? ''}`;
}
