import { BlockList, isIP } from 'node:net';
import { PermanentError } from '../errors.js';
import { SPECIAL_RANGES, type SpecialRange } from './special-addresses.js';

const RULES = SPECIAL_RANGES.map((range) => ({ range, list: listOf(range.cidr) }));

const NOT_AN_ADDRESS: SpecialRange = { cidr: '-', name: 'not an IP address', source: 'RFC 4291' };

/**
 * Says why an address is no part of the public internet.
 *
 * @param address - IPv4 or IPv6 in its usual text form; a zone (`%eth0`) is set aside
 * @returns the range that it lies in, null for a public address
 */
export function findSpecialRange(address: string): SpecialRange | null {
  const [bare = ''] = address.split('%');
  const family = isIP(bare);
  if (family === 0) return NOT_AN_ADDRESS;
  const type = family === 4 ? 'ipv4' : 'ipv6';
  // A BlockList of IPv4 ranges also looks into mapped IPv6 addresses; they have a range of their own here.
  const rule = RULES.find(
    ({ range, list }) => range.cidr.includes(':') === (family === 6) && list.check(bare, type),
  );
  return rule?.range ?? null;
}

/**
 * Refuses a host unless every one of its addresses is public: one private address among public ones is how
 * DNS rebinding starts.
 *
 * @param hostname - for the message
 * @param addresses - what the host resolves to
 * @returns the refusal, `address_forbidden`; null when all is well
 */
export function refuseAddresses(hostname: string, addresses: readonly string[]): PermanentError | null {
  for (const address of addresses) {
    const range = findSpecialRange(address);
    if (range === null) continue;
    return new PermanentError(
      'address_forbidden',
      `${hostname} is at ${address}, which is ${range.name} (${range.cidr}, ${range.source}) and never asked. ` +
        'If you mean it, add the host to WIREWATCH_ALLOW_HOSTS.',
      { context: { host: hostname, address } },
    );
  }
  return null;
}

function listOf(cidr: string): BlockList {
  const [net = '', prefix] = cidr.split('/');
  const list = new BlockList();
  list.addSubnet(net, Number(prefix), cidr.includes(':') ? 'ipv6' : 'ipv4');
  return list;
}
