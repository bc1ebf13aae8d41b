import type { Evidence, Span, Tags } from '../model/mention.js';
import { createAliasLookup } from './alias-lookup.js';
import type { AliasLookup } from './alias-lookup.js';
import { createObstacleLookup } from './obstacle-lookup.js';
import { spanOf } from './reading.js';
import type { Reading } from './reading.js';
import { REJECTION_REASONS } from './rejection.js';
import type { RejectionReason } from './rejection.js';
import type { CandidateValue, Trace } from './trace.js';

/** A candidate that became a tag. */
export interface Acceptance {
  readonly verdict: 'accepted';
  readonly rule: string;
  /** The name or sign by which it was found; null for what grammar alone found. */
  readonly alias: string | null;
  readonly confidence: number;
}

/** Why a candidate became no tag. */
export interface Refusal {
  readonly verdict: 'rejected';
  /** The rule that proposed it; null where it was turned down before it came to a rule. */
  readonly rule: string | null;
  readonly alias: string | null;
  readonly reason: RejectionReason;
  /** The reason in plain English, with what is in the way where something is. */
  readonly message: string;
}

/** Something that was looked at: where it stands, what it would be tagged as, and what became of it. */
export type Candidate = Span & CandidateValue & (Acceptance | Refusal);

/** The tags of a text, and how they came about. */
export interface TagExplanation {
  readonly tags: Tags;
  /** The language that the text was read as. */
  readonly language: string;
  /** Where the sentences stand, in UTF-16 code units. */
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  /**
   * In order of position, accepted ones first. The accepted ones are exactly the tags. What is turned down several
   * times is listed once, with the first reason.
   */
  readonly candidates: readonly Candidate[];
}

/** Puts together the tags of a text and what was turned down on the way to them. */
export function explainTags(reading: Reading, trace: Trace, tags: Tags): TagExplanation {
  const aliasFor = createAliasLookup(reading, trace);
  const accepted = listAccepted(tags, aliasFor);
  const sentences = reading.sentences.map((sentence) => spanOf(reading, sentence));
  return {
    tags,
    language: reading.language,
    sentences: sentences.map(({ start, end }) => ({ start, end })),
    candidates: dropParts(
      [...accepted, ...listRefused(reading, trace, { accepted, aliasFor })].sort(compareCandidates),
    ),
  };
}

function listAccepted({ countries, places, actors, money }: Tags, aliasFor: AliasLookup): Candidate[] {
  const accept = (mention: Span & Evidence, value: CandidateValue): Candidate => {
    const { start, end, text, rule, confidence } = mention;
    const alias = aliasFor(mention, value);
    return { ...value, start, end, text, verdict: 'accepted', rule, alias, confidence };
  };
  return [
    ...countries.map((country) => accept(country, { kind: 'country', code: country.code })),
    ...places.map((place) => accept(place, { kind: 'place', code: place.code, name: place.name })),
    ...actors.map((actor) => accept(actor, { kind: actor.type, name: actor.name, id: actor.id })),
    ...money.map((sum) => {
      const { amount, max, currency } = sum;
      return accept(sum, { kind: 'money', amount, ...(max === undefined ? {} : { max }), currency });
    }),
  ];
}

function listRefused(
  reading: Reading,
  { rejections }: Trace,
  { accepted, aliasFor }: { readonly accepted: readonly Candidate[]; readonly aliasFor: AliasLookup },
): Candidate[] {
  const obstacleTo = createObstacleLookup(reading, accepted);
  // A name that grammar alone proposed goes by its surface, whatever it was joined with later.
  const seen = new Set(
    accepted.flatMap((candidate) => [identityOf(candidate), surfaceIdentityOf(candidate)]),
  );
  const refused: Candidate[] = [];
  for (const { proposal, reason } of rejections) {
    const { value, rule } = proposal;
    const span = spanOf(reading, proposal);
    const identity = identityOf({ ...value, ...span });
    if (seen.has(identity)) continue;
    seen.add(identity);
    const obstacle = obstacleTo(proposal, reason);
    const message = REJECTION_REASONS[reason] + (obstacle === null ? '' : `: ${obstacle}`);
    const alias = proposal.alias ?? aliasFor(span, value);
    refused.push({ ...value, ...span, verdict: 'rejected', rule, alias, reason, message });
  }
  return refused;
}

function identityOf(candidate: Span & CandidateValue): string {
  const { start, end, kind } = candidate;
  return JSON.stringify([start, end, kind, valueOf(candidate)]);
}

function surfaceIdentityOf({ start, end, kind, text }: Candidate): string {
  return JSON.stringify([start, end, kind, text]);
}

function valueOf(value: CandidateValue): unknown {
  if (value.kind === 'country') return value.code;
  if (value.kind === 'place') return [value.code, value.name];
  return value.kind === 'money' ? [value.amount, value.max, value.currency] : value.name;
}

// "half a million" and "a million" are one refusal, as are "Old Mill Lane" and "Mill Lane"; the "pesos" of "500 pesos"
// are spoken of already.
function dropParts(candidates: readonly Candidate[]): Candidate[] {
  const ends = new Map<string, number>();
  return candidates.filter((candidate) => {
    if (candidate.verdict === 'accepted') return true;
    const key = candidate.kind === 'money' ? candidate.kind : `${candidate.kind} ${candidate.reason}`;
    const isPart = candidate.end <= (ends.get(key) ?? 0);
    if (!isPart) ends.set(key, candidate.end);
    return !isPart;
  });
}

function compareCandidates(a: Candidate, b: Candidate): number {
  return (
    a.start - b.start ||
    Number(a.verdict === 'rejected') - Number(b.verdict === 'rejected') ||
    b.end - a.end ||
    (identityOf(a) < identityOf(b) ? -1 : 1)
  );
}
