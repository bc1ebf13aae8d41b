import { isIP, type LookupFunction } from 'node:net';
import { rootCertificates } from 'node:tls';
import { buildConnector } from 'undici';
import type { HostMatcher } from './allow-hosts.js';
import { refuseAddresses } from './guard-address.js';
import { resolveHost, type HostLookup } from './resolve-host.js';

/** What a connector needs to know. */
export interface ConnectorOptions {
  readonly isExempt: HostMatcher;
  readonly lookup: HostLookup;
  readonly timeoutMs: number;
  readonly allowH2: boolean;
  readonly extraCa: string | undefined;
}

/**
 * Opens sockets only to public addresses. The check stands between name resolution and connection, and the
 * connection goes to the very addresses that were checked, so a name that changes its mind (DNS rebinding)
 * gains nothing; redirects pass here as well.
 *
 * @returns a connector for undici; its failures are PermanentError `address_forbidden` or the system's
 */
export function createGuardedConnector(options: ConnectorOptions): buildConnector.connector {
  const lookupExempt: HostLookup = (hostname) => resolveHost(hostname, options.lookup);
  const lookupGuarded: HostLookup = async (hostname) => {
    const found = await lookupExempt(hostname);
    const refusal = refuseAddresses(
      hostname,
      found.map(({ address }) => address),
    );
    if (refusal) throw refusal;
    return found;
  };
  const connectExempt = connectWith(options, lookupExempt);
  const connectGuarded = connectWith(options, lookupGuarded);

  return (target, callback) => {
    const port = Number(target.port || (target.protocol === 'https:' ? 443 : 80));
    if (options.isExempt(target.hostname, port)) {
      connectExempt(target, callback);
      return;
    }
    // A host written as an address is never looked up, so it is checked here.
    const refusal = isIP(target.hostname) === 0 ? null : refuseAddresses(target.hostname, [target.hostname]);
    if (refusal === null) connectGuarded(target, callback);
    else
      queueMicrotask(() => {
        callback(refusal, null);
      });
  };
}

/** How long one address of a host is tried before the next one (RFC 8305 has 250 ms, for people who wait). */
const ADDRESS_ATTEMPT_MS = 3_000;

function connectWith(options: ConnectorOptions, lookup: HostLookup): buildConnector.connector {
  return buildConnector({
    timeout: options.timeoutMs,
    // Node gives each address 250 ms by default and then gives up on it; a slow link or a busy moment takes longer.
    autoSelectFamilyAttemptTimeout: ADDRESS_ATTEMPT_MS,
    allowH2: options.allowH2,
    lookup: asLookupFunction(lookup),
    ...(options.extraCa === undefined ? {} : { ca: [...rootCertificates, options.extraCa] }),
  });
}

/** The callback shape that `net.connect` wants: a list with `all`, else the first address. */
function asLookupFunction(lookup: HostLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname).then(
      (found) => {
        const [first] = found;
        if (options.all)
          callback(
            null,
            found.map(({ address, family }) => ({ address, family })),
          );
        else if (first) callback(null, first.address, first.family);
        else callback(new Error(`${hostname} has no address`), '');
      },
      (error: unknown) => {
        callback(error as NodeJS.ErrnoException, '');
      },
    );
  };
}
