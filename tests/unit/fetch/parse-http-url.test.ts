import { describe, expect, test } from 'vitest';
import { hostKey, parseHttpUrl } from '../../../src/fetch/parse-http-url.js';

describe('parseHttpUrl', () => {
  test.each([
    ['http://news.example/feed#top', 'http://news.example/feed'],
    ['HTTPS://News.Example', 'https://news.example/'],
    ['http://2130706433/', 'http://127.0.0.1/'],
    ['http://0x7f.1/', 'http://127.0.0.1/'],
    ['http://017700000001/', 'http://127.0.0.1/'],
    ['http://１２７.0.0.1/', 'http://127.0.0.1/'],
  ])('reads %s as %s', (text, href) => {
    expect(parseHttpUrl(text).href).toBe(href);
  });

  test.each([
    '',
    'news.example/feed',
    'http://exa mple/%%',
    'http://',
    `http://news.example/${'x'.repeat(8_001)}`,
  ])('refuses %s', (text) => {
    expect(() => parseHttpUrl(text)).toThrow(
      expect.objectContaining({ name: 'PermanentError', code: 'bad_url' }),
    );
  });

  test.each(['ftp://news.example/', 'file:///etc/passwd', 'javascript:alert(1)', 'data:text/xml,<rss/>'])(
    'refuses the scheme of %s',
    (text) => {
      expect(() => parseHttpUrl(text)).toThrow(/only http and https/);
    },
  );

  test('refuses credentials and does not repeat them', () => {
    expect(() => parseHttpUrl('https://reader:geheim@news.example/')).toThrow(/^(?!.*geheim).*password/);
  });
});

test.each([
  ['http://News.Example/feed', 'news.example:80'],
  ['https://news.example./', 'news.example:443'],
  ['http://[::1]:8080/', '[::1]:8080'],
])('the turn of %s is that of %s', (url, key) => {
  expect(hostKey(new URL(url))).toBe(key);
});
