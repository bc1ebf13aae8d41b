import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createTagger } from '../../src/tagging/tag-text.js';
import { KINDS } from './facts.js';
import { checkFloors, listFigures, raiseFloors } from './floors.js';
import type { Floors } from './floors.js';
import { measure, readWith } from './measure.js';
import { readSentences } from './read-topics.js';
import { renderErrors, renderTable } from './report.js';
import { ofKind } from './score-facts.js';

/**
 * How well the tagger reads sentences whose tags are known. `floors.json` holds the figures that it must reach.
 * `npm run quality` prints the table and every error. After an improvement, `RAISE_FLOORS=1 npm run quality` raises the
 * floors; it never lowers one. Only new sentences are a reason to lower a floor, by hand.
 */
const FLOORS_FILE = join(import.meta.dirname, 'floors.json');
const MIN_SENTENCES = 400;
const MIN_SENTENCES_OF: Readonly<Record<string, number>> = {
  countries: 40,
  'threat-actors': 40,
  persons: 40,
  organisations: 40,
  money: 40,
  traps: 40,
};

const sentences = readSentences();
const readings = readWith(createTagger(), sentences);
const measures = measure(readings);
const isRaising = process.env.RAISE_FLOORS === '1';
const floorsBefore = JSON.parse(readFileSync(FLOORS_FILE, 'utf8')) as Floors;
const floors = isRaising ? raiseFloors(measures, floorsBefore) : floorsBefore;

describe('the sentences', () => {
  it('are there', () => {
    const countOf = (topic: string) => sentences.filter((sentence) => sentence.topic === topic).length;
    expect(sentences.length).toBeGreaterThanOrEqual(MIN_SENTENCES);
    for (const [topic, least] of Object.entries(MIN_SENTENCES_OF))
      expect({ topic, enough: countOf(topic) >= least }).toEqual({ topic, enough: true });
  });

  it('are all different', () => {
    expect(new Set(sentences.map(({ text }) => text)).size).toBe(sentences.length);
  });

  it('hold no two facts of a kind at one place', () => {
    const mentions = KINDS.filter((kind) => kind !== 'qualifiers');
    const overlapping = sentences.filter(({ gold }) =>
      mentions.some((kind) => {
        const facts = ofKind(gold, kind);
        return facts.some((fact, i) => fact.start < (facts[i - 1]?.end ?? 0));
      }),
    );
    expect(overlapping.map(({ where }) => where)).toEqual([]);
  });
});

describe('the floors', () => {
  it('are those of the figures', () => {
    expect(Object.keys(floors).sort()).toEqual(
      listFigures(measures)
        .map(({ name }) => name)
        .sort(),
    );
  });

  it.each(KINDS)('%s', (kind) => {
    const complaints = checkFloors(measures, floors, `kinds/${kind}/`);
    expect(complaints, `${complaints.join('\n')}\n${renderErrors(readings, [kind])}`).toEqual([]);
  });

  it.each(Object.keys(measures.topics))('sentences on %s', (topic) => {
    const complaints = checkFloors(measures, floors, `topics/${topic}/`);
    const some = readings.filter(({ sentence }) => sentence.topic === topic);
    expect(complaints, `${complaints.join('\n')}\n${renderErrors(some)}`).toEqual([]);
  });
});

afterAll(() => {
  if (isRaising) writeFileSync(FLOORS_FILE, `${JSON.stringify(floors, null, 2)}\n`);
  if (process.env.SHOW_QUALITY === '1')
    process.stdout.write(`${renderErrors(readings)}\n\n${renderTable(measures)}`);
});
