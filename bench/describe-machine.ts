import { availableParallelism, release } from 'node:os';

/** The Node version, processors and kernel that figures belong to. */
export function describeMachine(): string {
  return `Node ${process.version}, ${availableParallelism()} CPUs, ${process.platform} ${release()}.`;
}
