import { TransientError } from '../errors.js';

/** The clocks of one request. */
export interface RequestTimer {
  /** Aborts with a TransientError `timeout`, or with the reason of the caller's signal. */
  readonly signal: AbortSignal;
  /** Stops the clock to the first byte; the other runs on. */
  headersCame(): void;
  stop(): void;
}

/** How long one request may take. */
export interface RequestTimes {
  readonly firstByteTimeoutMs: number;
  readonly totalTimeoutMs: number;
}

const REMEDY = 'It may be down, slow, or behind a firewall that drops us. It is tried again by itself.';

/**
 * Starts both clocks of a request.
 *
 * @param url - for the message
 * @param signal - of the caller
 */
export function startRequestTimer(
  url: URL,
  times: RequestTimes,
  signal: AbortSignal | undefined,
): RequestTimer {
  const controller = new AbortController();
  const fail = (message: string): void => {
    controller.abort(
      new TransientError('timeout', `${message}: ${url.href}. ${REMEDY}`, { context: { url: url.href } }),
    );
  };
  const firstByte = setTimeout(() => {
    fail(`${url.host} did not answer within ${times.firstByteTimeoutMs} ms`);
  }, times.firstByteTimeoutMs);
  const total = setTimeout(
    () => {
      fail(`${url.host} did not finish its answer in the time that was left`);
    },
    Math.max(0, times.totalTimeoutMs),
  );
  const passOn = (): void => {
    controller.abort(signal?.reason);
  };
  // Not AbortSignal.any: a signal that lives as long as the process would collect its children.
  signal?.addEventListener('abort', passOn, { once: true });
  if (signal?.aborted) passOn();

  return {
    signal: controller.signal,
    headersCame: () => {
      clearTimeout(firstByte);
    },
    stop: () => {
      clearTimeout(firstByte);
      clearTimeout(total);
      signal?.removeEventListener('abort', passOn);
    },
  };
}
