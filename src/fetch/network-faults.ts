import type { ErrorCode } from '../errors.js';

/** A way for the transport to fail. `%` stands for the host. */
export interface NetworkFault {
  readonly code: ErrorCode;
  /** What it means. */
  readonly words: string;
  /** What a person may do about it. */
  readonly remedy: string;
}

const RETRIED = 'It is tried again by itself.';
const ASK_PUBLISHER = 'Only the publisher can put that right; it is tried again by itself.';

const REFUSED: NetworkFault = {
  code: 'network',
  words: '% refuses the connection',
  remedy: `Check the port; the server may be down. ${RETRIED}`,
};
const RESET: NetworkFault = {
  code: 'network',
  words: '% closed the connection before it answered',
  remedy: `If it always does, it may not like our User-Agent or address. ${RETRIED}`,
};
const UNREACHABLE: NetworkFault = {
  code: 'network',
  words: 'No route leads to %',
  remedy: `Check the network of this machine, IPv6 included. ${RETRIED}`,
};
const TIMEOUT: NetworkFault = {
  code: 'timeout',
  words: '% did not answer in time',
  remedy: `It may be down, slow, or behind a firewall that drops us. ${RETRIED}`,
};
const UNKNOWN_NAME: NetworkFault = {
  code: 'dns',
  words: 'No host named % was found',
  remedy: 'Check the spelling; the domain may have been given up.',
};
const DNS_DOWN: NetworkFault = {
  code: 'dns',
  words: 'The name % could not be looked up; name service is unavailable',
  remedy: `Check the network and the resolver of this machine. ${RETRIED}`,
};
const TLS: NetworkFault = {
  code: 'tls',
  words: '% failed to agree on an encrypted connection',
  remedy: 'It may speak no TLS on this port (try http://), or only versions that are too old.',
};
const UNTRUSTED: NetworkFault = {
  code: 'tls',
  words: 'The certificate of % is not signed by a trusted authority',
  remedy: 'For an authority of your own, name its certificate in NODE_EXTRA_CA_CERTS.',
};
const SELF_SIGNED: NetworkFault = {
  code: 'tls',
  words: 'The certificate of % is signed by itself, not signed by a trusted authority',
  remedy: 'If the host is yours, name the certificate in NODE_EXTRA_CA_CERTS.',
};
const INCOMPLETE_CHAIN: NetworkFault = {
  code: 'tls',
  words:
    'The certificate of % is not signed by a trusted authority, or an intermediate certificate is missing',
  remedy: `Browsers may know the missing one. ${ASK_PUBLISHER}`,
};
const EXPIRED: NetworkFault = {
  code: 'tls',
  words: 'The certificate of % has expired',
  remedy: `Check the clock of this machine, else: ${ASK_PUBLISHER}`,
};
const NOT_YET_VALID: NetworkFault = {
  code: 'tls',
  words: 'The certificate of % is not valid yet',
  remedy: 'Check the clock of this machine.',
};
const REVOKED: NetworkFault = {
  code: 'tls',
  words: 'The certificate of % was revoked',
  remedy: ASK_PUBLISHER,
};
const OTHER_HOST: NetworkFault = {
  code: 'tls',
  words: 'The certificate shown by % is for another host',
  remedy: 'Check the address: with or without www, or the name that the site itself links to.',
};
const HTTP2: NetworkFault = {
  code: 'network',
  words: '% broke off the HTTP/2 connection',
  remedy: 'The next try goes over HTTP/1.1.',
};
const NOT_HTTP: NetworkFault = {
  code: 'network',
  words: '% does not speak HTTP',
  remedy: 'Check the port and whether the address should begin with https.',
};
const TOO_MANY_HEADERS: NetworkFault = {
  code: 'network',
  words: '% sent far too many headers',
  remedy: ASK_PUBLISHER,
};

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
  ['CERT_HAS_EXPIRED', EXPIRED],
  ['CERT_NOT_YET_VALID', NOT_YET_VALID],
  ['CERT_REVOKED', REVOKED],
  ['ERR_TLS_CERT_ALTNAME_INVALID', OTHER_HOST],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', SELF_SIGNED],
  ['SELF_SIGNED_CERT_IN_CHAIN', UNTRUSTED],
  ['UNABLE_TO_GET_ISSUER_CERT', UNTRUSTED],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', INCOMPLETE_CHAIN],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', INCOMPLETE_CHAIN],
  ['CERT_UNTRUSTED', UNTRUSTED],
  ['EPROTO', TLS],
  ['UND_ERR_HEADERS_OVERFLOW', TOO_MANY_HEADERS],
]);

/** For families of codes, by how they start. */
export const NETWORK_FAULT_FAMILIES: readonly (readonly [prefix: string, fault: NetworkFault])[] = [
  ['HPE_', NOT_HTTP],
  ['ERR_SSL_', TLS],
  ['ERR_TLS_', TLS],
  ['CERT_', UNTRUSTED],
  ['ERR_HTTP2_', HTTP2],
];
