import { describe, expect, it } from 'vitest';
import { judgeDocument } from '../../../bench/confidence/judge-document.js';
import type { LabelledDocument, ScoreDocument } from '../../../bench/confidence/judge-document.js';
import { tagText } from '../tagging/tag-with.js';

const text = 'Peru paid NATO $5 million. Chile paid as well.';

interface Spot {
  readonly start: number;
  readonly end: number;
  readonly opt?: boolean;
}

function spot(surface: string, opt?: true): Spot {
  const start = text.indexOf(surface);
  return { start, end: start + surface.length, ...(opt === undefined ? {} : { opt }) };
}

/** Like the kit's scorer: a country is wrong when no label stands there, and passed over where one is optional. */
const score: ScoreDocument = (document, tags, note) => {
  const labels = (document.countries ?? []) as readonly Spot[];
  for (const country of tags.countries) {
    if (!labels.some(({ start }) => start === country.start)) note('countries', 'wrong', country);
  }
};

function judge(gold: LabelledDocument['gold'], countries: readonly Spot[]) {
  const judged = judgeDocument(score, { id: 'a', text, gold, countries }, tagText(text));
  return judged.map(({ kind, rule, isRight }) => `${kind} ${rule} ${isRight ? 'right' : 'wrong'}`);
}

describe('judging a document', () => {
  it('takes the word of the scorer', () => {
    expect(judge({ countries: true }, [spot('Peru')])).toEqual([
      'country country/ambiguous-name right',
      'country country/ambiguous-name wrong',
    ]);
  });

  it('leaves out kinds without labels', () => {
    expect(judge({ money: true }, [])).toEqual(['money money/symbol right']);
    expect(judge({ actors: ['person'] }, [])).toEqual([]);
    expect(judge({ actors: ['organisation'] }, [])).toEqual(['organisation organisation/catalogue right']);
  });

  it('leaves out what stands on an optional label', () => {
    expect(judge({ countries: true }, [spot('Peru'), spot('Chile', true)])).toEqual([
      'country country/ambiguous-name right',
    ]);
  });
});
