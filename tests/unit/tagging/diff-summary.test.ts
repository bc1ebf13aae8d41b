import { expect, it } from 'vitest';

import { createDiffSummary } from '../../../src/tagging/diff-summary.js';
import type { ComparedMention, TagsDiff } from '../../../src/tagging/diff-tags.js';

const NO_DIFF: TagsDiff = { kept: [], gained: [], lost: [], changed: [] };

function mention(value: string, fields: Partial<ComparedMention> = {}): ComparedMention {
  return { kind: 'person', start: 0, end: value.length, text: value, value, rule: 'person/title', ...fields };
}

it('counts by kind and by rule, and leaves out rules that change nothing', () => {
  const summary = createDiffSummary();
  const peru = mention('PE', { kind: 'country', rule: 'country/name' });
  const ruiz = mention('Ana Ruiz');
  summary.add({ ...NO_DIFF, kept: [peru, ruiz], gained: [ruiz] }, () => 'one');
  summary.add({ ...NO_DIFF, lost: [ruiz], changed: [{ ...ruiz, was: 'Eva Ruiz' }] }, () => 'two');
  const { byKind, byRule } = summary.report(5);
  expect(byKind.map(({ kind }) => kind)).toEqual([
    'country',
    'place',
    'threat-actor',
    'person',
    'organisation',
    'money',
  ]);
  expect(byKind[0]).toEqual({ kind: 'country', kept: 1, gained: 0, lost: 0, changed: 0 });
  expect(byKind[3]).toEqual({ kind: 'person', kept: 1, gained: 1, lost: 1, changed: 1 });
  expect(byRule).toEqual([{ rule: 'person/title', kept: 1, gained: 1, lost: 1, changed: 1 }]);
});

it('lists the most frequent values with the first sentence of each', () => {
  const summary = createDiffSummary();
  const sentences = ['A first.', 'B first.', 'A again.'];
  for (const [index, value] of ['A', 'B', 'A'].entries()) {
    summary.add(
      { ...NO_DIFF, gained: [mention(value)], changed: [{ ...mention(value), was: 'Z' }] },
      () => sentences[index] ?? '',
    );
  }
  const { gained, lost, changed } = summary.report(1);
  expect(gained).toEqual([{ kind: 'person', value: 'A', count: 2, example: 'A first.' }]);
  expect(lost).toEqual([]);
  expect(changed).toEqual([{ kind: 'person', value: 'Z → A', count: 2, example: 'A first.' }]);
});

it('keeps the same value of two kinds apart', () => {
  const summary = createDiffSummary();
  summary.add({ ...NO_DIFF, lost: [mention('A'), mention('A', { kind: 'organisation' })] }, () => '');
  expect(summary.report(5).lost.map(({ kind, count }) => [kind, count])).toEqual([
    ['person', 1],
    ['organisation', 1],
  ]);
});

it('holds on to frequent values among more rare ones than it keeps', () => {
  const summary = createDiffSummary();
  for (let index = 0; index < 50_000; index += 1) {
    const rare = mention(`Rare ${index}`);
    summary.add(
      { ...NO_DIFF, gained: index % 10 === 0 ? [mention('Often'), rare] : [rare] },
      ({ value }) => value,
    );
  }
  expect(summary.report(1).gained).toMatchObject([{ value: 'Often', count: 5_000 }]);
});
