import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createTagger } from '../../src/tagging/tag-text.js';
import { judgeDocument } from './judge-document.js';
import type { LabelledDocument, ScoreDocument } from './judge-document.js';
import { renderConfidence } from './render-confidence.js';

/** What is used of the kit's scorer. */
interface Scorer {
  readonly readGold: (files: readonly string[]) => LabelledDocument[];
  readonly scoreDoc: ScoreDocument;
}

/**
 * Tags the labelled texts of the tagging kit and prints how far the confidences of the mentions are from how often
 * they are right.
 *
 * @param kit - the folder of the tagging kit
 * @returns the exit code
 */
export async function scoreConfidence(kit: string): Promise<number> {
  const files = ['score.mjs', 'dev.ndjson.gz', 'seed.json'].map((name) => join(kit, name));
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) {
    console.error(
      `wirewatch: the tagging kit has no ${missing}; set WIREWATCH_KITS to the folder with the kits`,
    );
    return 1;
  }
  const [script = '', ...gold] = files;
  const scorer = (await import(pathToFileURL(script).href)) as Scorer;
  const tagger = createTagger();
  const judged = scorer
    .readGold(gold)
    .flatMap((document) => judgeDocument(scorer.scoreDoc, document, tagger.tag({ text: document.text })));
  process.stdout.write(`Tagger ${tagger.version}\n${renderConfidence(judged)}\n`);
  return 0;
}
