import type { ActorCandidate } from './actor-candidate.js';
import threatWords from './gazetteer/threat-actor-words.json' with { type: 'json' };
import organisationWords from './gazetteer/organisation-words.json' with { type: 'json' };
import type { ActorEntry } from './gazetteer-entry.js';
import { hasCueNear, isTechnical, spanOf } from './reading.js';
import type { Reading, TokenRange } from './reading.js';
import type { RuleName } from './rule-confidence.js';

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
  for (const match of reading.matches) {
    if (match.value.type !== 'actor') continue;
    const rule = catalogueRule(reading, match, match.value);
    if (rule === null) continue;
    const { actor } = match.value;
    const { first, end } = match;
    candidates.push({ first, end, kind: actor.kind, name: actor.name, id: actor.attackId ?? null, rule });
  }
  return candidates;
}

function catalogueRule(reading: Reading, range: TokenRange, entry: ActorEntry): RuleName | null {
  const { alias, mode, actor } = entry;
  const surface = spanOf(reading, range).text;
  // "Amazon.com" is a name; "cisco.com" is a host.
  if (isTechnical(reading, range) && !alias.includes('.')) return null;
  if (isTechnical(reading, { first: range.first - 1, end: range.first })) return null;
  if (mode !== 'any' && !hasSameCase(surface, alias)) return null;
  if (mode === 'any' && surface === surface.toLowerCase() && !isDistinctive(alias)) return null;
  const isThreat = actor.kind === 'threat-actor';
  if (mode === 'needs-context') {
    const cues = isThreat ? THREAT_CUES : ORGANISATION_CUES;
    return hasCueNear(reading, range, cues, CUE_REACH) ? `${actor.kind}/catalogue-context` as RuleName : null;
  }
  return `${actor.kind}/catalogue`;
}

// Equal but for the joints between tokens; a text or heading in capitals may shout a name of four letters or more.
function hasSameCase(surface: string, alias: string): boolean {
  const bare = squeeze(surface);
  const wanted = squeeze(alias);
  return bare === wanted || (wanted.length > 4 && (bare === wanted.toUpperCase() || bare === capitalise(wanted)));
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
