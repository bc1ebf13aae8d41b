import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/article/extract-article.js';
import { findSiteRule } from '../../../src/article/find-site-rule.js';
import { parseSiteRules } from '../../../src/article/parse-site-rules.js';

const FILE = 'site-rules.yml';
const PAGE = `<!doctype html><title>Paper</title><body>
  <div class="lead-box"><p>Members of the harbour board will meet again in June, when the tide tables are out.</p></div>
  <div class="odd"><p>The quay stays shut, the board said, until divers have seen all of its nineteen piers.</p>
    <p class="hint">Write to the desk if you know more about the piers, or come by on Friday.</p></div>
  <p class="signed">By Ana Ruiz</p><p class="headline-x">Quay stays shut</p><time class="up" datetime="2026-05-04T10:00:00+02:00"></time>
  <div>${'<p>Another story that has nothing to do with the quay, but is longer and better marked up, goes on here.</p>'.repeat(9)}</div>`;
const RULES = `
paper.example:
  keep: .odd
  drop: [.hint, .ads > p]
  title: .headline-x
  author: .signed
  date: time.up
`;

describe('rules for single sites', () => {
  it('name the body, what is no part of it, and who wrote what when', () => {
    const rules = parseSiteRules(RULES, FILE);
    const url = 'https://www.paper.example/quay';
    expect(extractArticle({ url, html: PAGE }, findSiteRule(rules, url))).toMatchObject({
      text: 'The quay stays shut, the board said, until divers have seen all of its nineteen piers.',
      title: 'Quay stays shut',
      byline: 'Ana Ruiz',
      publishedAt: '2026-05-04T10:00:00.000+02:00',
      method: 'site-rules',
      kind: 'article',
    });
  });

  it('keep several containers in the order of the page, none twice', () => {
    const rules = parseSiteRules('paper.example: { keep: [.odd, .odd p, .lead-box], drop: .hint }', FILE);
    const { text } = extractArticle({ url: 'https://x', html: PAGE }, rules.get('paper.example') ?? null);
    expect(text.split('\n\n')).toEqual([
      'Members of the harbour board will meet again in June, when the tide tables are out.',
      'The quay stays shut, the board said, until divers have seen all of its nineteen piers.',
    ]);
  });

  it('change nothing where their selectors match nothing', () => {
    const rules = parseSiteRules('paper.example: { keep: .gone, title: .gone, author: .gone }', FILE);
    const input = { url: 'https://paper.example/quay', html: PAGE };
    expect(extractArticle(input, findSiteRule(rules, input.url))).toEqual(extractArticle(input));
  });

  it('hold for the domain and below it, the nearest one first', () => {
    const rules = parseSiteRules('paper.example: { title: h2 }\nblog.paper.example: { title: h3 }', FILE);
    const titleOf = (host: string) => findSiteRule(rules, `https://${host}/a`)?.title ?? null;
    expect(titleOf('paper.example')).toBe('h2');
    expect(titleOf('www.paper.example')).toBe('h2');
    expect(titleOf('de.blog.paper.example')).toBe('h3');
    expect(titleOf('newspaper.example')).toBeNull();
    expect(titleOf('example')).toBeNull();
    expect(findSiteRule(rules, 'no address')).toBeNull();
  });

  it('may name hosts as people write them', () => {
    const rules = parseSiteRules('Zürich.example: { title: h2 }', FILE);
    expect(findSiteRule(rules, 'https://www.zürich.example/a')?.title).toBe('h2');
  });

  it('may be empty', () => {
    expect(parseSiteRules('# none yet\n', FILE).size).toBe(0);
  });

  it.each([
    [
      'a selector that can not be read',
      'paper.example: { drop: ["a["] }',
      /paper\.example: drop: "a\[" is no CSS selector/,
    ],
    [
      'one of a kind that is not known',
      'paper.example: { keep: "p:shiny" }',
      /paper\.example: keep: "p:shiny".*shiny/,
    ],
    ['an empty selector', 'paper.example: { title: "" }', /paper\.example: title: .*empty/],
    ['a key that is not known', 'paper.example: { remove: p }', /paper\.example: .*keep, drop, title/],
    ['no rule', 'paper.example: p', /paper\.example: .*keep, drop, title/],
    [
      'an address for a host',
      '"https://paper.example/": { drop: p }',
      /https:\/\/paper\.example\/: must be a host/,
    ],
    ['a list', '- paper.example', /each host with a colon/],
    ['no YAML', 'a: [', /not valid YAML/],
    ['a host twice', 'a.example: { drop: p }\na.example: { drop: q }', /not valid YAML/],
  ])('are refused with the file, the host and the fault: %s', (_, text, message) => {
    expect(() => parseSiteRules(text, FILE)).toThrow(message);
    expect(() => parseSiteRules(text, FILE)).toThrow(/site-rules\.yml/);
  });

  it('are refused with all faults at once', () => {
    const text = 'a.example: { drop: "p[" }\nb.example: { title: "::x" }';
    expect(() => parseSiteRules(text, FILE)).toThrow(/a\.example: drop.*\n.*b\.example: title/);
  });
});
