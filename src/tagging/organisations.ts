import { rejectActor, rejectName } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import words from './gazetteer/organisation-words.json' with { type: 'json' };
import { extendBackwards, extendWithLinks, isPlainWord, readRun } from './organisation-runs.js';
import type { RunContext } from './organisation-runs.js';
import { isTechnical, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RuleName } from './rule-confidence.js';
import { isAllCaps, isCapitalised } from './tokenise.js';

const SUFFIX_HEADS: ReadonlySet<string> = new Set(words.suffixHeads);
const WEAK_HEADS: ReadonlySet<string> = new Set(words.weakHeads);
const OF_HEADS: ReadonlySet<string> = new Set(words.ofHeads);
const COURT_WORDS: ReadonlySet<string> = new Set(words.courtWords);
const FOREIGN_HEADS: ReadonlySet<string> = new Set(words.foreignHeads);
const TECHNICAL_WORDS: ReadonlySet<string> = new Set(words.technicalWords);
const POLITICAL_WORDS: ReadonlySet<string> = new Set(words.politicalWords);
const LEGAL_SUFFIXES: ReadonlySet<string> = new Set(words.legalSuffixes);
const SMALL_SUFFIXES: ReadonlySet<string> = new Set(['plc', 'oyj', 'ltd', 'inc', 'gmbh']);
/** Forms that are abbreviations: behind "Corporation" a full stop ends the sentence. */
const DOTTED_SUFFIXES: ReadonlySet<string> = new Set([
  'inc',
  'corp',
  'co',
  'ltd',
  'pty',
  'pte',
  'pvt',
  'bhd',
]);
/** The first halves of forms in two words: "Co., Ltd.", "Pty Ltd", "Sdn Bhd". */
const FIRST_HALVES: ReadonlySet<string> = new Set(['co', 'pty', 'pte', 'pvt', 'sdn']);
/** "S.A.R.L." has four. */
const MAX_FORM_LETTERS = 5;
const ROLE_NOUNS: ReadonlySet<string> = new Set(words.roleNouns);
const GOVERNMENT_NOUNS: ReadonlySet<string> = new Set(words.governmentNouns);

/**
 * Proposes organisations by the words in and beside their names.
 *
 * @param headlines - 1 for tokens of headlines, where a capital says nothing
 */
export function findUncataloguedOrganisations(context: RunContext, headlines: Uint8Array): ActorCandidate[] {
  const { reading } = context;
  const candidates: ActorCandidate[] = [];
  let i = 0;
  while (i < reading.tokens.length) {
    const run = readRun(context, i);
    if (run === null) {
      i++;
      continue;
    }
    const found = readOrganisation(context, run, headlines[i] === 1);
    if (found !== null) {
      if (isTechnical(reading, found)) rejectActor(reading, found, 'technical');
      else if (isCountry(context, found)) rejectActor(reading, found, 'known-otherwise');
      else candidates.push(found);
    }
    i = Math.max(run.end, found?.end ?? 0);
  }
  return [...candidates, ...findGovernments(reading)];
}

// "Russian Federation" ends like an organisation.
function isCountry({ placeEnds }: RunContext, range: TokenRange): boolean {
  return placeEnds.get(range.first) === range.end;
}

function readOrganisation(context: RunContext, run: TokenRange, inHeadline: boolean): ActorCandidate | null {
  const { reading } = context;
  const legal = findLegalSuffix(reading, run);
  if (legal !== null) {
    // "Carnegie Corporation of New York".
    const isWord = reading.tokens[legal.end - 1]?.key === 'corporation';
    return proposeOrganisation(
      reading,
      isWord ? extendWithLinks(context, legal) : legal,
      'organisation/suffix',
    );
  }
  const head = findOfHead(context, run);
  if (head !== null)
    return proposeOrganisation(reading, extendBackwards(context, head), headRule(reading, head));
  if (isForeignName(reading, run)) {
    return proposeOrganisation(reading, extendWithLinks(context, run), 'organisation/head');
  }
  const suffixed = findSuffixHead(context, run);
  if (suffixed !== null) {
    if (inHeadline && saysSomething(context, suffixed)) return inHeadlineOnly(reading, suffixed);
    const range = extendBackwards(context, extendWithPlace(context, extendWithLinks(context, suffixed)));
    return proposeOrganisation(reading, range, 'organisation/head');
  }
  if (!isIntroducedByRole(reading, run)) return null;
  return inHeadline ? inHeadlineOnly(reading, run) : proposeOrganisation(reading, run, 'organisation/role');
}

function inHeadlineOnly(reading: Reading, range: TokenRange): null {
  rejectName(reading, range, 'organisation', 'headline');
  return null;
}

/** A candidate under the name that stands in the text. */
export function proposeOrganisation(reading: Reading, range: TokenRange, rule: RuleName): ActorCandidate {
  const name = spanOf(reading, range).text.replace(/\s+/g, ' ');
  return { ...range, kind: 'organisation', name, id: null, rule };
}

// "Osprey Freight Ltd", "Mill & Sons, Inc.", "Harbour Cranes Co., Ltd.".
function findLegalSuffix(reading: Reading, run: TokenRange): TokenRange | null {
  const { tokens } = reading;
  // "D3 DF AB" is a dump of bytes.
  if ((tokens[run.first]?.text.length ?? 0) < 2) return null;
  for (let i = run.first + 1; i < run.end + 2; i++) {
    const token = tokens[i];
    if (token === undefined || token.opensLine) return null;
    const dotted = dottedFormEnd(reading, i);
    if (dotted === null && !isLegalSuffix(reading, i)) continue;
    const isNext = i === run.end && SMALL_SUFFIXES.has(token.key);
    if (i < run.end || isNext || (i === run.end + 1 && tokens[run.end]?.text === ',')) {
      return { first: run.first, end: dotted ?? legalEnd(reading, i) };
    }
  }
  return null;
}

function isLegalSuffix(reading: Reading, i: number): boolean {
  const token = reading.tokens[i];
  const isInner = token?.glued === true && reading.tokens[i - 1]?.text !== ',';
  if (token === undefined || isInner) return false;
  return LEGAL_SUFFIXES.has(token.key) && (isCapitalised(token) || SMALL_SUFFIXES.has(token.key));
}

// "S.A.", "S.p.A.", "N.V.": letters with points between and behind.
function dottedFormEnd({ tokens }: Reading, first: number): number | null {
  let letters = '';
  let i = first;
  while (letters.length < MAX_FORM_LETTERS && tokens[i]?.text.length === 1 && tokens[i]?.kind === 'word') {
    if (letters !== '' && tokens[i]?.glued !== true) break;
    if (tokens[i + 1]?.text !== '.' || tokens[i + 1]?.glued !== true) break;
    letters += tokens[i]?.key ?? '';
    i += 2;
  }
  return letters.length > 1 && LEGAL_SUFFIXES.has(letters) && isCapitalised(tokens[first]) ? i : null;
}

function legalEnd(reading: Reading, i: number): number {
  const { tokens } = reading;
  const end = afterDot(reading, i);
  const next = tokens[end]?.text === ',' ? end + 1 : end;
  const isHalf = FIRST_HALVES.has(tokens[i]?.key ?? '');
  const goesOn = isHalf && tokens[next]?.opensLine === false && isLegalSuffix(reading, next);
  return goesOn ? afterDot(reading, next) : end;
}

function afterDot(reading: Reading, i: number): number {
  const dot = reading.tokens[i + 1];
  const isAbbreviated = DOTTED_SUFFIXES.has(reading.tokens[i]?.key ?? '');
  return isAbbreviated && dot?.text === '.' && dot.glued ? i + 2 : i + 1;
}

// "The Government of Iraq" does say Iraq; other names do not.
function headRule(reading: Reading, range: TokenRange): RuleName {
  return reading.tokens[range.first]?.key === 'government' ? 'organisation/government' : 'organisation/head';
}

// "Ministry of Foreign Affairs", "National Organization for Women": a head at the end of the run.
function findOfHead(context: RunContext, run: TokenRange): TokenRange | null {
  const { tokens } = context.reading;
  const last = tokens[run.end - 1];
  if (last === undefined || !OF_HEADS.has(last.key)) return null;
  // "Lawyers for the Harbour Trust" are somebody's; "Lawyers for Peace" is a name.
  const isServing = tokens[run.end]?.key === 'for' && tokens[run.end + 1]?.key === 'the';
  if (isServing && run.end - run.first === 1 && last.key.endsWith('s')) return null;
  const extended = extendWithLinks(context, run);
  return extended.end > run.end ? extended : null;
}

// "Mill Buys Harbour Bank", "How Apps Help Your Company": in a headline only a strong head behind nouns names.
function saysSomething({ reading, lexicon }: RunContext, range: TokenRange): boolean {
  for (let i = range.first; i < range.end - 1; i++)
    if (lexicon.verbs.has(reading.tokens[i]?.key ?? '')) return true;
  return WEAK_HEADS.has(reading.tokens[range.end - 1]?.key ?? '');
}

// "Partido Nuevo Rumbo", "Banco de Puerto Claro": the head comes first.
function isForeignName(reading: Reading, run: TokenRange): boolean {
  if (!FOREIGN_HEADS.has(reading.tokens[run.first]?.key ?? '')) return false;
  return run.end - run.first > 1 || /^(?:d[aeiou]l?|des|di|la)$/.test(reading.tokens[run.end]?.key ?? '');
}

function findSuffixHead(context: RunContext, run: TokenRange): TokenRange | null {
  for (let end = run.end; end > run.first + 1; end--) {
    const head = context.reading.tokens[end - 1];
    if (head === undefined || !SUFFIX_HEADS.has(head.key)) continue;
    if (isAllCaps(head) && !isAllCaps(context.reading.tokens[end - 2])) continue;
    const isWeak = WEAK_HEADS.has(head.key);
    const range = { first: run.first, end };
    if (!isWeak || (end === run.end && carriesWeakHead(context, range))) return range;
    rejectName(context.reading, range, 'organisation', 'weak-head');
  }
  return null;
}

// "Open Data Center" is long enough for a name; "Harvard College", "Communist Movement" have a word that names.
function carriesWeakHead(context: RunContext, range: TokenRange): boolean {
  const { tokens } = context.reading;
  // "Elkview Court" is a street.
  const isCourt = tokens[range.end - 1]?.key === 'court';
  if (isCourt && !COURT_WORDS.has(tokens[range.end - 2]?.key ?? '')) return false;
  for (let i = range.first; i < range.end - 1; i++)
    if (TECHNICAL_WORDS.has(tokens[i]?.key ?? '')) return false;
  if (range.end - range.first > 2) return true;
  const first = tokens[range.first];
  // "Microsoft Office" is a product.
  if (first === undefined || range.end - range.first < 2 || context.firms.has(range.first)) return false;
  return POLITICAL_WORDS.has(first.key) || (!isPlainWord(context, range.first) && !isAllCaps(first));
}

// "Westport University Leeds", "Harbour Party USA".
function extendWithPlace(context: RunContext, range: TokenRange): TokenRange {
  const { tokens } = context.reading;
  const next = tokens[range.end];
  const placeEnd = context.placeEnds.get(range.end);
  if (placeEnd === undefined || next === undefined || next.opensLine) return range;
  const isCampus = tokens[range.end - 1]?.key === 'university' && !isAllCaps(next);
  return isCampus || ['USA', 'UK'].includes(next.text) ? { first: range.first, end: placeEnd } : range;
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
    candidates.push(proposeOrganisation(reading, { first, end: end + 1 }, 'organisation/government'));
  }
  return candidates;
}
