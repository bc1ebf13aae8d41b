import type { ActorCandidate } from './actor-candidate.js';
import { senseOfName } from './crew-sense.js';
import threatWords from './gazetteer/threat-actor-words.json' with { type: 'json' };
import organisationWords from './gazetteer/organisation-words.json' with { type: 'json' };
import type { CatalogueActor } from './actor-catalogue.js';
import type { ActorEntry, GazetteerEntry } from './gazetteer-entry.js';
import { hasCueNear, isTechnical, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RejectionReason } from './rejection.js';
import type { RuleName } from './rule-confidence.js';
import { speaksOfAttacks } from './subject.js';
import type { TrieMatch } from './token-trie.js';
import { isCapitalised } from './tokenise.js';
import { rejectMatch } from './trace.js';

const THREAT_CUES: ReadonlySet<string> = new Set(threatWords.cues);
const ORGANISATION_CUES: ReadonlySet<string> = new Set([
  ...organisationWords.roleNouns,
  ...organisationWords.legalSuffixes,
  ...['said', 'says', 'announced', 'spokesman', 'spokesperson', 'officials'],
]);

/** How near a cue must stand to a name that needs one. */
const CUE_REACH = { before: 4, after: 4 } as const;

/**
 * Proposes the catalogued actors whose names stand in the text in the way their alias asks for.
 *
 * @param firstNames - given names, lower case: behind one, a group's name of one word is a surname
 */
export function findCataloguedActors(reading: Reading, firstNames: ReadonlySet<string>): ActorCandidate[] {
  const reject = (match: ActorMatch, reason: RejectionReason): void => {
    rejectMatch(reading.trace, match, reason);
  };
  const written = reading.matches.filter((match): match is ActorMatch => {
    if (!isActorMatch(match)) return false;
    const objection = objectionToWriting(reading, match, firstNames);
    if (objection !== null) reject(match, objection);
    return objection === null;
  });
  const isOnSubject = written.some(needsSubject) && speaksOfAttacks(reading);
  const doubtful: ActorMatch[] = [];
  const confirmed = new Set<CatalogueActor | ActorEntry>();
  const candidates: ActorCandidate[] = [];
  const foreign = findForeignNames(reading);
  for (const match of written) {
    if (needsSubject(match) && !isOnSubject) {
      reject(match, 'off-subject');
      continue;
    }
    const country = match.value.actor.name.startsWith('US ') ? foreign.get(match.first) : undefined;
    if (country !== undefined) {
      candidates.push(toForeignBody(reading, { first: country, end: match.end }));
      continue;
    }
    const { actor, mode } = match.value;
    if (mode === 'any' || mode === 'exact-case') {
      candidates.push(toCandidate(match, `${actor.kind}/catalogue`));
      continue;
    }
    const evidence = evidenceFor(reading, match);
    if (evidence === 'for') confirmed.add(meaningOf(match.value));
    if (evidence === 'against') reject(match, 'malware');
    else doubtful.push(match);
  }
  // One sense a text: what one sentence shows to be meant is meant in the others as well.
  for (const match of doubtful) {
    if (confirmed.has(meaningOf(match.value))) candidates.push(toCandidate(match, contextRule(match.value)));
    else reject(match, match.value.mode === 'needs-context' ? 'no-context' : 'sense-unclear');
  }
  return candidates;
}

/** For each token behind the name or adjective of another country than the United States where that begins. */
function findForeignNames({ matches, tokens }: Reading): ReadonlyMap<number, number> {
  const foreign = new Map<number, number>();
  for (const { first, end, value } of matches) {
    const isForeign = value.type === 'country' && value.code !== 'US' && isCapitalised(tokens[first]);
    if (isForeign && tokens[end]?.opensLine === false) foreign.set(end, first);
  }
  return foreign;
}

// "The Brazilian Senate" is not that of the United States, which the catalogue knows as "Senate".
function toForeignBody(reading: Reading, range: TokenRange): ActorCandidate {
  const name = spanOf(reading, range).text;
  return { ...range, kind: 'organisation', name, id: null, rule: 'organisation/catalogue' };
}

// "Emma Lazarus" is no group.
function isSurname(
  { tokens }: Reading,
  { first, value }: ActorMatch,
  firstNames: ReadonlySet<string>,
): boolean {
  if (value.actor.kind !== 'threat-actor' || !/^\p{Lu}\p{Ll}+$/u.test(value.alias)) return false;
  const before = tokens[first - 1];
  return tokens[first]?.opensLine === false && isCapitalised(before) && firstNames.has(before?.key ?? '');
}

// A crew is meant by all its names or none; of common words each stands for itself.
function meaningOf(entry: ActorEntry): CatalogueActor | ActorEntry {
  return entry.mode === 'shared-with-malware' ? entry.actor : entry;
}

type ActorMatch = TrieMatch<ActorEntry>;

function isActorMatch(match: TrieMatch<GazetteerEntry>): match is ActorMatch {
  return match.value.type === 'actor';
}

function toCandidate({ first, end, value: { actor } }: ActorMatch, rule: RuleName): ActorCandidate {
  const isAmbiguous = actor.isAmbiguous === true && actor.kind === 'threat-actor';
  const { kind, name, attackId: id = null } = actor;
  return { first, end, kind, name, id, rule: isAmbiguous ? 'threat-actor/ambiguous' : rule };
}

function evidenceFor(reading: Reading, match: ActorMatch): 'for' | 'against' | 'none' {
  if (match.value.mode === 'needs-context') return hasContext(reading, match) ? 'for' : 'none';
  const sense = senseOfName(reading, match);
  return sense === 'crew' ? 'for' : sense === 'malware' ? 'against' : 'none';
}

// "KillNet" and "LockBit 3.0" are no words; "Silence" and "Conti" may be anything.
function needsSubject({ value }: ActorMatch): boolean {
  const isPlain = !/\d|\p{Ll}\p{Lu}/u.test(value.alias);
  return value.actor.kind === 'threat-actor' && value.mode !== 'any' && isPlain;
}

function contextRule({ actor }: ActorEntry): RuleName {
  return actor.kind === 'person' ? 'person/catalogue' : `${actor.kind}/catalogue-context`;
}

function hasContext(reading: Reading, match: ActorMatch): boolean {
  const cues = match.value.actor.kind === 'threat-actor' ? THREAT_CUES : ORGANISATION_CUES;
  return hasCueNear(reading, match, cues, CUE_REACH);
}

// Why a name does not count as it is written; null where it does.
function objectionToWriting(
  reading: Reading,
  match: ActorMatch,
  firstNames: ReadonlySet<string>,
): RejectionReason | null {
  const { alias, mode } = match.value;
  const surface = spanOf(reading, match).text;
  // "Amazon.com" is a name; "cisco.com" is a host.
  if (isTechnical(reading, match) && !alias.includes('.')) return 'technical';
  const isJoined = reading.tokens[match.first]?.glued === true;
  if (isJoined && isTechnical(reading, { first: match.first - 1, end: match.first })) return 'technical';
  if (isScannerName(reading, match)) return 'scanner-name';
  if (mode !== 'any' && !hasSameCase(surface, match.value)) return 'wrong-case';
  // "The coast guard" may be anybody's.
  const isOwn = match.value.actor.kind === 'threat-actor' && isDistinctive(alias);
  if (mode === 'any' && surface === surface.toLowerCase() && !isOwn) return 'small-letters';
  return isSurname(reading, match, firstNames) ? 'surname' : null;
}

// "Win64.Ransom.Foo" is what a scanner calls a file.
function isScannerName({ tokens }: Reading, { first }: TokenRange): boolean {
  const [point, word] = [tokens[first - 1], tokens[first - 2]];
  return tokens[first]?.glued === true && point?.text === '.' && point.glued && word?.kind !== 'symbol';
}

// Equal but for the joints between tokens; a text or heading in capitals may shout a name of more than four letters,
// and the capitals inside a group's name vary ("Killnet", "KillNet").
function hasSameCase(surface: string, { alias, actor }: ActorEntry): boolean {
  const bare = squeeze(surface);
  const wanted = squeeze(alias);
  if (bare === wanted) return true;
  if (wanted.length <= 4) return false;
  if (actor.kind === 'threat-actor') return /^\p{Lu}/u.test(bare);
  // "Von der Leyen" opens a sentence.
  return bare.slice(1) === wanted.slice(1)
    ? bare.startsWith(wanted.slice(0, 1).toUpperCase())
    : bare === wanted.toUpperCase() || bare === capitalise(wanted);
}

function squeeze(name: string): string {
  return name.replaceAll(/[\s\u2010-\u2013-]/g, '').replaceAll('’', "'");
}

function capitalise(name: string): string {
  return name.slice(0, 1).toUpperCase() + name.slice(1).toLowerCase();
}

// Names that no other sense has in lower case: with a figure ("apt28") or of two words ("fancy bear").
function isDistinctive(alias: string): boolean {
  return /\d/.test(alias) || (alias.includes(' ') && alias.length > 8);
}
