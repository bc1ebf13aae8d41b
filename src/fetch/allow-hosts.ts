/** Tells whether a host is exempt from the address guard. */
export type HostMatcher = (hostname: string, port: number) => boolean;

/**
 * Reads the list of hosts that may have a private address.
 *
 * @param patterns - exact hosts (`feeds.intranet`, `10.0.0.7`, `::1`), `host:port`, or `*.suffix`, which
 *   means every name below the suffix but not the suffix itself
 */
export function createHostMatcher(patterns: readonly string[]): HostMatcher {
  const exact = new Set<string>();
  const suffixes: string[] = [];
  for (const pattern of patterns) {
    const normal = normalizeHost(pattern);
    if (normal.startsWith('*.')) suffixes.push(normal.slice(1));
    else exact.add(normal);
  }
  return (hostname, port) => {
    const host = normalizeHost(hostname);
    return (
      exact.has(host) || exact.has(`${host}:${port}`) || suffixes.some((suffix) => host.endsWith(suffix))
    );
  };
}

/** Lower case, no trailing dot, no brackets around IPv6: `[::1]` is `::1`, `[::1]:80` is `::1:80`. */
function normalizeHost(host: string): string {
  return host.trim().toLowerCase().replace('[', '').replace(']', '').replace(/\.$/, '');
}
