import { describe, expect, it } from 'vitest';
import { explainArticle } from '../../../src/article/explain-article.js';
import { renderExplanation } from '../../../src/cli/render-explanation.js';

const SENTENCE =
  'The ferry between Holm and Vessby was stopped on Monday after a wave broke two of its windows.';
const explain = (html: string) => renderExplanation(explainArticle({ url: 'https://news.example/a', html }));

describe('renderExplanation', () => {
  const text = explain(`<title>Ferry stopped</title><nav>Home</nav>
    <article><p>${SENTENCE}</p><p>Share this story</p><p>${SENTENCE.replace('Monday', 'Tuesday')}</p></article>`);

  it('shows the article, the doubts, the candidates, the cuts and the blocks', () => {
    expect(text).toMatch(/^title +Ferry stopped$/m);
    expect(text).toMatch(/^confidence +0\.\d\d$/m);
    expect(text).toMatch(/^Doubts\n {2}× 0\.\d\d {2}\S/m);
    expect(text).toMatch(/^Attempt 1: careful, .*, chosen$/m);
    expect(text).toMatch(/^ *score +letters +linked +in body +element$/m);
    expect(text).toMatch(/^<nav> .*Home$/m);
    expect(text).toContain(`  + paragraph: ${SENTENCE.slice(0, 90)}`);
    expect(text).toMatch(/^ {2}- paragraph: Share this story\n {6}pointer$/m);
  });

  it('lets no page write to the terminal', () => {
    const hostile = explain(
      `<title>a\u001b[2Jb</title><nav class="\u001b[31m">x\u001b]0;y\u0007</nav><p id="\u202eab">${SENTENCE}</p>`,
    );
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(hostile).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  });

  it('leaves out what there is nothing to say of', () => {
    const empty = explain('');
    expect(empty).not.toContain('Candidates');
    expect(empty).not.toContain('Cut before');
    expect(empty).not.toContain('\n\n\n');
  });
});
