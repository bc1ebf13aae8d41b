import type { Queryable } from './database.js';

/**
 * Politeness shared by all workers on all machines, in one row per host: a claim takes the host for a lease, a
 * release frees it after the host's delay. Who comes while it is taken is told to come back at the end of a
 * line, so that waiting costs each of them one more claim, not one per turn of the line.
 *
 * A holder's name must be new for each claim.
 *
 * @param options.spacingMs - time that a request usually takes: the step of the line besides the delay
 * @returns a store with `claim` and `release`, see `fetch/host-slots.ts` for the contract
 */
export function createHostSlots(db: Queryable, options: { readonly spacingMs: number }) {
  return {
    async claim(
      host: string,
      holder: string,
      delayMs: number,
      leaseMs: number,
    ): Promise<{ granted: true; crawlDelayMs: number } | { granted: false; waitMs: number }> {
      const [row] = await db.query<{ granted: boolean; wait_ms: number; crawl_delay_ms: number }>(
        `insert into host_slots as slot (host, holder, free_at, tail_at)
         values ($1, $2, clock_timestamp() + make_interval(secs => $3 / 1000.0), clock_timestamp())
         on conflict (host) do update set
           holder = case when slot.free_at <= clock_timestamp() then excluded.holder else slot.holder end,
           tail_at = case when slot.free_at <= clock_timestamp() then slot.tail_at
                     else greatest(slot.tail_at, clock_timestamp()) + make_interval(secs => $4 / 1000.0) end,
           free_at = case when slot.free_at <= clock_timestamp() then excluded.free_at else slot.free_at end
         returning holder = $2 as granted, crawl_delay_ms,
           (greatest(0, extract(epoch from tail_at - clock_timestamp())) * 1000)::float8 as wait_ms`,
        [host, holder, leaseMs, delayMs + options.spacingMs],
      );
      if (!row) throw new Error('an upsert returned no row');
      return row.granted
        ? { granted: true, crawlDelayMs: row.crawl_delay_ms }
        : { granted: false, waitMs: Math.ceil(row.wait_ms) };
    },

    async release(
      host: string,
      holder: string,
      rest: { readonly delayMs: number; readonly crawlDelayMs: number | null },
    ): Promise<void> {
      await db.query(
        `update host_slots set holder = '', crawl_delay_ms = coalesce($4, crawl_delay_ms),
           free_at = clock_timestamp() + make_interval(secs => $3 / 1000.0)
         where host = $1 and holder = $2`,
        [host, holder, rest.delayMs, rest.crawlDelayMs === null ? null : Math.round(rest.crawlDelayMs)],
      );
    },
  };
}
