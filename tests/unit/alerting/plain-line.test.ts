import { describe, expect, it } from 'vitest';
import { plainLine, webAddress } from '../../../src/alerting/plain-line.js';

describe('plainLine', () => {
  it('is one line, whatever was in it', () => {
    expect(plainLine('a\r\nBcc: x@y.example\tb\u2028c\u0000d\u0085e\n', 100)).toBe(
      'a Bcc: x@y.example b c d e',
    );
  });

  it('turns nothing around and holds no halves of characters', () => {
    expect(plainLine('\u202egpj.exe\u2066 \ud800x\udc00', 100)).toBe('gpj.exe x');
  });

  it('is cut with an ellipsis, and never through a character', () => {
    expect(plainLine('abcdef', 6)).toBe('abcdef');
    expect(plainLine('abcdefg', 6)).toBe('abcde…');
    expect(plainLine('abcd😀efg', 6)).toBe('abcd…');
  });

  it('is quick with what never ends', () => {
    expect(plainLine(' \n'.repeat(5_000_000), 10)).toBe('');
  });
});

describe('webAddress', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://a.example/',
    'no address',
    `https://a.example/${'x'.repeat(3_000)}`,
  ])('refuses %.40s', (url) => {
    expect(webAddress(url)).toBeNull();
  });

  it('writes an address so that it ends where it ends', () => {
    expect(webAddress('https://a.example/"><script>?q=<b> c')).toBe(
      'https://a.example/%22%3E%3Cscript%3E?q=%3Cb%3E%20c',
    );
  });
});
