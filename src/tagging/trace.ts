import type { ActorKind } from '../model/mention.js';
import type { GazetteerEntry } from './gazetteer-entry.js';
import type { RejectionReason } from './rejection.js';
import type { RuleName } from './rule-confidence.js';
import type { TrieMatch } from './token-trie.js';

/** What a candidate would be tagged as. */
export type CandidateValue =
  | { readonly kind: 'country'; readonly code: string }
  | { readonly kind: 'place'; readonly code: string; readonly name: string }
  | { readonly kind: ActorKind; readonly name: string; readonly id: string | null }
  | {
      readonly kind: 'money';
      /** In whole currency units, the lower end of a range; null where no figure was read. */
      readonly amount: number | null;
      readonly max?: number;
      /** Null where no currency could be told. */
      readonly currency: string | null;
    };

/** Something that a rule looked at: the tokens `first` up to, not including, `end`, and what they would mean. */
export interface Proposal {
  readonly first: number;
  readonly end: number;
  readonly value: CandidateValue;
  /** The rule that proposed it; null where it was turned down before it came to a rule. */
  readonly rule: RuleName | null;
  /** The name or sign by which it was found; null for names that only grammar makes. */
  readonly alias: string | null;
}

/** A proposal that was turned down. */
export interface Rejection {
  readonly proposal: Proposal;
  readonly reason: RejectionReason;
}

/**
 * Notes what happens to candidates that are not tagged, told by the code that turns them down. A reading carries one
 * only when somebody asks why; tagging does nothing for it otherwise.
 */
export interface Trace {
  readonly reject: (proposal: Proposal, reason: RejectionReason) => void;
  /** The sign or word of the currency of an accepted sum, by its first token. */
  readonly noteMarker: (first: number, marker: string) => void;
  readonly rejections: readonly Rejection[];
  readonly markers: ReadonlyMap<number, string>;
}

/** Makes an empty trace, for one reading. */
export function createTrace(): Trace {
  const rejections: Rejection[] = [];
  const markers = new Map<number, string>();
  return {
    reject: (proposal, reason) => void rejections.push({ proposal, reason }),
    noteMarker: (first, marker) => void markers.set(first, marker),
    rejections,
    markers,
  };
}

/** Notes that a match of a gazetteer is no mention. Names of other things never would be one. */
export function rejectMatch(
  trace: Trace | null,
  match: TrieMatch<GazetteerEntry>,
  reason: RejectionReason,
): void {
  if (trace === null) return;
  const { first, end, value: entry } = match;
  const value = valueOf(entry);
  if (value === null) return;
  trace.reject({ first, end, value, rule: null, alias: aliasOf(entry) }, reason);
}

/** The name by which a gazetteer knows an entry; null for names of other things. */
export function aliasOf(entry: GazetteerEntry): string | null {
  if (entry.type === 'other') return null;
  return entry.type === 'actor' ? entry.alias : entry.form;
}

/** What a gazetteer's entry would be tagged as; null for names of other things. */
export function valueOf(entry: GazetteerEntry): CandidateValue | null {
  switch (entry.type) {
    case 'country':
      return { kind: 'country', code: entry.code };
    case 'place':
      return { kind: 'place', code: entry.code, name: entry.name };
    case 'actor':
      return { kind: entry.actor.kind, name: entry.actor.name, id: entry.actor.attackId ?? null };
    case 'other':
      return null;
  }
}
