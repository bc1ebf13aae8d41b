import type { ActorCandidate } from './actor-candidate.js';
import words from './gazetteer/organisation-words.json' with { type: 'json' };
import { isTechnical, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RuleName } from './rule-confidence.js';
import { isCapitalised } from './tokenise.js';

const SUFFIX_HEADS: ReadonlySet<string> = new Set(words.suffixHeads);
const WEAK_HEADS: ReadonlySet<string> = new Set(words.weakHeads);
const OF_HEADS: ReadonlySet<string> = new Set(words.ofHeads);
const LEGAL_SUFFIXES: ReadonlySet<string> = new Set(words.legalSuffixes);
const ROLE_NOUNS: ReadonlySet<string> = new Set(words.roleNouns);
const GOVERNMENT_NOUNS: ReadonlySet<string> = new Set(words.governmentNouns);
const NOT_NAMES: ReadonlySet<string> = new Set(words.notNames);

/** A name of more words than this is a heading. */
const MAX_RUN_TOKENS = 12;

/** Proposes organisations by the words in and beside their names. */
export function findUncataloguedOrganisations(reading: Reading): ActorCandidate[] {
  const candidates: ActorCandidate[] = [];
  const countryEnds = new Map<number, number>();
  for (const { first, end, value } of reading.matches)
    if (value.type === 'country') countryEnds.set(first, end);
  let i = 0;
  while (i < reading.tokens.length) {
    const run = readRun(reading, i);
    if (run === null) {
      i++;
      continue;
    }
    const found = readOrganisation(reading, run);
    if (found !== null && !isTechnical(reading, found) && !isCountry(found, countryEnds))
      candidates.push(found);
    i = Math.max(run.end, found?.end ?? 0);
  }
  return [...candidates, ...findGovernments(reading)];
}

// "Russian Federation" ends like an organisation.
function isCountry(range: TokenRange, countryEnds: ReadonlyMap<number, number>): boolean {
  return countryEnds.get(range.first) === range.end;
}

/** A run of capitalised words, with figures and "&" inside: where a name may stand. */
function readRun(reading: Reading, first: number): TokenRange | null {
  const { tokens } = reading;
  if (!isCapitalised(tokens[first]) || NOT_NAMES.has(tokens[first]?.key ?? '')) return null;
  let end = first + 1;
  while (end < first + MAX_RUN_TOKENS) {
    const token = tokens[end];
    if (token === undefined || token.opensLine) break;
    if (isCapitalised(token) || (token.glued && token.kind !== 'symbol')) end++;
    else if (isJoint(reading, end)) end += 2;
    else break;
  }
  return { first, end };
}

// "Johnson & Johnson", "Anglo-American", "People's", "U.S. Bank".
function isJoint(reading: Reading, i: number): boolean {
  const sign = reading.tokens[i]?.key ?? '';
  const next = reading.tokens[i + 1];
  if (next === undefined || next.opensLine) return false;
  if (sign === '&') return isCapitalised(next);
  if (sign === '-') return next.glued && next.kind !== 'symbol' && isCapitalised(next);
  return false;
}

function readOrganisation(reading: Reading, run: TokenRange): ActorCandidate | null {
  const legal = findLegalSuffix(reading, run);
  if (legal !== null) return propose(reading, legal, 'organisation/suffix');
  const head = findOfHead(reading, run);
  if (head !== null) return propose(reading, head, headRule(reading, head));
  const suffixed = findSuffixHead(reading, run);
  if (suffixed !== null) return propose(reading, extendWithOf(reading, suffixed), 'organisation/head');
  return isIntroducedByRole(reading, run) ? propose(reading, run, 'organisation/role') : null;
}

function propose(reading: Reading, range: TokenRange, rule: RuleName): ActorCandidate {
  const name = spanOf(reading, range).text.replace(/\s+/g, ' ');
  return { ...range, kind: 'organisation', name, id: null, rule };
}

function findLegalSuffix(reading: Reading, run: TokenRange): TokenRange | null {
  for (let i = run.first + 1; i < run.end + 2; i++) {
    const token = reading.tokens[i];
    if (token === undefined || token.opensLine) return null;
    const isSuffix =
      LEGAL_SUFFIXES.has(token.key) && (isCapitalised(token) || ['plc', 'oyj'].includes(token.key));
    if (isSuffix && (i < run.end || (i === run.end + 1 && reading.tokens[run.end]?.text === ','))) {
      const dot = reading.tokens[i + 1]?.text === '.' && reading.tokens[i + 1]?.glued === true ? 1 : 0;
      return { first: run.first, end: i + 1 + dot };
    }
  }
  return null;
}

// "The Government of Iraq" does say Iraq; other names do not.
function headRule(reading: Reading, range: TokenRange): RuleName {
  return reading.tokens[range.first]?.key === 'government' ? 'organisation/government' : 'organisation/head';
}

// "Ministry of Foreign Affairs", "National Organization for Women": a head inside or at the end of the run.
function findOfHead(reading: Reading, run: TokenRange): TokenRange | null {
  const last = reading.tokens[run.end - 1];
  if (last === undefined || !OF_HEADS.has(last.key)) return null;
  const extended = extendWithOf(reading, run);
  return extended.end > run.end ? extended : null;
}

/** Adds "of …", "for …", "of the …" with the capitalised words behind, and their enumeration. */
function extendWithOf(reading: Reading, range: TokenRange): TokenRange {
  const { tokens } = reading;
  let { end } = range;
  for (let links = 0; links < 3; links++) {
    const link = tokens[end]?.key ?? '';
    if (!['of', 'for', 'on', 'du', 'de', 'del', 'des'].includes(link) || tokens[end]?.opensLine === true)
      break;
    const article = ['the', 'la'].includes(tokens[end + 1]?.key ?? '') ? 1 : 0;
    const next = readRun(reading, end + 1 + article);
    if (next === null) break;
    end = readEnumeration(reading, next.end);
  }
  return { first: range.first, end };
}

// "Land, Infrastructure, Transport and Tourism": commas count only when an "and" closes the list.
function readEnumeration(reading: Reading, at: number): number {
  let end = at;
  for (let items = 0; items < 6; items++) {
    const sign = reading.tokens[end]?.key ?? '';
    const isLast = sign === 'and' || sign === '&';
    if (sign !== ',' && !isLast) return at;
    const oxford = sign === ',' && reading.tokens[end + 1]?.key === 'and' ? 1 : 0;
    const next = readRun(reading, end + 1 + oxford);
    if (next === null) return at;
    end = next.end;
    // A single joined word ("Culture and Tourism") only; "Bank of China and Mr Smith" is two names.
    if (isLast || oxford === 1)
      return next.end - next.first === 1 && (items > 0 || isAbstract(reading, next)) ? end : at;
  }
  return at;
}

function isAbstract(reading: Reading, range: TokenRange): boolean {
  const key = reading.tokens[range.first]?.key ?? '';
  return /(?:ism|tion|ment|ence|ance|ture|ity|ology|ics|affairs|sport|trade|security|industry|commerce|science|health|development|research|services|sciences|resources|labour|labor|technology)$/.test(
    key,
  );
}

function findSuffixHead(reading: Reading, run: TokenRange): TokenRange | null {
  for (let end = run.end; end > run.first + 1; end--) {
    const head = reading.tokens[end - 1];
    if (head === undefined || !SUFFIX_HEADS.has(head.key)) continue;
    const words_ = end - run.first;
    if (WEAK_HEADS.has(head.key) && (words_ < 3 || end < run.end)) continue;
    return { first: run.first, end };
  }
  return null;
}

// "security firm Foo Bar", "researchers at Foo".
function isIntroducedByRole(reading: Reading, run: TokenRange): boolean {
  const before = reading.tokens[run.first - 1];
  if (before === undefined || reading.tokens[run.first]?.opensLine === true) return false;
  if (ROLE_NOUNS.has(before.key)) return true;
  const role = reading.tokens[run.first - 2]?.key ?? '';
  return (
    ['at', 'from', 'with'].includes(before.key) &&
    ['researchers', 'researcher', 'analysts', 'analyst'].includes(role)
  );
}

// "government agencies", "government emails": the noun only describes the next.
function namesItsParts(reading: Reading, i: number): boolean {
  const next = reading.tokens[i];
  return next?.kind === 'word' && !next.opensLine && /[^s]s$/.test(next.key) && next.key.length > 4;
}

// "the Chinese government", "UK Government": an organisation beside the country, which is said as well.
function findGovernments(reading: Reading): ActorCandidate[] {
  const candidates: ActorCandidate[] = [];
  for (const { first, end, value } of reading.matches) {
    if (value.type !== 'country' || !isCapitalised(reading.tokens[first])) continue;
    const noun = reading.tokens[end];
    if (noun === undefined || noun.opensLine || !GOVERNMENT_NOUNS.has(noun.key)) continue;
    if (noun.key !== 'government' && !isCapitalised(noun)) continue;
    if (!isCapitalised(noun) && namesItsParts(reading, end + 1)) continue;
    candidates.push(propose(reading, { first, end: end + 1 }, 'organisation/government'));
  }
  return candidates;
}
