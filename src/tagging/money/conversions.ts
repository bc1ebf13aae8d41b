import type { MoneyMention } from '../../model/mention.js';
import words from '../gazetteer/money-words.json' with { type: 'json' };
import type { Token } from '../tokenise.js';

const CONVERSION_WORDS: ReadonlySet<string> = new Set(words.conversionWords);
/** Words between a bracket and the sum in it: "(the equivalent of about $5 million)". */
const MAX_WORDS_BETWEEN = 6;

/** A sum and the tokens that it covers. */
export interface PlacedSum {
  readonly first: number;
  readonly end: number;
  readonly mention: MoneyMention;
}

/**
 * Links the sums that say one figure in several currencies: "$50 million (£38 million)", "€3bn ($3.2bn; £2.6bn)",
 * "5 million rand, or $270,000", "€5/$6". Each conversion points to the offset of the sum it converts.
 */
export function linkConversions(tokens: readonly Token[], sums: readonly PlacedSum[]): MoneyMention[] {
  const mentions: MoneyMention[] = [];
  let original: PlacedSum | null = null;
  for (const [i, sum] of sums.entries()) {
    const previous: PlacedSum | undefined = sums[i - 1];
    const head: PlacedSum | null = original ?? previous ?? null;
    const isLinked =
      previous !== undefined &&
      head !== null &&
      isConversion(tokens, previous, sum, { isOpen: original !== null });
    if (isLinked && head.mention.currency !== sum.mention.currency) {
      original = head;
      const { start: conversionOf, purpose } = head.mention;
      mentions.push({ ...sum.mention, ...(purpose === undefined ? {} : { purpose }), conversionOf });
    } else {
      original = null;
      mentions.push(sum.mention);
    }
  }
  return mentions;
}

function isConversion(
  tokens: readonly Token[],
  previous: PlacedSum,
  sum: PlacedSum,
  { isOpen }: { readonly isOpen: boolean },
): boolean {
  const between = tokens.slice(previous.end, sum.first);
  const [opener, ...rest] = between;
  if (opener === undefined || between.length > MAX_WORDS_BETWEEN || between.some((token) => token.opensLine))
    return false;
  const areFillers = rest.every(
    ({ key }) => CONVERSION_WORDS.has(key) || key === '.' || key === 'the' || key === 'of',
  );
  if (opener.text === '(' || opener.text === '[') return areFillers;
  if (opener.text === '/' || opener.text === '=') return rest.length === 0;
  // Inside the brackets of a conversion the next one follows a comma or semicolon.
  if (isOpen && (opener.text === ';' || opener.text === ',' || opener.key === 'or')) return areFillers;
  return opener.text === ',' && ['or', 'worth'].includes(rest[0]?.key ?? '') && areFillers;
}
