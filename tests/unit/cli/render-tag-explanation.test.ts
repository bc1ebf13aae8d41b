import { describe, expect, it } from 'vitest';
import { choosePalette, PLAIN } from '../../../src/cli/palette.js';
import { renderTagExplanation } from '../../../src/cli/render-tag-explanation.js';
import { RULE_CONFIDENCE } from '../../../src/tagging/rule-confidence.js';
import { createTagger } from '../../../src/tagging/tag-text.js';

const tagger = createTagger();
const render = (text: string, palette = PLAIN) =>
  renderTagExplanation({ text, explanation: tagger.explain({ text }) }, palette);

describe('renderTagExplanation', () => {
  it('shows every sentence with its candidates, accepted and turned down', () => {
    expect(render('Bank of China paid Fancy Bear €3-5m.\n\nNobody came. It cost 500 pesos in Munich.')).toBe(
      `Bank of China paid Fancy Bear €3-5m.
  ✓ organisation  Bank of China                organisation/catalogue ${RULE_CONFIDENCE['organisation/catalogue']}
  ✗ country       China → CN                   inside-other: Inside another mention: "Bank of China" (organisation)
  ✓ threat-actor  Fancy Bear → APT28 (G0007)   threat-actor/catalogue ${RULE_CONFIDENCE['threat-actor/catalogue']}
  ✓ money         €3-5m → 3000000–5000000 EUR  money/symbol ${RULE_CONFIDENCE['money/symbol']} as "€"

Nobody came.

It cost 500 pesos in Munich.
  ✗ money         500 pesos → 500 ?    currency-unclear: Several countries have a currency of that name, and the text speaks of none of them
  ✓ place         Munich → Munich, DE  place/city ${RULE_CONFIDENCE['place/city']}

4 tagged, 2 turned down. Read as en. Tagger ${tagger.version}.`,
    );
  });

  it('says when only some rules apply', () => {
    const german = 'Der Minister sagte am Montag, dass die Firma nicht mit der Regierung gesprochen habe.';
    expect(render(german)).toMatch(/^0 tagged, .*Read as de, by the rules that hold in any language\. /m);
  });

  it('sets marks off in colours', () => {
    const palette = choosePalette({ isTTY: true, hasColors: () => true });
    expect(render('Peru won.', palette)).toContain(
      '\u001b[1mPeru won.\u001b[22m\n  \u001b[32m✓\u001b[39m country',
    );
  });

  it('lets no text write to the terminal', () => {
    const hostile = render('Pe\u001b[2Jru and Bank of\u202e China\u0007 lost $5\u001b]0;x\u0007 million.');
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    expect(hostile).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f\u202e]/);
  });

  it('has little to say of nothing', () => {
    expect(render('')).toBe(`0 tagged, 0 turned down. Read as en. Tagger ${tagger.version}.`);
  });
});
