import { expect, test } from 'vitest';
import { createHostMatcher } from '../../../src/fetch/allow-hosts.js';

const isAllowed = createHostMatcher([
  'Feeds.Intranet',
  '10.0.0.7:8080',
  '*.lab.example',
  '[::1]:99',
  'fd00::7',
]);

test.each([
  ['feeds.intranet', 80],
  ['FEEDS.intranet.', 443],
  ['10.0.0.7', 8080],
  ['a.lab.example', 80],
  ['a.b.lab.example', 80],
  ['::1', 99],
  ['fd00::7', 443],
])('%s:%i is allowed', (host, port) => {
  expect(isAllowed(host, port)).toBe(true);
});

test.each([
  ['intranet', 80],
  ['x.feeds.intranet', 80],
  ['10.0.0.7', 80],
  ['lab.example', 80],
  ['evillab.example', 80],
  ['::1', 98],
])('%s:%i is not', (host, port) => {
  expect(isAllowed(host, port)).toBe(false);
});
