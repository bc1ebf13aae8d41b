import type { CpuPool } from './cpu/cpu-pool.js';
import type { CpuTasks } from './cpu/cpu-task.js';
import { createCurrentActors, type CurrentActorsDeps } from './current-actors.js';

type TagArticle = CpuTasks['tag-article'];

/** Tags articles in threads, with the actors that users have imported by then. */
export function createPoolTagger(
  deps: CurrentActorsDeps,
  cpu: Pick<CpuPool, 'run'>,
): (input: Omit<TagArticle['input'], 'actors'>) => Promise<TagArticle['output']> {
  const currentActors = createCurrentActors(deps);
  return async (input) => {
    const actors = await currentActors();
    return cpu.run('tag-article', actors === null ? input : { ...input, actors });
  };
}
