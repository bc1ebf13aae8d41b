import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { ImportedActor } from '../model/imported-actor.js';
import { say } from './say.js';

/** Far above the largest file in common use. */
const MAX_BYTES = 200_000_000;

/**
 * Reads a file of actors, gzipped or not, and tells the person what in it can't be used.
 *
 * @throws PermanentError `bad_input` when the file is in none of the formats
 */
export async function readActorFile(file: string): Promise<readonly ImportedActor[]> {
  const { parseActorCatalogue } = await import('../tagging/import-catalogue.js');
  const bytes = await readFile(file);
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = (isGzip ? gunzipSync(bytes, { maxOutputLength: MAX_BYTES }) : bytes).toString('utf8');
  const { actors, problems } = parseActorCatalogue(text, file);
  for (const problem of problems) say(`${file}: ${problem.where}: ${problem.message}`);
  return actors;
}
