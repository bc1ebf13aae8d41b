import { randomUUID } from 'node:crypto';
import { ThrottledError } from '../errors.js';
import type { HostRest, HostSlots } from './host-slots.js';
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
   * @param rest - at least what it is left alone for afterwards; a `Crawl-delay` that others have read counts as well
   * @throws ThrottledError `host_busy` when that takes longer than it is worth
   */
  take(url: URL, rest: HostRest): Promise<void>;
  /** Gives back what is held. Always called at the end. */
  giveBack(): Promise<void>;
}

interface HeldTurn {
  readonly host: string;
  readonly holder: string;
  readonly rest: HostRest;
  /** What others have read of the host's wishes. */
  readonly sharedCrawlDelayMs: number;
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
    await slots.release(turn.host, turn.holder, { ...turn.rest, delayMs: delayOf(turn) });
  }

  async function claim(host: string, rest: HostRest, patienceMs: number): Promise<HeldTurn> {
    const holder = randomUUID();
    let waitedMs = 0;
    for (;;) {
      const answer = await slots.claim(host, holder, rest.delayMs, leaseMs(rest.delayMs));
      if (answer.granted) return { host, holder, rest, sharedCrawlDelayMs: answer.crawlDelayMs };
      const waitMs = Math.max(answer.waitMs, MIN_WAIT_MS);
      if (waitedMs + waitMs > patienceMs) throw hostBusy(host, waitMs);
      await sleep(waitMs, signal);
      waitedMs += waitMs;
    }
  }

  return {
    async take(url, rest) {
      const host = hostKey(url);
      if (held?.host === host) {
        held = { ...held, rest };
        await sleep(delayOf(held), signal);
        return;
      }
      await giveBack();
      held = await claim(host, rest, hasClaimed ? LATER_PATIENCE_MS + rest.delayMs : FIRST_PATIENCE_MS);
      hasClaimed = true;
    },
    giveBack,
  };
}

/** Who has read robots.txt knows; who has not goes by what others read. */
function delayOf({ rest, sharedCrawlDelayMs }: HeldTurn): number {
  return Math.max(rest.delayMs, rest.crawlDelayMs ?? sharedCrawlDelayMs);
}

function hostBusy(host: string, waitMs: number): ThrottledError {
  return new ThrottledError(
    'host_busy',
    `${host} is being asked by somebody else or resting; it is free again in about ${Math.ceil(waitMs)} ms.`,
    waitMs,
    { context: { host } },
  );
}
