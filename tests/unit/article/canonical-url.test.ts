import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicaliseUrl, resolveUrl } from '../../../src/article/canonical-url.js';
import { PermanentError } from '../../../src/errors.js';

describe('canonicaliseUrl', () => {
  it.each([
    ['HTTPS://News.Example:443/A/b?x=1#top', 'https://news.example/A/b?x=1'],
    ['http://news.example:80', 'http://news.example/'],
    ['http://news.example:8080/', 'http://news.example:8080/'],
    ['https://news.example./a', 'https://news.example/a'],
    ['https://user:word@news.example/a', 'https://news.example/a'],
    ['https://news.example/a?utm_source=rss&id=7&UTM_Medium=feed', 'https://news.example/a?id=7'],
    ['https://news.example/a?fbclid=x&gclid=y&mc_cid=z', 'https://news.example/a'],
    ['https://news.example/a?b=2&a=1', 'https://news.example/a?b=2&a=1'],
    ['https://news.example/a/', 'https://news.example/a/'],
    ['https://news.example/a?', 'https://news.example/a'],
    ['  https://news.example/a/../b  ', 'https://news.example/b'],
    ['https://bücher.example/ü', 'https://xn--bcher-kva.example/%C3%BC'],
    [
      'https://news-example.cdn.ampproject.org/c/s/news.example/a.html?usqp=1',
      'https://news.example/a.html?usqp=1',
    ],
    ['https://news-example.cdn.ampproject.org/v/news.example/a', 'http://news.example/a'],
    ['https://www.google.com/amp/s/amp.news.example/a', 'https://amp.news.example/a'],
    [
      'https://www.google.com/url?rct=j&sa=t&url=https://news.example/a%3Fid%3D7&ct=ga',
      'https://news.example/a?id=7',
    ],
    [
      'http://www.bing.com/news/apiclick.aspx?ref=FexRss&url=https%3a%2f%2fnews.example%2fa&c=1',
      'https://news.example/a',
    ],
    [
      'https://l.facebook.com/l.php?u=https%3A%2F%2Fnews.example%2Fa%3Ffbclid%3Dx&h=1',
      'https://news.example/a',
    ],
    [
      'https://www.google.com/url?url=javascript:alert(1)',
      'https://www.google.com/url?url=javascript:alert(1)',
    ],
    ['https://www.google.com/url?q=nonsense', 'https://www.google.com/url?q=nonsense'],
    ['https://www.google.com/about', 'https://www.google.com/about'],
  ])('%s', (url, canonical) => {
    expect(canonicaliseUrl(url)).toBe(canonical);
  });

  it.each([
    '',
    'news.example/a',
    '/a',
    'mailto:a@b.example',
    'javascript:alert(1)',
    'ftp://news.example/',
    'http://',
    'https://[x',
  ])('refuses %j', (url) => {
    expect(() => canonicaliseUrl(url)).toThrow(PermanentError);
  });

  it('keeps a query that begins with a question mark', () => {
    expect(canonicaliseUrl('http://a.example??')).toBe('http://a.example/??');
  });

  it('gives one spelling: twice is once', () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const once = canonicaliseUrl(url);
        expect(canonicaliseUrl(once)).toBe(once);
      }),
    );
  });
});

describe('resolveUrl', () => {
  it('resolves against the page', () => {
    expect(resolveUrl('../c?utm_id=1', 'https://news.example/a/b')).toBe('https://news.example/c');
    expect(resolveUrl('//other.example/', 'https://news.example/a')).toBe('https://other.example/');
  });

  it('is null for what is no web address', () => {
    expect(resolveUrl('javascript:void(0)', 'https://news.example/')).toBeNull();
    expect(resolveUrl('a', 'not a url')).toBeNull();
  });
});
