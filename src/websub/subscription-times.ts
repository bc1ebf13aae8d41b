/** Renewed at two thirds of the lease or later: a hub that is down for a day in ten does not end it. */
const RENEW_FROM_SHARE = 2 / 3;

/** … and until here, so that subscriptions that began together part. */
const RENEW_UNTIL_SHARE = 0.8;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/** However short the lease, a hub is not asked more often; one below a minute and a half can't be kept up. */
const MIN_RENEWAL_MS = MINUTE_MS;

/** However long the lease, we look again: a hub may have forgotten us. */
const MAX_LEASE_MS = 90 * DAY_MS;

/** The first pause; each further one doubles it. It is also the time that a hub has to verify a request. */
const FIRST_PAUSE_MS = 10 * MINUTE_MS;

/** A hub is never given up, and asked once a day at least. */
const MAX_PAUSE_MS = DAY_MS;

/**
 * When a lease ends and when to renew it.
 *
 * @param leaseSeconds - what the hub grants
 * @param random - from 0 to 1
 */
export function leaseTimes(
  now: Date,
  leaseSeconds: number,
  random: number,
): { readonly leaseEndsAt: Date; readonly renewAt: Date } {
  const leaseMs = Math.min(leaseSeconds * 1000, MAX_LEASE_MS);
  const share = RENEW_FROM_SHARE + (RENEW_UNTIL_SHARE - RENEW_FROM_SHARE) * random;
  return {
    leaseEndsAt: new Date(now.getTime() + leaseMs),
    renewAt: new Date(now.getTime() + Math.max(leaseMs * share, MIN_RENEWAL_MS)),
  };
}

/**
 * When to ask again after a request that came to nothing.
 *
 * @param failureCount - such requests in a row, 1 or more
 * @param random - from 0 to 1: up to a tenth is taken off
 */
export function retryTime(now: Date, failureCount: number, random: number): Date {
  const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** Math.min(failureCount - 1, 20), MAX_PAUSE_MS);
  return new Date(now.getTime() + Math.round(pauseMs * (1 - random / 10)));
}
