import type { Candidate, TagExplanation } from '../tagging/explain-tags.js';
import type { Palette } from './palette.js';
import { sanitise } from './table.js';

/** Names and values longer than this are not lined up. */
const MAX_COLUMN_WIDTH = 48;

/** What is explained: the text, and what the tagger says of it. */
export interface ExplainedText {
  readonly text: string;
  readonly explanation: TagExplanation;
}

/**
 * Lays out for people what was tagged in a text and what was not: every sentence, under it the candidates in it.
 *
 * @returns text for a terminal
 */
export function renderTagExplanation({ text, explanation }: ExplainedText, palette: Palette): string {
  const { sentences, candidates } = explanation;
  const blocks: string[] = [];
  let next = 0;
  for (const [i, { start, end }] of sentences.entries()) {
    const before = sentences[i + 1]?.start ?? Infinity;
    const own: Candidate[] = [];
    for (let candidate = candidates[next]; candidate !== undefined && candidate.start < before;) {
      own.push(candidate);
      candidate = candidates[++next];
    }
    blocks.push(
      [palette.strong(sanitise(text.slice(start, end))), ...renderCandidates(own, palette)].join('\n'),
    );
  }
  return [...blocks, renderSummary(explanation)].join('\n\n');
}

function renderSummary({ tags, language, candidates }: TagExplanation): string {
  const accepted = candidates.filter(({ verdict }) => verdict === 'accepted').length;
  const partial = tags.partial === true ? ', by the rules that hold in any language' : '';
  return `${accepted} tagged, ${candidates.length - accepted} turned down. Read as ${language}${partial}. Tagger ${tags.taggerVersion}.`;
}

function renderCandidates(candidates: readonly Candidate[], palette: Palette): string[] {
  const meanings = candidates.map(describeMeaning);
  const widths = meanings.map(({ length }) => length).filter((length) => length <= MAX_COLUMN_WIDTH);
  const width = Math.max(0, ...widths);
  return candidates.map((candidate, i) => {
    const mark = candidate.verdict === 'accepted' ? palette.good('✓') : palette.bad('✗');
    const meaning = (meanings[i] ?? '').padEnd(width);
    return `  ${mark} ${candidate.kind.padEnd(12)}  ${meaning}  ${palette.faint(describeVerdict(candidate))}`;
  });
}

/** "UK → GB"; the surface alone where it is the value. */
function describeMeaning(candidate: Candidate): string {
  const surface = sanitise(candidate.text);
  const value = sanitise(describeValue(candidate));
  return surface === value ? surface : `${surface} → ${value}`;
}

function describeValue(candidate: Candidate): string {
  switch (candidate.kind) {
    case 'country':
      return candidate.code;
    case 'place':
      return `${candidate.name}, ${candidate.code}`;
    case 'money': {
      const { amount, max, currency } = candidate;
      const upper = max === undefined ? '' : `–${max}`;
      return `${amount ?? '?'}${upper} ${currency ?? '?'}`;
    }
    case 'threat-actor':
    case 'person':
    case 'organisation':
      return candidate.id === null ? candidate.name : `${candidate.name} (${candidate.id})`;
  }
}

function describeVerdict(candidate: Candidate): string {
  const { alias, text } = candidate;
  const by = alias === null || alias === text ? '' : ` as "${sanitise(alias)}"`;
  if (candidate.verdict === 'accepted') return `${candidate.rule} ${candidate.confidence.toFixed(2)}${by}`;
  const rule = candidate.rule === null ? '' : ` [${candidate.rule}]`;
  return `${candidate.reason}: ${sanitise(candidate.message)}${rule}`;
}
