import { errorMessageOf, FatalError, WirewatchError } from '../errors.js';

/** What a process says when it ends; 78 is EX_CONFIG of BSD's sysexits.h. */
export const EXIT = { done: 0, failed: 1, usage: 2, config: 78 } as const;

const CONFIG_CODES = new Set([
  'config_invalid',
  'platform_unsupported',
  'data_dir_unusable',
  'database_unsupported',
]);

/** The exit code for whatever ended a command. */
export function exitCodeFor(error: unknown): number {
  if (error instanceof FatalError && CONFIG_CODES.has(error.code)) return EXIT.config;
  return EXIT.failed;
}

/** What to print about it: our errors speak for themselves, a bug brings its stack. */
export function describeFailure(error: unknown): string {
  if (error instanceof WirewatchError) return error.message;
  if (error instanceof Error) return `unexpected error: ${error.stack ?? error.message}`;
  return `unexpected error: ${errorMessageOf(error)}`;
}
