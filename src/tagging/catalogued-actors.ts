import type { ActorCandidate } from './actor-candidate.js';
import threatWords from './gazetteer/threat-actor-words.json' with { type: 'json' };
import organisationWords from './gazetteer/organisation-words.json' with { type: 'json' };
import type { ActorEntry } from './gazetteer-entry.js';
import { hasCueNear, isTechnical, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RuleName } from './rule-confidence.js';
import type { TrieMatch } from './token-trie.js';

const THREAT_CUES: ReadonlySet<string> = new Set(threatWords.cues);
const ORGANISATION_CUES: ReadonlySet<string> = new Set([
  ...organisationWords.roleNouns,
  ...organisationWords.legalSuffixes,
  ...['said', 'says', 'announced', 'spokesman', 'spokesperson', 'officials'],
]);

/** How near a cue must stand to a name that needs one. */
const CUE_REACH = { before: 4, after: 4 } as const;

/** Proposes the catalogued actors whose names stand in the text in the way their alias asks for. */
export function findCataloguedActors(reading: Reading): ActorCandidate[] {
  const candidates: ActorCandidate[] = [];
  const doubtful: TrieMatch<ActorEntry>[] = [];
  const confirmed = new Set<ActorEntry>();
  const accept = ({ first, end, value: { actor } }: TrieMatch<ActorEntry>, rule: RuleName): void => {
    candidates.push({ first, end, kind: actor.kind, name: actor.name, id: actor.attackId ?? null, rule });
  };
  for (const { first, end, value } of reading.matches) {
    if (value.type !== 'actor' || !isWritten(reading, { first, end }, value)) continue;
    const match = { first, end, value };
    if (value.mode !== 'needs-context') accept(match, `${value.actor.kind}/catalogue`);
    else {
      doubtful.push(match);
      if (hasContext(reading, match)) confirmed.add(value);
    }
  }
  // One sense a text: a name that one sentence shows to be the actor is the actor in the others as well.
  for (const match of doubtful) if (confirmed.has(match.value)) accept(match, contextRule(match.value));
  return candidates;
}

function contextRule({ actor }: ActorEntry): RuleName {
  return actor.kind === 'person' ? 'person/catalogue' : `${actor.kind}/catalogue-context`;
}

function hasContext(reading: Reading, match: TrieMatch<ActorEntry>): boolean {
  const cues = match.value.actor.kind === 'threat-actor' ? THREAT_CUES : ORGANISATION_CUES;
  return hasCueNear(reading, match, cues, CUE_REACH);
}

function isWritten(reading: Reading, range: TokenRange, entry: ActorEntry): boolean {
  const { alias, mode } = entry;
  const surface = spanOf(reading, range).text;
  // "Amazon.com" is a name; "cisco.com" is a host.
  if (isTechnical(reading, range) && !alias.includes('.')) return false;
  if (isTechnical(reading, { first: range.first - 1, end: range.first })) return false;
  if (mode !== 'any') return hasSameCase(surface, alias);
  return surface !== surface.toLowerCase() || isDistinctive(alias);
}

// Equal but for the joints between tokens; a text or heading in capitals may shout a name of four letters or more.
function hasSameCase(surface: string, alias: string): boolean {
  const bare = squeeze(surface);
  const wanted = squeeze(alias);
  return (
    bare === wanted || (wanted.length > 4 && (bare === wanted.toUpperCase() || bare === capitalise(wanted)))
  );
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
