import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeHtml } from '../../../src/article/decode-html.js';
import { extractArticle } from '../../../src/article/extract-article.js';
import { scoreGolden, type ExpectedArticle, type GoldenScore } from './score-golden.js';

/**
 * A pair of page and article for each class of trouble. `floors.json` lists the pages that are not read perfectly yet: a
 * page may only get better. After an improvement, `RAISE_FLOORS=1 npx vitest run tests/golden/articles` writes the new
 * floors; it never lowers one.
 */
const FLOORS_FILE = join(import.meta.dirname, 'floors.json');
const PERFECT: GoldenScore = { body: 1, wrong: [] };
/** The least mean of all bodies, as a last resort against a floor that was lowered by hand. */
const MIN_MEAN_BODY = 0.97;

const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.html'))
  .map((file) => file.replace('.html', ''));
const floors = JSON.parse(readFileSync(FLOORS_FILE, 'utf8')) as Record<string, GoldenScore>;
const goldens = names.map((name) => ({ name, ...readGolden(name) }));

describe('golden articles', () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThanOrEqual(64);
    expect(Object.keys(floors).filter((name) => !names.includes(name))).toEqual([]);
  });

  it.each(goldens)('$name', ({ name, article, expected }) => {
    const floor = floors[name] ?? PERFECT;
    const score = scoreGolden(article, expected);
    if (floor.body === 1) expect(article.text.split('\n\n')).toEqual(expected.text);
    expect(score.body).toBeGreaterThanOrEqual(floor.body);
    for (const field of score.wrong) {
      if (!floor.wrong.includes(field))
        expect({ [field]: article[field] }).toEqual({ [field]: expected[field] });
    }
  });

  it('have bodies that are read nearly whole, and little else', () => {
    const bodies = goldens.map(({ article, expected }) => scoreGolden(article, expected).body);
    expect(bodies.reduce((sum, body) => sum + body, 0) / bodies.length).toBeGreaterThanOrEqual(MIN_MEAN_BODY);
  });
});

afterAll(() => {
  if (process.env.RAISE_FLOORS !== '1') return;
  const raised = goldens.flatMap(({ name, article, expected }): [string, GoldenScore][] => {
    const [floor, score] = [floors[name], scoreGolden(article, expected)];
    const body = Math.max(floor?.body ?? 0, score.body);
    const wrong = score.wrong.filter((field) => floor === undefined || floor.wrong.includes(field));
    return body === 1 && wrong.length === 0 ? [] : [[name, { body, wrong }]];
  });
  const lines = raised.map(
    ([name, { body, wrong }]) =>
      `  ${JSON.stringify(name)}: { "body": ${body}, "wrong": ${JSON.stringify(wrong).replaceAll(',', ', ')} }`,
  );
  writeFileSync(FLOORS_FILE, `{\n${lines.join(',\n')}\n}\n`);
});

interface Golden {
  readonly article: Readonly<Record<string, unknown>> & { readonly text: string };
  readonly expected: ExpectedArticle;
}

function readGolden(name: string): Golden {
  const { html } = decodeHtml(readFileSync(join(import.meta.dirname, `${name}.html`)), 'text/html');
  const expected = JSON.parse(
    readFileSync(join(import.meta.dirname, `${name}.json`), 'utf8'),
  ) as ExpectedArticle;
  return {
    article: { ...extractArticle({ url: expected.url ?? `https://news.example/${name}`, html }) },
    expected,
  };
}
