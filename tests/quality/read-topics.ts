import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { goldFacts } from './facts.js';
import type { Fact } from './facts.js';
import { readMarks } from './read-marks.js';

/** A text whose facts are known. */
export interface Sentence {
  readonly topic: string;
  /** `file:line`. */
  readonly where: string;
  /** The heading above it: what it is an example of. */
  readonly phenomenon: string;
  readonly text: string;
  readonly gold: readonly Fact[];
}

const FOLDER = join(import.meta.dirname, 'sentences');

/** Reads `sentences/*.txt`: a sentence or short passage a line, headings behind `# `. The file's name is the topic. */
export function readSentences(): Sentence[] {
  return readdirSync(FOLDER).flatMap((file) => {
    const topic = file.replace('.txt', '');
    let phenomenon = '';
    return readFileSync(join(FOLDER, file), 'utf8')
      .split('\n')
      .flatMap((line, i) => {
        if (line.startsWith('# ')) phenomenon = line.slice(2);
        if (line === '' || line.startsWith('# ')) return [];
        return [{ topic, where: `${file}:${i + 1}`, phenomenon, ...readSentence(line, `${file}:${i + 1}`) }];
      });
  });
}

function readSentence(line: string, where: string): Pick<Sentence, 'text' | 'gold'> {
  try {
    const { text, marks } = readMarks(line);
    return { text, gold: goldFacts(text, marks) };
  } catch (cause) {
    throw new Error(`${where}: ${String(cause)}`, { cause });
  }
}
