import type { ErrorCode } from '../errors.js';

/** A way for the transport to fail, and how to say it. `%` stands for the host. */
export interface NetworkFault {
  readonly code: ErrorCode;
  readonly words: string;
}

const REFUSED: NetworkFault = { code: 'network', words: '% refuses the connection' };
const RESET: NetworkFault = { code: 'network', words: '% closed the connection before it answered' };
const UNREACHABLE: NetworkFault = { code: 'network', words: 'No route leads to %' };
const TIMEOUT: NetworkFault = { code: 'timeout', words: '% did not answer in time' };
const UNKNOWN_NAME: NetworkFault = { code: 'dns', words: 'No host named % was found; check the spelling' };
const DNS_DOWN: NetworkFault = {
  code: 'dns',
  words: 'The name % could not be looked up; name service is unavailable',
};
const TLS: NetworkFault = { code: 'tls', words: '% failed to agree on an encrypted connection' };
const UNTRUSTED: NetworkFault = {
  code: 'tls',
  words: 'The certificate of % is not signed by a trusted authority',
};
const HTTP2: NetworkFault = { code: 'network', words: '% broke off the HTTP/2 connection' };

/**
 * By the `code` of the error: Node (https://nodejs.org/api/errors.html), OpenSSL's verification results
 * as Node names them (https://nodejs.org/api/tls.html#x509-certificate-error-codes), and undici.
 */
export const NETWORK_FAULTS: ReadonlyMap<string, NetworkFault> = new Map([
  ['ECONNREFUSED', REFUSED],
  ['ECONNRESET', RESET],
  ['ECONNABORTED', RESET],
  ['EPIPE', RESET],
  ['UND_ERR_SOCKET', RESET],
  ['UND_ERR_INFO', RESET],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', RESET],
  ['EHOSTUNREACH', UNREACHABLE],
  ['EHOSTDOWN', UNREACHABLE],
  ['ENETUNREACH', UNREACHABLE],
  ['ENETDOWN', UNREACHABLE],
  ['EADDRNOTAVAIL', UNREACHABLE],
  ['ETIMEDOUT', TIMEOUT],
  ['UND_ERR_CONNECT_TIMEOUT', TIMEOUT],
  ['UND_ERR_HEADERS_TIMEOUT', TIMEOUT],
  ['UND_ERR_BODY_TIMEOUT', TIMEOUT],
  ['ENOTFOUND', UNKNOWN_NAME],
  ['ENODATA', UNKNOWN_NAME],
  ['EAI_AGAIN', DNS_DOWN],
  ['EAI_FAIL', DNS_DOWN],
  ['ESERVFAIL', DNS_DOWN],
  ['EREFUSED', DNS_DOWN],
  ['CERT_HAS_EXPIRED', { code: 'tls', words: 'The certificate of % has expired' }],
  ['CERT_NOT_YET_VALID', { code: 'tls', words: 'The certificate of % is not valid yet' }],
  ['CERT_REVOKED', { code: 'tls', words: 'The certificate of % was revoked' }],
  ['ERR_TLS_CERT_ALTNAME_INVALID', { code: 'tls', words: 'The certificate shown by % is for another host' }],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', UNTRUSTED],
  ['SELF_SIGNED_CERT_IN_CHAIN', UNTRUSTED],
  ['UNABLE_TO_GET_ISSUER_CERT', UNTRUSTED],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', UNTRUSTED],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', UNTRUSTED],
  ['CERT_UNTRUSTED', UNTRUSTED],
  ['EPROTO', TLS],
  ['UND_ERR_HEADERS_OVERFLOW', { code: 'network', words: '% sent far too many headers' }],
]);

/** For families of codes, by how they start. */
export const NETWORK_FAULT_FAMILIES: readonly (readonly [prefix: string, fault: NetworkFault])[] = [
  ['HPE_', { code: 'network', words: '% does not speak HTTP' }],
  ['ERR_SSL_', TLS],
  ['ERR_TLS_', TLS],
  ['CERT_', UNTRUSTED],
  ['ERR_HTTP2_', HTTP2],
];
