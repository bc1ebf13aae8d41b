import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteSentence } from '../../../src/alerting/quote-sentence.js';

/** The quote around the first `Heron` in the text. */
function quote(text: string): string {
  const start = text.indexOf('Heron');
  return quoteSentence(text, start, start + 'Heron'.length);
}

describe('quoteSentence', () => {
  it.each([
    ['between two others', 'It rained. Then Heron came. It stopped.', 'Then Heron came.'],
    ['at the start', 'Heron came. It stopped.', 'Heron came.'],
    ['at the end, without a stop', 'It rained. Then Heron came', 'Then Heron came'],
    ['of one word', 'Who? Heron! Why?', 'Heron!'],
    ['that asks', 'It rained. Was it Heron? Nobody knows.', 'Was it Heron?'],
  ])('quotes a sentence %s', (_, text, expected) => {
    expect(quote(text)).toBe(expected);
  });

  it.each([
    'Officials of the U.S. Treasury say that Heron hit the U.S. Navy.',
    'Mr. Ruiz and Dr. Brandt named Heron to Gen. Keller.',
    'J. Ruiz says that Heron spied on A. B. Brandt.',
    'The breach No. 5 of Jan. 12 cost $1.5 million, and Heron kept 2.5 percent.',
    'Files such as a.txt and b.txt are on heron.example, says Heron on news.example today.',
    'It took e.g. plans, says Heron, i.e. drawings.',
  ])('is not cut short by a stop inside the sentence: %s', (sentence) => {
    expect(quote(`It rained. ${sentence} Nobody was hurt.`)).toBe(sentence);
  });

  it.each([
    ['“It was Heron.”', '“It was Heron.” He left.'],
    ['"Was it Heron?"', '"Was it Heron?" He left.'],
    ['(So says Heron.)', '(So says Heron.) He left.'],
    ['It was Heron.”', 'He paused. It was Heron.” He left.'],
    ['“It was Heron,” he said.', 'He paused. “It was Heron,” he said. He left.'],
  ])('keeps the marks that close it: %s', (expected, text) => {
    expect(quote(text)).toBe(expected);
  });

  it('ends sentences that stand together without a space', () => {
    expect(quote('It fell for lack of staff.Heron came to the dam.“Nobody” left.Auditors complained.')).toBe(
      'Heron came to the dam.“Nobody” left.',
    );
    expect(quote('Heron runs on System.IO and news.example today. It rained.')).toBe(
      'Heron runs on System.IO and news.example today.',
    );
  });

  it('never goes past its paragraph', () => {
    expect(quote('A title\n\nHeron came\n\nIt rained.')).toBe('Heron came');
    expect(quote('A title\nThen Heron came\nIt rained.')).toBe('Then Heron came');
  });

  it('cuts a long sentence on both sides, between words, and says so', () => {
    const words = 'water '.repeat(60);
    const cut = quote(`It rained. ${words}Heron ${words}stopped. It rained.`);
    expect(cut).toMatch(/^…(?:water )+Heron(?: water)+…$/);
    expect(cut.length).toBeGreaterThan(350);
    expect(cut.length).toBeLessThanOrEqual(407);
  });

  it('cuts no character in half', () => {
    const drops = '\u{1F4A7}'.repeat(150);
    const cut = quote(`${drops}xHeronx${drops}`);
    expect(cut.isWellFormed()).toBe(true);
    expect(cut).toMatch(/^…\u{1F4A7}+xHeronx\u{1F4A7}+…$/u);
  });

  it('adds no ellipsis where nothing was cut', () => {
    const words = 'water '.repeat(30);
    expect(quote(`${words}Heron`)).toBe(`${words}Heron`);
    expect(quote(`Heron ${words}`)).toBe(`Heron ${words}`.trim());
    const exactly = 'w'.repeat(200);
    expect(quote(`${exactly}Heron${exactly}`)).toBe(`${exactly}Heron${exactly}`);
  });

  it('takes no stop inside a word for an end where it is cut', () => {
    const text = `Heron ${'w'.repeat(190)} on news.example today.`;
    expect(quote(text)).toMatch(/…$/);
  });

  it('holds the mention and a bounded stretch of the text, whatever the text', () => {
    fc.assert(
      fc.property(anyText, anyMention, anyText, (before, mention, behind) => {
        const found = quoteSentence(before + mention + behind, before.length, before.length + mention.length);
        expect(found).toContain(mention);
        expect(found.length).toBeLessThanOrEqual(mention.length + 402);
        expect(before + mention + behind).toContain(found.replace(/^…/, '').replace(/…$/, ''));
        expect(found.isWellFormed()).toBe(true);
      }),
    );
  });
});

const anyText = fc.string({
  unit: fc.constantFrom(
    ' ',
    ' ',
    '. ',
    'A',
    'b',
    '.',
    '!',
    '”',
    '\n',
    '\u{1F4A7}',
    'U.S.',
    '1',
    '水',
    'word'.repeat(9),
  ),
  maxLength: 200,
});
const anyMention = fc.string({
  unit: fc.constantFrom('H', 'e', '.', '\u{1F426}'),
  minLength: 1,
  maxLength: 30,
});
