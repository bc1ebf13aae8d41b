import { expect, test } from 'vitest';
import { errorForStatus } from '../../../src/fetch/error-for-status.js';

const NOW = Date.UTC(2025, 5, 2, 10, 0, 0);

function errorFor(status: number, headers: Record<string, string> = {}, page = '') {
  return errorForStatus(
    {
      url: 'https://news.example/feed',
      status,
      headers: new Map(Object.entries(headers)),
      body: Buffer.from(page),
    },
    NOW,
  );
}

test.each([
  [300, 'PermanentError', 'bad_redirect'],
  [400, 'PermanentError', 'http_4xx'],
  [401, 'PermanentError', 'http_401'],
  [403, 'PermanentError', 'http_403'],
  [404, 'PermanentError', 'http_404'],
  [408, 'TransientError', 'http_408'],
  [410, 'PermanentError', 'http_410'],
  [451, 'PermanentError', 'http_4xx'],
  [429, 'ThrottledError', 'http_429'],
  [500, 'TransientError', 'http_5xx'],
  [503, 'TransientError', 'http_5xx'],
  [599, 'TransientError', 'http_5xx'],
])('HTTP %i is a %s %s', (status, name, code) => {
  const error = errorFor(status);
  expect(error).toMatchObject({
    name,
    code,
    context: { url: 'https://news.example/feed', status, blocked: false },
  });
  expect(error.message).toContain('https://news.example/feed');
});

test.each([
  [429, { 'retry-after': '120' }, 'http_429', 120_000],
  [429, { 'retry-after': '0' }, 'http_429', 1_000],
  [429, { 'retry-after': 'soon' }, 'http_429', 60_000],
  [503, { 'retry-after': 'Mon, 02 Jun 2025 10:10:00 GMT' }, 'http_503', 600_000],
])('HTTP %i with %j is throttled', (status, headers, code, retryAfterMs) => {
  expect(errorFor(status, headers)).toMatchObject({ name: 'ThrottledError', code, retryAfterMs });
});

test('HTTP 503 with a senseless Retry-After is an ordinary fault', () => {
  expect(errorFor(503, { 'retry-after': 'soon' })).toMatchObject({
    name: 'TransientError',
    code: 'http_5xx',
  });
});

test('a bot check is told as such', () => {
  const error = errorFor(403, { 'cf-mitigated': 'challenge' });
  expect(error).toMatchObject({ code: 'http_403', context: { blocked: true } });
  expect(error.message).toMatch(/bot check/);
});

test.each([
  [403, 'PermanentError', 'http_403'],
  [429, 'ThrottledError', 'http_429'],
  [503, 'TransientError', 'http_5xx'],
])('a bot check is told by its page with HTTP %i too', (status, name, code) => {
  const page = '<!DOCTYPE html><title>DDOS-GUARD</title><script src="/.well-known/ddos-guard/x.js"></script>';
  expect(errorFor(status, {}, page)).toMatchObject({ name, code, context: { blocked: true } });
});
