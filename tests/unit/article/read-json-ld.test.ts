import { describe, expect, it } from 'vitest';
import { loadPage } from '../../../src/article/load-page.js';
import { findArticleObject, readJsonLd, stringOf } from '../../../src/article/read-json-ld.js';

const read = (...blocks: string[]) =>
  readJsonLd(
    loadPage(
      blocks.map((block) => `<script type="application/ld+json">${block}</script>`).join(''),
    ).elementsNamed('script'),
  );

describe('readJsonLd', () => {
  it('flattens arrays and graphs', () => {
    expect(read('[{"@type":"A"},{"@graph":[{"@type":"B"}]}]').map((object) => object['@type'])).toEqual([
      'A',
      undefined,
      'B',
    ]);
  });

  it.each([
    ['a trailing comma', '{"@type":"A",}'],
    ['a raw line break in a string', '{"@type":"A","d":"one\ntwo"}'],
    ['comment marks', '<!-- {"@type":"A"} -->'],
    ['CDATA marks', '//<![CDATA[\n{"@type":"A"}\n//]]>'],
    ['a semicolon', '{"@type":"A"};'],
  ])('forgives %s', (_, block) => {
    expect(read(block)[0]).toMatchObject({ '@type': 'A' });
  });

  it('leaves out what cannot be read, and goes on', () => {
    expect(read('{broken', '', 'null', '{"@type":"A"}')).toEqual([{ '@type': 'A' }]);
  });
});

describe('findArticleObject', () => {
  it('prefers an article to a page', () => {
    const objects = read(
      '{"@type":"WebPage","datePublished":"2020"}',
      '{"@type":["NewsArticle"],"headline":"H"}',
    );
    expect(findArticleObject(objects)).toMatchObject({ headline: 'H' });
  });

  it('is null without one', () => {
    expect(findArticleObject(read('{"@type":"Organization"}'))).toBeNull();
  });
});

describe('stringOf', () => {
  it('reads a string, the first of several, and a named object', () => {
    const object = { a: 'x', b: ['y', 'z'], c: { '@value': 'v' }, d: { name: 'n' }, e: 5 };
    expect(['a', 'b', 'c', 'd', 'e', 'f'].map((key) => stringOf(object, key))).toEqual([
      'x',
      'y',
      'v',
      'n',
      null,
      null,
    ]);
  });
});
