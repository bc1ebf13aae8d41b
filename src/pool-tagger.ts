import type { CpuPool } from './cpu/cpu-pool.js';
import { createCurrentActors, type CurrentActorsDeps } from './current-actors.js';
import type { Tags } from './model/mention.js';
import type { TagInput } from './tagging/tag-text.js';

/** Tags texts in threads, with the actors that users have imported by then. */
export function createPoolTagger(
  deps: CurrentActorsDeps,
  cpu: Pick<CpuPool, 'run'>,
): (input: TagInput) => Promise<Tags> {
  const currentActors = createCurrentActors(deps);
  return async (input) => {
    const actors = await currentActors();
    return cpu.run('tag-text', actors === null ? input : { ...input, actors });
  };
}
