import { describe, expect, it } from 'vitest';
import { explainArticle } from '../../../src/article/explain-article.js';
import { extractArticle } from '../../../src/article/extract-article.js';

const page = {
  url: 'https://news.example/story',
  html: `<html><head><title>Ferry stopped</title></head><body>
    <nav>Home</nav>
    <div class="related-stories"><p>Four other ferries were stopped this year, and two of them sank in the sound.</p></div>
    <article id="story"><h1>Ferry stopped</h1>
      <p>The ferry between Holm and Vessby was stopped on Monday after a wave broke two of its windows.</p>
      <p>Forty passengers were brought ashore in smaller boats, and nobody was hurt, the coast guard said.</p>
      <p>Read also: <a href="/x">Glass is dear on Holm</a></p>
      <p>The company hopes to sail again on Friday, once a yard in Vessby has put in new glass.</p>
      <p>The yard has promised to work at night, for the first time since the winter of the year 1979.</p>
    </article></body></html>`,
};

describe('explainArticle', () => {
  const { article, attempts, doubts } = explainArticle(page);
  const [first] = attempts;

  it('reads the article as extractArticle does', () => {
    expect(article).toEqual(extractArticle(page));
  });

  it('names the candidates, best first, and the chosen one', () => {
    expect(first?.candidates[0]).toMatchObject({ path: 'html > body > article#story', isChosen: true });
    const scores = first?.candidates.map(({ score }) => score) ?? [];
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    expect(first?.body).toEqual(['html > body > article#story']);
  });

  it('names what was cut, and the rule', () => {
    expect(first?.cuts).toContainEqual({ path: 'html > body > nav', rule: '<nav>', text: 'Home' });
    expect(first?.cuts.map(({ rule }) => rule)).toContain('named “related”');
  });

  it('names the blocks that were filtered, and the rule', () => {
    const rules = new Map(first?.blocks.map(({ text, rule }) => [text, rule]));
    expect(rules.get('Ferry stopped')).toBe('repeated title');
    expect(rules.get('Read also: Glass is dear on Holm')).toBe('pointer');
    const kept = first?.blocks.filter(({ rule }) => rule === null).map(({ text }) => text);
    expect(kept?.join('\n\n')).toBe(article.text);
  });

  it('names the doubts: their factors make the confidence', () => {
    const product = doubts.reduce((left, { factor }) => left * factor, 1);
    expect(article.confidence).toBeCloseTo(product, 2);
  });

  it('shows every attempt and marks the one that was taken', () => {
    const body = 'The island has one ferry, and it is old. '.repeat(30);
    const html = `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', articleBody: body })}</script><p>Please wait.</p>`;
    const taken = explainArticle({ url: page.url, html }).attempts.filter(({ isChosen }) => isChosen);
    expect(taken).toHaveLength(1);
    expect(taken[0]).toMatchObject({ name: 'declared', method: 'json-ld' });
  });

  it('explains a page without a body', () => {
    const explanation = explainArticle({ url: page.url, html: '' });
    expect(explanation.article.method).toBe('none');
    expect(explanation.attempts.length).toBeGreaterThan(0);
  });
});
