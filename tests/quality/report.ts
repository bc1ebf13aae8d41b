import { KINDS } from './facts.js';
import type { Fact, Kind } from './facts.js';
import type { Measured, Measures, Reading } from './measure.js';
import type { Figures } from './score-facts.js';

/** A table of all figures, in percent. */
export function renderTable({ kinds, topics }: Measures): string {
  return [
    '                   strict                partial',
    '                   prec.   rec.     F1   prec.   rec.     F1',
    ...Object.entries(kinds).map(renderRow),
    '',
    ...Object.entries(topics).map(renderRow),
    '',
  ].join('\n');
}

function renderRow([name, { strict, partial }]: [string, Measured]): string {
  const cells = (figures: Figures): string =>
    [figures.precision, figures.recall, figures.f1].map((value) => value.toFixed(1).padStart(7)).join('');
  return `${name.padEnd(16)}${cells(strict)} ${cells(partial)}`;
}

/** The sentences that are not read perfectly: where, the text, what was expected and what was given. */
export function renderErrors(readings: readonly Reading[], kinds: readonly Kind[] = KINDS): string {
  return readings.flatMap((reading) => renderReading(reading, kinds)).join('\n');
}

function renderReading({ sentence, strict }: Reading, kinds: readonly Kind[]): string[] {
  const lines = kinds.flatMap((kind) => {
    const { missedFacts = [], wrongFacts = [] } = strict.get(kind) ?? {};
    return [
      ...missedFacts.map((fact) => `    expected ${describe(sentence.text, fact)}`),
      ...wrongFacts.map((fact) => `    given    ${describe(sentence.text, fact)}`),
    ];
  });
  if (lines.length === 0) return [];
  return [`${sentence.where} (${sentence.phenomenon})`, `  ${sentence.text.replaceAll('\n', '⏎')}`, ...lines];
}

function describe(text: string, { kind, start, end, values }: Fact): string {
  return `${kind} ${start}-${end} "${text.slice(start, end)}" = ${values.join(' or ')}`;
}
