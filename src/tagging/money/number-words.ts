import type { Token } from '../tokenise.js';

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety';

const SMALL: ReadonlyMap<string, number> = new Map([
  ...ONES.split(' ').map((word, value): [string, number] => [word, value]),
  ...TENS.split(' ').map((word, place): [string, number] => [word, (place + 2) * 10]),
]);

/** Every word that may open a number written out. */
export const NUMBER_WORDS: readonly string[] = [...SMALL.keys()];

/** A number written out: its value, and the index after its last token. */
export interface NumberWords {
  readonly value: number;
  readonly end: number;
}

/**
 * Reads a number below a thousand written in words ("seventy-five", "two hundred and ten", "one point three").
 * Larger ones are a number and a magnitude, which is read elsewhere.
 *
 * @returns null when no number word stands at `first`
 */
export function readNumberWords(tokens: readonly Token[], first: number): NumberWords | null {
  const head = readBelowHundred(tokens, first);
  if (head === null) return null;
  let { value, end } = head;
  if (tokens[end]?.key === 'hundred') {
    value *= 100;
    end++;
    const joined = tokens[end]?.key === 'and' ? end + 1 : end;
    const tail = readBelowHundred(tokens, joined);
    if (tail !== null) {
      value += tail.value;
      end = tail.end;
    }
  }
  return readDecimals(tokens, value, end);
}

function readBelowHundred(tokens: readonly Token[], first: number): NumberWords | null {
  const value = SMALL.get(tokens[first]?.key ?? '');
  if (value === undefined) return null;
  const hyphen = tokens[first + 1]?.text === '-' ? 1 : 0;
  const unit = SMALL.get(tokens[first + 1 + hyphen]?.key ?? '');
  if (value >= 20 && unit !== undefined && unit > 0 && unit < 10)
    return { value: value + unit, end: first + 2 + hyphen };
  return { value, end: first + 1 };
}

// "one point three": digits read out one by one.
function readDecimals(tokens: readonly Token[], whole: number, end: number): NumberWords {
  if (tokens[end]?.key !== 'point') return { value: whole, end };
  let digits = '';
  let i = end + 1;
  for (; digits.length < 6; i++) {
    const digit = SMALL.get(tokens[i]?.key ?? '');
    if (digit === undefined || digit > 9) break;
    digits += String(digit);
  }
  return digits === '' ? { value: whole, end } : { value: Number(`${whole}.${digits}`), end: i };
}
