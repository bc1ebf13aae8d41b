import { lookup as lookupAddresses } from 'node:dns/promises';
import { TransientError } from '../errors.js';

/** One address of a host. */
export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** Finds every address of a host name. */
export type HostLookup = (hostname: string) => Promise<readonly HostAddress[]>;

/** RFC 6761, section 6.3: these names are loopback, and no resolver is asked. */
const LOOPBACK: readonly HostAddress[] = [
  { address: '127.0.0.1', family: 4 },
  { address: '::1', family: 6 },
];

/** The system's resolver, hosts file included. */
export const lookupBySystem: HostLookup = (hostname) => lookupAddresses(hostname, { all: true });

/**
 * Finds every address of a host name, `localhost` and names below it without asking anybody.
 *
 * @throws what the lookup throws; TransientError `dns` when it finds nothing
 */
export async function resolveHost(hostname: string, lookup: HostLookup): Promise<readonly HostAddress[]> {
  const name = hostname.toLowerCase().replace(/\.$/, '');
  if (name === 'localhost' || name.endsWith('.localhost')) return LOOPBACK;
  const addresses = await lookup(hostname);
  if (addresses.length === 0) {
    throw new TransientError('dns', `${hostname} has no address.`, { context: { host: hostname } });
  }
  return addresses;
}
