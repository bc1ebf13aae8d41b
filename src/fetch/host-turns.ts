import { randomUUID } from 'node:crypto';
import { ThrottledError } from '../errors.js';
import type { HostSlots } from './host-slots.js';
import { hostKey } from './parse-http-url.js';
import { sleep } from './sleep.js';

/** A wait this short costs less than giving the job back to the queue. */
const FIRST_PATIENCE_MS = 300;

/** Once a request of the errand is spent, waiting longer is kinder to the hosts than starting over. */
const LATER_PATIENCE_MS = 5_000;

/** A slot that says "ask again at once" is not asked in a tight loop. */
const MIN_WAIT_MS = 10;

/** The turns of one errand: a robots.txt, a resource and the redirects between. One host is held at a time. */
export interface HostTurns {
  /**
   * Waits until the URL's host may be asked. A host that is held already gets its rest and stays held,
   * so that a redirect on one host always gets through.
   *
   * @throws ThrottledError `host_busy` when that takes longer than it is worth
   */
  take(url: URL, delayMs: number): Promise<void>;
  /** Gives back what is held. Always called at the end. */
  giveBack(): Promise<void>;
}

interface HeldTurn {
  readonly host: string;
  readonly holder: string;
  readonly delayMs: number;
}

/**
 * @param leaseMs - given a delay, the longest time an errand may hold one host
 */
export function createHostTurns(
  slots: HostSlots,
  leaseMs: (delayMs: number) => number,
  signal: AbortSignal | undefined,
): HostTurns {
  let held: HeldTurn | null = null;
  let hasClaimed = false;

  async function giveBack(): Promise<void> {
    if (held === null) return;
    const turn = held;
    held = null;
    await slots.release(turn.host, turn.holder, turn.delayMs);
  }

  async function claim(host: string, delayMs: number, patienceMs: number): Promise<void> {
    const holder = randomUUID();
    let waitedMs = 0;
    for (;;) {
      const answer = await slots.claim(host, holder, delayMs, leaseMs(delayMs));
      if (answer.granted) break;
      const waitMs = Math.max(answer.waitMs, MIN_WAIT_MS);
      if (waitedMs + waitMs > patienceMs) throw hostBusy(host, waitMs);
      await sleep(waitMs, signal);
      waitedMs += waitMs;
    }
    held = { host, holder, delayMs };
  }

  return {
    async take(url, delayMs) {
      const host = hostKey(url);
      if (held?.host === host) {
        held = { ...held, delayMs };
        await sleep(delayMs, signal);
        return;
      }
      await giveBack();
      await claim(host, delayMs, hasClaimed ? LATER_PATIENCE_MS + delayMs : FIRST_PATIENCE_MS);
      hasClaimed = true;
    },
    giveBack,
  };
}

function hostBusy(host: string, waitMs: number): ThrottledError {
  return new ThrottledError(
    'host_busy',
    `${host} is being asked by somebody else or resting; it is free again in about ${Math.ceil(waitMs)} ms.`,
    waitMs,
    { context: { host } },
  );
}
