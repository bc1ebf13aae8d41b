import { describe, expect, it } from 'vitest';
import { publisherFamily } from '../../../src/stories/publisher-family.js';
import { wireCredit } from '../../../src/stories/wire-credit.js';

describe('publisherFamily', () => {
  it.each([
    ['https://edition.cnn.com/a', 'cnn.com'],
    ['https://www.bbc.co.uk/news/1', 'bbc.co.uk'],
    ['https://m.independent.co.uk./', 'independent.co.uk'],
    ['https://a.github.io/x', 'a.github.io'],
    ['https://someone.substack.com/p/1', 'someone.substack.com'],
    ['https://www.substack.com/', 'substack.com'],
    ['https://blog.someone.wordpress.com/', 'someone.wordpress.com'],
    ['http://meridian-post.localhost:8080/a', 'meridian-post.localhost'],
    ['http://127.0.0.1:80/a', '127.0.0.1'],
    ['http://localhost/a', 'localhost'],
    ['https://news.bücher.example/', 'xn--bcher-kva.example'],
    ['no address', ''],
  ])('%s is of %s', (url, family) => {
    expect(publisherFamily(url)).toBe(family);
  });
});

describe('wireCredit', () => {
  const BODY = 'A dam broke on Tuesday. Reuters was not there, and AP said nothing.';
  it.each([
    ['LIMA (Reuters) - A dam broke.', null, 'reuters.com'],
    ['PARIS, May 3 (AFP) — A dam broke.', null, 'afp.com'],
    ['(AP) — A dam broke.', null, 'apnews.com'],
    ['WASHINGTON — AP — A dam broke.', null, 'apnews.com'],
    [`${BODY}\n\n© 2026 AFP`, null, 'afp.com'],
    [`${BODY}\n\n(Reuters)`, null, 'reuters.com'],
    [`${BODY}\n\nSource: dpa`, null, 'dpa.com'],
    [BODY, 'Jane Roe, Reuters', 'reuters.com'],
    [BODY, 'By The Associated Press', 'apnews.com'],
    [BODY, 'Jane Roe', null],
    [BODY, null, null],
    ['Apart from that, nothing (as AFP says) happened to the ANSA building.', null, null],
    ['APA: nothing', 'Apolline Dupont', 'apa.at'],
  ])('%j by %j credits %s', (text, byline, wire) => {
    expect(wireCredit({ text, byline })).toBe(wire);
  });

  it('takes time linear in hostile text', () => {
    const text = `${'A'.repeat(100_000)}(${'-'.repeat(100_000)}`;
    expect(wireCredit({ text, byline: '('.repeat(100_000) })).toBeNull();
  });
});
