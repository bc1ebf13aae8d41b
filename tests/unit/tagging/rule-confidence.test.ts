import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportedActor } from '../../../src/model/imported-actor.js';
import { RULE_CONFIDENCE } from '../../../src/tagging/rule-confidence.js';
import type { RuleName } from '../../../src/tagging/rule-confidence.js';
import { createTagger } from '../../../src/tagging/tag-text.js';

/** Two actors of one file that claim a name: the only way to an ambiguous one. */
const RIVALS: readonly ImportedActor[] = ['Otter A', 'Otter B'].map((name) => ({
  name,
  kind: 'threat-actor',
  externalId: null,
  aliases: ['Dusk Otter'],
  origin: null,
}));

const tagger = createTagger({ imported: { version: 1, actors: RIVALS } });

/** A row of the tables of rules: the example has its mention in bold. */
interface DocumentedRule {
  readonly rule: string;
  readonly example: string;
  readonly confidence: number;
}

const documented: readonly DocumentedRule[] = readFileSync('docs/tagging.md', 'utf8')
  .split('\n')
  .flatMap((line) => {
    const cells = /^\| `([a-z-]+\/[a-z-]+)` \|[^|]+\|([^|]+)\| (\d\.\d\d) \|/.exec(line);
    const [, rule = '', example = '', confidence = ''] = cells ?? [];
    return cells === null ? [] : [{ rule, example: example.trim(), confidence: Number(confidence) }];
  });

describe('rules', () => {
  it('are documented, each once and no other', () => {
    expect(documented.map(({ rule }) => rule).sort()).toEqual(Object.keys(RULE_CONFIDENCE).sort());
  });

  it.each(documented)('$rule finds its example: $example', ({ rule, example }) => {
    const tags = tagger.tag({ text: example.replaceAll('**', '') });
    const mentions = [...tags.countries, ...tags.places, ...tags.actors, ...tags.money];
    const [, surface = ''] = /\*\*(.+?)\*\*/.exec(example) ?? [];
    const found = mentions.filter((mention) => mention.rule === rule);
    expect(found.map(({ text }) => text)).toContain(surface);
    expect(found[0]?.confidence).toBe(RULE_CONFIDENCE[rule as RuleName]);
  });

  it.each(documented)('$rule has the confidence that is documented', ({ rule, confidence }) => {
    expect(confidence).toBe(RULE_CONFIDENCE[rule as RuleName]);
  });

  it('claim more for what a text says than for what it only implies', () => {
    const confidencesOf = (kind: string): number[] =>
      Object.entries(RULE_CONFIDENCE).flatMap(([rule, value]) => (rule.startsWith(kind) ? [value] : []));
    expect(RULE_CONFIDENCE['country/name']).toBeGreaterThan(Math.max(...confidencesOf('place/')));
    expect(Math.max(...confidencesOf(''))).toBeLessThan(1);
    expect(Math.min(...confidencesOf(''))).toBeGreaterThan(0.5);
  });
});
