import type { ImportedActors } from '../model/imported-actor.js';

/** Imported actors where every thread can read them: a task carries them without copying. */
export interface SharedActors {
  readonly version: number;
  /** JSON in UTF-8. */
  readonly bytes: SharedArrayBuffer;
}

/** Puts imported actors into memory that threads share. */
export function shareActors(imported: ImportedActors): SharedActors {
  const json = Buffer.from(JSON.stringify(imported.actors));
  const bytes = new SharedArrayBuffer(json.length);
  new Uint8Array(bytes).set(json);
  return { version: imported.version, bytes };
}

/** Reads them back, in a thread. */
export function readSharedActors({ version, bytes }: SharedActors): ImportedActors {
  // Written by `shareActors` of the same program.
  return { version, actors: JSON.parse(Buffer.from(bytes).toString('utf8')) as ImportedActors['actors'] };
}
