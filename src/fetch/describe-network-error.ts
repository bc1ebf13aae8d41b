import { TransientError, WirewatchError } from '../errors.js';
import { NETWORK_FAULT_FAMILIES, NETWORK_FAULTS, type NetworkFault } from './network-faults.js';

/** How far the exchange had come when it failed. */
export type ExchangePhase = 'asking' | 'reading';

/**
 * Maps every way in which the transport can fail to one error with words for a person.
 *
 * @param thrown - what undici or Node threw
 * @param url - what was asked
 * @param phase - `reading` once the headers had come: then whatever broke, the body is cut short
 * @returns a TransientError; errors of ours and anything that is no transport failure (a bug) unchanged
 */
export function describeNetworkError(thrown: unknown, url: URL, phase: ExchangePhase): unknown {
  if (thrown instanceof WirewatchError) return thrown;
  const systemCode = codeOf(thrown);
  const fault = systemCode === null ? null : findFault(systemCode);
  if (systemCode === null || fault === null) return thrown;

  const context = { url: url.href, systemCode };
  if (phase === 'reading' && fault.code !== 'timeout') {
    return new TransientError(
      'truncated',
      `${url.host} broke off in the middle of ${url.href} (${systemCode}). It is tried again by itself.`,
      {
        context,
        cause: thrown,
      },
    );
  }
  return new TransientError(
    fault.code,
    `${fault.words.replace('%', url.hostname)} (${systemCode}): ${url.href}. ${fault.remedy}`,
    {
      context,
      cause: thrown,
    },
  );
}

/** True for failures of HTTP/2 itself, which HTTP/1.1 may not have. */
export function isHttp2Failure(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  return (codeOf(thrown) ?? '').startsWith('ERR_HTTP2_') || thrown.message.startsWith('HTTP/2: ');
}

function findFault(systemCode: string): NetworkFault | null {
  const known = NETWORK_FAULTS.get(systemCode);
  if (known) return known;
  const family = NETWORK_FAULT_FAMILIES.find(([prefix]) => systemCode.startsWith(prefix));
  return family?.[1] ?? null;
}

function codeOf(thrown: unknown): string | null {
  if (!(thrown instanceof Error)) return null;
  if ('code' in thrown && typeof thrown.code === 'string') return thrown.code;
  // undici gives its parser's errors a code only sometimes.
  return thrown.name === 'HTTPParserError' ? 'HPE_UNKNOWN' : null;
}
