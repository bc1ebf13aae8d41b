import { describe, expect, test } from 'vitest';
import { parseRobotsTxt } from '../../../src/fetch/robots-rules.js';

const ROBOTS_URL = new URL('https://news.example/robots.txt');
const AGENT = 'Wirewatch/0.1 (+https://wirewatch.example)';

function rulesOf(...lines: string[]) {
  return parseRobotsTxt(ROBOTS_URL, Buffer.from(lines.join('\n')), AGENT);
}

function allows(rules: ReturnType<typeof rulesOf>, path: string): boolean {
  return rules.isAllowed(new URL(path, ROBOTS_URL));
}

describe('parseRobotsTxt', () => {
  test('takes the longest match, and Allow when two are equal', () => {
    const rules = rulesOf(
      'User-agent: *',
      'Disallow: /news',
      'Allow: /news/open',
      'Allow: /tie',
      'Disallow: /tie',
    );
    expect(allows(rules, '/news/1')).toBe(false);
    expect(allows(rules, '/news/open/1')).toBe(true);
    expect(allows(rules, '/tie')).toBe(true);
    expect(allows(rules, '/')).toBe(true);
  });

  test('takes our own group over the one for all, in any case, and joins its parts', () => {
    const rules = rulesOf(
      'User-agent: *',
      'Disallow: /',
      'User-agent: WIREWATCH',
      'Disallow: /a',
      'User-agent: wirewatch',
      'Disallow: /b',
    );
    expect(allows(rules, '/c')).toBe(true);
    expect(allows(rules, '/a')).toBe(false);
    expect(allows(rules, '/b')).toBe(false);
  });

  test('knows wildcards, the end mark, comments and a byte order mark', () => {
    const rules = rulesOf('\u{feff}User-agent: * # all', 'Disallow: /*.pdf$', 'Disallow: /x*y');
    expect(allows(rules, '/a.pdf')).toBe(false);
    expect(allows(rules, '/a.pdf?b')).toBe(true);
    expect(allows(rules, '/x/1/y/z')).toBe(false);
  });

  test('matches the query as well', () => {
    expect(allows(rulesOf('User-agent: *', 'Disallow: /*?print='), '/a?print=1')).toBe(false);
  });

  test.each([
    ['Crawl-delay: 5', 5_000],
    ['Crawl-delay: 0.5', 500],
    ['Crawl-delay: 86400', 30_000],
    ['Crawl-delay: Infinity', 30_000],
    ['Crawl-delay: -3', 0],
    ['Crawl-delay: soon', 0],
    ['', 0],
  ])('%j rests %i ms', (line, crawlDelayMs) => {
    expect(rulesOf('User-agent: *', line, 'Disallow:').crawlDelayMs).toBe(crawlDelayMs);
  });

  test('ignores what lies beyond 500 KiB', () => {
    const filler = `#${'x'.repeat(500 * 1024)}`;
    expect(allows(rulesOf('User-agent: *', filler, 'Disallow: /'), '/a')).toBe(true);
  });

  test('an HTML page in its place allows all', () => {
    expect(allows(rulesOf('<!doctype html>', '<p>Disallow: nothing here</p>'), '/a')).toBe(true);
  });

  test('masses of wildcards are bounded, on the careful side', () => {
    const rules = rulesOf(
      'User-agent: *',
      ...Array<string>(300).fill(`Disallow: /deep/*${'a'.repeat(1_500)}*b`),
    );
    expect(allows(rules, `/deep/${'a'.repeat(7_000)}`)).toBe(false);
    expect(allows(rules, '/other')).toBe(true);
  });
});
