/**
 * One host, one visitor at a time: whoever holds a host's slot may ask it. Implemented by the
 * database for all workers on all machines, and by {@link createLocalHostSlots} for one process.
 */
export interface HostSlots {
  /**
   * Takes the host if nobody holds it and its rest is over.
   *
   * @param host - `name:port`
   * @param holder - unique per claim
   * @param delayMs - the rest that the holder will ask for, a hint for how long others must wait
   * @param leaseMs - the host frees itself after this, should the holder die
   * @returns whether it was granted, else how long to wait before asking again
   */
  claim(host: string, holder: string, delayMs: number, leaseMs: number): Promise<SlotClaim>;
  /** Gives the host back; the next claim is granted after the rest. Does nothing when `holder` lost it. */
  release(host: string, holder: string, rest: HostRest): Promise<void>;
}

/** How long a host is left alone. */
export interface HostRest {
  readonly delayMs: number;
  /** The `Crawl-delay` of its robots.txt, told to all who ask it later; null for who has not read that file. */
  readonly crawlDelayMs: number | null;
}

export type SlotClaim =
  | {
      readonly granted: true;
      /** The host's `Crawl-delay` as far as anybody has read it, else 0. */
      readonly crawlDelayMs: number;
    }
  | { readonly granted: false; readonly waitMs: number };

/** Nobody knows how long a running request takes: who meets one asks again after this, or after the delay. */
const HELD_WAIT_MS = 50;

/** Rests that are over are forgotten when this many hosts are known. */
const MAX_REMEMBERED_HOSTS = 1_000;

interface Slot {
  readonly holder: string | null;
  readonly freeAtMs: number;
  readonly crawlDelayMs: number;
}

/**
 * Slots of this process only: for single commands and tests.
 *
 * @param now - any clock in milliseconds
 */
export function createLocalHostSlots(now: () => number): HostSlots {
  const slots = new Map<string, Slot>();

  function forgetFreeHosts(): void {
    for (const [host, slot] of slots) if (slot.freeAtMs <= now()) slots.delete(host);
  }

  return {
    claim(host, holder, delayMs, leaseMs) {
      const slot = slots.get(host);
      if (slot && slot.freeAtMs > now()) {
        const waitMs = slot.holder === null ? slot.freeAtMs - now() : Math.max(delayMs, HELD_WAIT_MS);
        return Promise.resolve({ granted: false, waitMs });
      }
      if (slots.size >= MAX_REMEMBERED_HOSTS) forgetFreeHosts();
      const crawlDelayMs = slot?.crawlDelayMs ?? 0;
      slots.set(host, { holder, freeAtMs: now() + leaseMs, crawlDelayMs });
      return Promise.resolve({ granted: true, crawlDelayMs });
    },

    release(host, holder, rest) {
      const slot = slots.get(host);
      if (slot?.holder === holder) {
        const crawlDelayMs = rest.crawlDelayMs ?? slot.crawlDelayMs;
        slots.set(host, { holder: null, freeAtMs: now() + rest.delayMs, crawlDelayMs });
      }
      return Promise.resolve();
    },
  };
}
