import { describe, expect, test } from 'vitest';
import { decodeUnreserved, productToken } from '../../../src/fetch/normalise-robots.js';
import { parseRobotsTxt } from '../../../src/fetch/robots-rules.js';

const ROBOTS_URL = new URL('https://news.example/robots.txt');

function rulesOf(...lines: string[]) {
  return parseRobotsTxt(
    ROBOTS_URL,
    Buffer.from(lines.join('\n')),
    'Wirewatch/0.1 (+https://wirewatch.example)',
  );
}

function allows(rules: ReturnType<typeof rulesOf>, path: string): boolean {
  return rules.isAllowed(new URL(path, ROBOTS_URL));
}

describe('a group of robots.txt', () => {
  test('goes on across fields that are no rules', () => {
    const rules = rulesOf(
      'User-agent: wirewatch',
      'Sitemap: https://news.example/s.xml',
      'Noindex: /',
      '',
      'User-agent: other',
      'Disallow: /private',
    );
    expect(allows(rules, '/private')).toBe(false);
  });

  test('keeps a delay that stands among its names', () => {
    const rules = rulesOf(
      'User-agent: wirewatch',
      'Crawl-delay: 4',
      'User-agent: other',
      'Disallow: /private',
    );
    expect(rules.crawlDelayMs).toBe(4_000);
    expect(allows(rules, '/private')).toBe(false);
  });

  test('ends with its last rule', () => {
    const rules = rulesOf('User-agent: wirewatch', 'Disallow: /a', 'User-agent: other', 'Disallow: /b');
    expect(allows(rules, '/a')).toBe(false);
    expect(allows(rules, '/b')).toBe(true);
  });

  test.each(['wirewatch/2.0', 'Wirewatch 2', 'WIREWATCH (news)', 'wirewatch*'])('is ours as %s', (name) => {
    expect(allows(rulesOf('User-agent: *', 'Disallow:', `User-agent: ${name}`, 'Disallow: /'), '/a')).toBe(
      false,
    );
  });

  test.each(['wirewatch-news', 'wire', 'wirewatcher'])('is not ours as %s', (name) => {
    expect(allows(rulesOf(`User-agent: ${name}`, 'Disallow: /'), '/a')).toBe(true);
  });

  test('compares octets: escapes that need not be are none', () => {
    const rules = rulesOf('User-agent: *', 'Disallow: /%7ejoe/', 'Disallow: /caf%C3%A9', 'Disallow: /a%2Fb');
    expect(allows(rules, '/~joe/1')).toBe(false);
    expect(allows(rules, '/%7Ejoe/1')).toBe(false);
    expect(allows(rules, '/café')).toBe(false);
    expect(allows(rules, '/a/b')).toBe(true);
    expect(allows(rules, '/a%2fb')).toBe(false);
  });
});

test('productToken is the word before version and comment', () => {
  expect(productToken('Mozilla/5.0 (compatible)')).toBe('mozilla');
  expect(productToken('*')).toBe('*');
  expect(productToken('')).toBe('');
});

test('decodeUnreserved leaves reserved characters and broken escapes', () => {
  expect(decodeUnreserved('/%41%2F%zz%')).toBe('/A%2F%zz%');
});
