import { shareActors, type SharedActors } from './cpu/shared-actors.js';
import type { ImportedActors } from './model/imported-actor.js';

export interface CurrentActorsDeps {
  /** Cheap: asked before every text. */
  readImportVersion(): Promise<number>;
  readImportedActors(): Promise<ImportedActors>;
}

/**
 * Gives the imported actors as they are now: read again when an import, in this process or another, has changed them.
 *
 * @returns null while nothing was imported
 */
export function createCurrentActors(deps: CurrentActorsDeps): () => Promise<SharedActors | null> {
  let known: SharedActors | null = null;
  return async () => {
    const version = await deps.readImportVersion();
    if (version === 0) return null;
    if (known === null || known.version < version) known = shareActors(await deps.readImportedActors());
    return known;
  };
}
