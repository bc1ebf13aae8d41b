import { join } from 'node:path';

/** What decides where data lives by default. The entry point fills it in. */
export interface DataDirEnvironment {
  /** Home directory of the user. */
  readonly home: string;
  /** `XDG_DATA_HOME`; undefined, empty or relative values do not count, as the XDG rules say. */
  readonly xdgDataHome: string | undefined;
  /** Whether the process runs as uid 0. */
  readonly isRoot: boolean;
  readonly platform: NodeJS.Platform;
}

/** Root's data must be reachable by the user that the database server runs as, so not in root's home. */
const ROOT_DATA_DIR = '/var/lib/wirewatch';

/**
 * The data directory when `WIREWATCH_DATA_DIR` names none.
 *
 * @param env - home directory, XDG setting, user and platform
 * @returns an absolute path; nothing is created
 * @see https://specifications.freedesktop.org/basedir-spec/latest/ for the XDG data directory
 */
export function defaultDataDir(env: DataDirEnvironment): string {
  if (env.isRoot) return ROOT_DATA_DIR;
  if (env.xdgDataHome?.startsWith('/') === true) return join(env.xdgDataHome, 'wirewatch');
  if (env.platform === 'darwin') return join(env.home, 'Library', 'Application Support', 'wirewatch');
  return join(env.home, '.local', 'share', 'wirewatch');
}
