import { errorMessageOf, PermanentError } from '../errors.js';
import type { ImportedActor } from '../model/imported-actor.js';
import { settleNames } from './import-ambiguity.js';
import { readActorCsv } from './import-csv.js';
import type { ImportEntries, ImportEntry, ImportProblem } from './import-entry.js';
import { readMispGalaxy } from './import-misp-galaxy.js';
import { readStixBundle } from './import-stix.js';

/** What was read from a file of actors. */
export interface ImportedCatalogue {
  readonly format: 'misp-galaxy' | 'stix' | 'csv';
  readonly actors: readonly ImportedActor[];
  /** What was not used and why, in the order of the file; ambiguous names last. */
  readonly problems: readonly ImportProblem[];
}

/** Several times MITRE's enterprise bundle, the largest file in common use (tens of megabytes). */
const MAX_LENGTH = 200_000_000;

const ACCEPTED =
  'Accepted are a MISP galaxy of actors (JSON with "values"), a STIX 2.1 bundle (JSON with "type": "bundle") ' +
  'and CSV with a header that has a "name" column (also read: kind, aliases separated by ; or |, external_id, origin).';

/**
 * Reads a file of actors in any of the accepted formats. Entries that can't be used are reported, the
 * others are used. A name that two actors of the file claim is reported and never given to one by chance
 * (see import-ambiguity.ts).
 *
 * @param text - the whole file
 * @param fileName - for messages only; the format is told by the content
 * @throws PermanentError `bad_input` when the file is in none of the formats, or holds no actors by nature
 */
export function parseActorCatalogue(text: string, fileName: string): ImportedCatalogue {
  if (text.length > MAX_LENGTH) {
    throw refusal(fileName, `is longer than ${MAX_LENGTH} characters. Split it.`);
  }
  const content = text.replace(/^\ufeff/, '');
  const { format, found } = /^\s*[{[]/.test(content)
    ? readJson(content, fileName)
    : readCsv(content, fileName);
  const { entries, problems } = settleNames(found);
  return { format, actors: entries.map(withoutPlace), problems };
}

interface FoundEntries {
  readonly format: ImportedCatalogue['format'];
  readonly found: ImportEntries;
}

function readJson(content: string, fileName: string): FoundEntries {
  const document = parseJson(content, fileName);
  if (isRecord(document) && document.type === 'bundle' && Array.isArray(document.objects)) {
    return { format: 'stix', found: readStixBundle(document.objects) };
  }
  if (isRecord(document) && Array.isArray(document.values)) {
    const found = readMispGalaxy(document, document.values);
    if (found === null) throw refusal(fileName, `is a MISP galaxy, but not one of actors. ${ACCEPTED}`);
    return { format: 'misp-galaxy', found };
  }
  throw refusal(fileName, `is JSON of another kind. ${ACCEPTED}`);
}

function readCsv(content: string, fileName: string): FoundEntries {
  const found = readActorCsv(content);
  if (found === null) throw refusal(fileName, `holds no list of actors. ${ACCEPTED}`);
  return { format: 'csv', found };
}

function withoutPlace({ name, kind, externalId, aliases, origin, ...rest }: ImportEntry): ImportedActor {
  const shares = rest.sharesNameWithMalware === undefined ? {} : { sharesNameWithMalware: true as const };
  return { name, kind, externalId, aliases, origin, ...shares };
}

function parseJson(content: string, fileName: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw refusal(fileName, `is broken JSON: ${errorMessageOf(error)}. ${ACCEPTED}`);
  }
}

function refusal(fileName: string, message: string): PermanentError {
  return new PermanentError('bad_input', `${fileName} ${message}`, { context: { fileName } });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
