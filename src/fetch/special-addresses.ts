/** A block of addresses that is not the public internet. */
export interface SpecialRange {
  /** CIDR notation. */
  readonly cidr: string;
  /** What it is, in words for a person. */
  readonly name: string;
  /** The document that sets it apart. */
  readonly source: string;
}

/**
 * The blocks that are not "globally reachable", from the IANA special-purpose address registries:
 * https://www.iana.org/assignments/iana-ipv4-special-registry and …/iana-ipv6-special-registry,
 * with multicast and the clouds' own services added. First match names it.
 */
export const SPECIAL_RANGES: readonly SpecialRange[] = [
  { cidr: '0.0.0.0/8', name: 'this network (unspecified)', source: 'RFC 791' },
  { cidr: '10.0.0.0/8', name: 'a private network', source: 'RFC 1918' },
  { cidr: '100.64.0.0/10', name: 'carrier-grade NAT', source: 'RFC 6598' },
  { cidr: '127.0.0.0/8', name: 'loopback', source: 'RFC 1122' },
  {
    cidr: '169.254.169.254/32',
    name: 'a cloud metadata service',
    source: 'RFC 3927, used by AWS, GCP, Azure',
  },
  { cidr: '169.254.0.0/16', name: 'link-local', source: 'RFC 3927' },
  { cidr: '172.16.0.0/12', name: 'a private network', source: 'RFC 1918' },
  { cidr: '192.0.0.0/24', name: 'IETF protocol assignments', source: 'RFC 6890' },
  { cidr: '192.0.2.0/24', name: 'documentation (TEST-NET-1)', source: 'RFC 5737' },
  { cidr: '192.88.99.0/24', name: '6to4 relays, deprecated', source: 'RFC 7526' },
  { cidr: '192.168.0.0/16', name: 'a private network', source: 'RFC 1918' },
  { cidr: '198.18.0.0/15', name: 'benchmarking', source: 'RFC 2544' },
  { cidr: '198.51.100.0/24', name: 'documentation (TEST-NET-2)', source: 'RFC 5737' },
  { cidr: '203.0.113.0/24', name: 'documentation (TEST-NET-3)', source: 'RFC 5737' },
  { cidr: '224.0.0.0/4', name: 'multicast', source: 'RFC 5771' },
  { cidr: '240.0.0.0/4', name: 'reserved, broadcast included', source: 'RFC 1112' },
  // A public address, but answered by the host of every Azure machine:
  // https://learn.microsoft.com/azure/virtual-network/what-is-ip-address-168-63-129-16
  { cidr: '168.63.129.16/32', name: 'the Azure platform', source: 'Microsoft' },

  { cidr: '::/128', name: 'the unspecified address', source: 'RFC 4291' },
  { cidr: '::1/128', name: 'loopback', source: 'RFC 4291' },
  { cidr: '::ffff:0:0/96', name: 'an IPv4 address in IPv6 clothes (mapped)', source: 'RFC 4291' },
  { cidr: '::/96', name: 'an IPv4 address in IPv6 clothes (compatible), deprecated', source: 'RFC 4291' },
  { cidr: '64:ff9b::/96', name: 'NAT64', source: 'RFC 6052' },
  { cidr: '64:ff9b:1::/48', name: 'NAT64 for local use', source: 'RFC 8215' },
  { cidr: '100::/64', name: 'discard-only', source: 'RFC 6666' },
  { cidr: '2001::/32', name: 'Teredo', source: 'RFC 4380' },
  { cidr: '2001::/23', name: 'IETF protocol assignments', source: 'RFC 2928' },
  { cidr: '2001:db8::/32', name: 'documentation', source: 'RFC 3849' },
  { cidr: '2002::/16', name: '6to4', source: 'RFC 3056' },
  { cidr: '3fff::/20', name: 'documentation', source: 'RFC 9637' },
  { cidr: '5f00::/16', name: 'segment routing identifiers', source: 'RFC 9602' },
  { cidr: 'fc00::/7', name: 'a private network (unique local)', source: 'RFC 4193' },
  { cidr: 'fe80::/10', name: 'link-local', source: 'RFC 4291' },
  { cidr: 'fec0::/10', name: 'site-local, deprecated', source: 'RFC 3879' },
  { cidr: 'ff00::/8', name: 'multicast', source: 'RFC 4291' },
  // Only 2000::/3 is global unicast: https://www.iana.org/assignments/ipv6-address-space
  { cidr: '::/3', name: 'not global unicast', source: 'RFC 4291' },
  { cidr: '4000::/2', name: 'not global unicast', source: 'RFC 4291' },
  { cidr: '8000::/1', name: 'not global unicast', source: 'RFC 4291' },
];
