import { expect, test } from 'vitest';
import { PermanentError } from '../../../src/errors.js';
import { describeNetworkError } from '../../../src/fetch/describe-network-error.js';

const URL_ASKED = new URL('https://news.example/feed');

function systemError(code: string): Error {
  return Object.assign(new Error('low-level words'), { code });
}

test.each([
  ['ECONNREFUSED', 'network', 'refuses the connection'],
  ['ECONNRESET', 'network', 'closed the connection'],
  ['EHOSTUNREACH', 'network', 'No route'],
  ['ETIMEDOUT', 'timeout', 'in time'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout', 'in time'],
  ['ENOTFOUND', 'dns', 'No host named news.example'],
  ['EAI_AGAIN', 'dns', 'could not be looked up'],
  ['CERT_HAS_EXPIRED', 'tls', 'expired'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'tls', 'trusted authority'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls', 'another host'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls', 'encrypted connection'],
  ['HPE_INVALID_CONSTANT', 'network', 'does not speak HTTP'],
  ['ERR_HTTP2_STREAM_ERROR', 'network', 'HTTP/2'],
])('%s becomes %s: %s', (systemCode, code, words) => {
  const cause = systemError(systemCode);
  const error = describeNetworkError(cause, URL_ASKED, 'asking');
  expect(error).toMatchObject({
    name: 'TransientError',
    code,
    cause,
    context: { url: URL_ASKED.href, systemCode },
  });
  expect((error as Error).message).toContain(words);
  expect((error as Error).message).toContain(URL_ASKED.href);
});

test.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'HPE_INVALID_CHUNK_SIZE'])(
  '%s after the headers is a truncated body',
  (systemCode) => {
    expect(describeNetworkError(systemError(systemCode), URL_ASKED, 'reading')).toMatchObject({
      code: 'truncated',
    });
  },
);

test('errors of ours and bugs pass unchanged', () => {
  const ours = new PermanentError('address_forbidden', 'no');
  const bug = new TypeError('x is not a function');
  const misuse = systemError('UND_ERR_INVALID_ARG');
  for (const error of [ours, bug, misuse])
    expect(describeNetworkError(error, URL_ASKED, 'asking')).toBe(error);
});
