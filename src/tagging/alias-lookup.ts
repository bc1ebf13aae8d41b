import type { Span } from '../model/mention.js';
import type { Reading } from './reading.js';
import { spanOf } from './reading.js';
import { aliasOf, valueOf } from './trace.js';
import type { CandidateValue, Trace } from './trace.js';

/** The name or sign by which something was found where it stands; null for what grammar alone found. */
export type AliasLookup = (span: Span, value: CandidateValue) => string | null;

/** Prepares to tell by which entry of a gazetteer, or by which sign of a currency, a candidate was found. */
export function createAliasLookup(reading: Reading, trace: Trace): AliasLookup {
  const aliases = new Map<string, string>();
  for (const match of reading.matches) {
    const value = valueOf(match.value);
    const alias = aliasOf(match.value);
    if (value !== null && alias !== null) aliases.set(keyOf(spanOf(reading, match), value), alias);
  }
  const markers = new Map(
    [...trace.markers].map(([first, marker]) => [reading.tokens[first]?.start ?? 0, marker]),
  );
  return (span, value) =>
    (value.kind === 'money' ? markers.get(span.start) : aliases.get(keyOf(span, value))) ?? null;
}

// A person's name may have been joined with a fuller one: what stands there is what was found.
function keyOf({ start, end }: Span, value: CandidateValue): string {
  if (value.kind === 'money' || value.kind === 'person') return `${start} ${end} ${value.kind}`;
  // Of a place two countries may share, the name is known.
  return `${start} ${end} ${value.kind} ${value.kind === 'country' ? value.code : value.name}`;
}
