import type { ActorCandidate } from './actor-candidate.js';
import words from './gazetteer/organisation-words.json' with { type: 'json' };
import { isFamilyName } from './name-lexicon.js';
import { extendWithLinks, isPlainWord, readRun } from './organisation-runs.js';
import type { RunContext } from './organisation-runs.js';
import { readName } from './person-names.js';
import { isTechnical, spanOf } from './reading.js';
import type { TokenRange } from './reading.js';
import type { RuleName } from './rule-confidence.js';
import { isAllCaps, isCapitalised } from './tokenise.js';

const TECHNICAL_WORDS: ReadonlySet<string> = new Set(words.technicalWords);
const NOT_ACRONYMS: ReadonlySet<string> = new Set(words.notAcronyms);

/** "(SDI; led by Jo Roe)" after an item of a list is passed over when it is not longer. */
const MAX_BRACKET_TOKENS = 14;

/** Two commas may be an apposition; a list without "and" has more. */
const MIN_ITEMS_WITHOUT_AND = 4;

type ItemKind = 'person' | 'organisation' | 'unknown' | 'other';

interface ListItem extends TokenRange {
  readonly kind: ItemKind;
  /** The rule that found it, for a known one. */
  readonly rule: RuleName | null;
}

interface List {
  readonly items: readonly ListItem[];
  readonly hasAnd: boolean;
}

/**
 * Proposes the unknown names of a list whose known names are all of one kind: in "Ann Roe, Zxy Wvu and Jo Doe" the
 * second is a person, in "the ZBP, Nova Terra and the Liberal Party" the first two are organisations.
 *
 * @param known - the actors found so far, in order
 * @param taken - 1 for tokens of actors, countries and places
 */
export function findListedNames(
  context: RunContext,
  known: readonly ActorCandidate[],
  taken: Uint8Array,
): ActorCandidate[] {
  const { reading } = context;
  const byFirst = new Map(known.map((actor) => [actor.first, actor]));
  const candidates: ActorCandidate[] = [];
  let i = 0;
  while (i < reading.tokens.length) {
    if (taken[i] !== 1 && !isCapitalised(reading.tokens[i])) {
      i++;
      continue;
    }
    const list = readList(context, i, byFirst, taken);
    const kind = list === null ? null : kindOf(list);
    for (const item of list?.items ?? []) {
      if (kind === null || item.kind !== 'unknown' || !fits(context, item, kind, taken)) continue;
      const name = spanOf(reading, item).text.replace(/\s+/g, ' ');
      const rule: RuleName = `${kind}/list`;
      candidates.push({ first: item.first, end: item.end, kind, name, id: null, rule });
    }
    i = list?.items.at(-1)?.end ?? i + 1;
  }
  return candidates;
}

function kindOf({ items, hasAnd }: List): 'person' | 'organisation' | null {
  if (items.length < 2 || (!hasAnd && items.length < MIN_ITEMS_WITHOUT_AND)) return null;
  const kinds = new Set(items.map(({ kind }) => kind));
  kinds.delete('unknown');
  const [kind] = kinds;
  if (kinds.size !== 1 || (kind !== 'person' && kind !== 'organisation')) return null;
  // A list of well-known firms may be one of their products.
  const isFormal = items.some(({ rule }) => rule !== null && !rule.startsWith('organisation/catalogue'));
  return isFormal ? kind : null;
}

function fits(
  context: RunContext,
  item: ListItem,
  kind: 'person' | 'organisation',
  taken: Uint8Array,
): boolean {
  const { lexicon, reading } = context;
  if (isTechnical(reading, item)) return false;
  const first = reading.tokens[item.first];
  if (first === undefined || first.text.length < 2 || NOT_ACRONYMS.has(first.text)) return false;
  const length = item.end - item.first;
  if (kind === 'organisation') {
    const isAdverb = first.key.endsWith('ly') && first.opensLine;
    return length > 1 || (!isPlainWord(context, item.first) && !isAdverb) || isAllCaps(first);
  }
  if (readName({ reading, lexicon, taken }, item.first)?.end !== item.end) return false;
  if (length === 1) return isFamilyName(lexicon, first.key);
  return !isPlainWord(context, item.first) || !isPlainWord(context, item.end - 1);
}

function readList(
  context: RunContext,
  at: number,
  known: ReadonlyMap<number, ActorCandidate>,
  taken: Uint8Array,
): List | null {
  const items: ListItem[] = [];
  let hasAnd = false;
  let item = readItem(context, at, known, taken);
  while (item !== null) {
    items.push(item);
    const separator = readSeparator(context, item.end);
    // What follows the last item of "A, B and C" by another "and" is of the sentence.
    if (separator === null || (hasAnd && separator.isAnd && items.length > 2)) break;
    hasAnd ||= separator.isAnd;
    item = readItem(context, separator.end, known, taken);
  }
  return items.length === 0 ? null : { items, hasAnd: hasAnd && items.length > 1 };
}

function readItem(
  context: RunContext,
  at: number,
  known: ReadonlyMap<number, ActorCandidate>,
  taken: Uint8Array,
): ListItem | null {
  const actor = known.get(at);
  if (actor !== undefined) {
    const kind = actor.kind === 'threat-actor' ? 'other' : actor.kind;
    return { first: at, end: actor.end, kind, rule: actor.rule };
  }
  const run = readRun(context, at);
  if (run === null) return null;
  let end = run.first;
  while (end < run.end && taken[end] !== 1) end++;
  if (end < run.end) return { first: run.first, end: run.end, kind: 'other', rule: null };
  const whole = extendWithLinks(context, run);
  const kind = isOfTechnique(context, run) ? 'other' : 'unknown';
  return { first: whole.first, end: whole.end, kind, rule: null };
}

// "Elements Browser": in a list with it stand products.
function isOfTechnique({ reading }: RunContext, run: TokenRange): boolean {
  for (let i = run.first; i < run.end; i++)
    if (TECHNICAL_WORDS.has(reading.tokens[i]?.key ?? '')) return true;
  return false;
}

// ", ", " and ", ", and the ", with brackets before it.
function readSeparator(
  context: RunContext,
  at: number,
): { readonly end: number; readonly isAnd: boolean } | null {
  const { tokens } = context.reading;
  let i = at;
  if (tokens[i]?.text === '(') {
    let close = i;
    while (close < i + MAX_BRACKET_TOKENS && tokens[close]?.text !== ')') close++;
    if (tokens[close]?.text !== ')') return null;
    i = close + 1;
  }
  const isComma = tokens[i]?.text === ',' || tokens[i]?.text === ';';
  if (isComma) i++;
  const isAnd = ['and', '&', 'or'].includes(tokens[i]?.key ?? '');
  if (isAnd) i++;
  if (!isComma && !isAnd) return null;
  if (tokens[i]?.key === 'the') i++;
  return tokens[i] === undefined || tokens[i]?.opensLine === true ? null : { end: i, isAnd };
}
