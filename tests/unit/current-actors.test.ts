import { describe, expect, it } from 'vitest';
import { readSharedActors } from '../../src/cpu/shared-actors.js';
import { createCurrentActors } from '../../src/current-actors.js';
import type { ImportedActors } from '../../src/model/imported-actor.js';

function stateOf(version: number): ImportedActors {
  const name = `Öster ${version}`;
  return { version, actors: [{ name, kind: 'threat-actor', externalId: null, aliases: [], origin: null }] };
}

describe('createCurrentActors', () => {
  it('reads the imported actors when there are some, and again when they changed', async () => {
    let version = 0;
    let reads = 0;
    const current = createCurrentActors({
      readImportVersion: () => Promise.resolve(version),
      readImportedActors: () => {
        reads += 1;
        return Promise.resolve(stateOf(version));
      },
    });
    expect(await current()).toBeNull();
    for (version of [1, 1, 4]) {
      const shared = await current();
      expect(shared && readSharedActors(shared)).toEqual(stateOf(version));
    }
    expect(reads).toBe(2);
  });
});
