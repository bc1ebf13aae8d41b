import { describe, expect, it } from 'vitest';
import { addressKey } from '../../../src/article/address-key.js';

describe('addressKey', () => {
  it.each([
    'https://news.example/world/ferry-7',
    'http://news.example/world/ferry-7',
    'https://www.news.example/world/ferry-7/',
    'https://m.news.example/world/ferry-7',
    'https://mobile.news.example/world/ferry-7',
    'https://amp.news.example/world/ferry-7',
    'https://news.example/amp/world/ferry-7',
    'https://news.example/world/ferry-7/amp/',
    'https://news.example/world/ferry-7?amp=1',
    'https://news.example/world/ferry-7?outputType=amp&utm_source=rss',
    'https://news-example.cdn.ampproject.org/c/s/news.example/world/ferry-7',
  ])('%s is the same page', (url) => {
    expect(addressKey(url)).toBe('news.example/world/ferry-7');
  });

  it('keeps other pages, sites and ports apart', () => {
    const keys = [
      'https://news.example/a',
      'https://news.example/A',
      'https://news.example/a?id=1',
      'https://news.example/a?id=2',
      'https://blog.news.example/a',
      'https://news.example:8443/a',
      'https://news.example/',
      'https://news.example/camp',
    ].map(addressKey);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('reads an ending as well', () => {
    expect(addressKey('https://news.example/a.amp.html')).toBe(addressKey('https://news.example/a.html'));
  });
});
