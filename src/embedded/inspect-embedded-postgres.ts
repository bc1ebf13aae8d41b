import { resolve } from 'node:path';
import { errorMessageOf } from '../errors.js';
import { readClusterMajor, SUPPORTED_MAJOR } from './cluster-version.js';
import { isErrno } from './data-dir-error.js';
import { describeHost, type Host } from './host.js';
import { listParticipants } from './participants.js';
import { findRunningServer } from './running-server.js';
import { openServerHome } from './server-home.js';

/** What a data directory holds. */
export type EmbeddedPostgresState =
  | { readonly state: 'not_initialised' }
  | { readonly state: 'stopped' }
  | {
      readonly state: 'running';
      readonly pid: number;
      readonly socketDir: string;
      /** Processes that use the server now. */
      readonly participantCount: number;
    }
  | { readonly state: 'other_major_version'; readonly found: number; readonly supported: number }
  | { readonly state: 'unusable'; readonly reason: string };

/**
 * Looks at a data directory without changing or starting anything.
 *
 * @param dataDir - absolute or relative path; may be missing
 * @param host - the machine and process; given by tests only
 * @returns what is there; whatever keeps us from looking is `unusable` with the reason
 */
export async function inspectEmbeddedPostgres(
  dataDir: string,
  host: Host = describeHost(),
): Promise<EmbeddedPostgresState> {
  try {
    const home = await openServerHome(resolve(dataDir), host);
    const major = await readClusterMajor(home.paths.cluster);
    if (major === undefined) return { state: 'not_initialised' };
    if (Number.isNaN(major)) return { state: 'unusable', reason: `${home.paths.cluster} holds no database` };
    if (major !== SUPPORTED_MAJOR)
      return { state: 'other_major_version', found: major, supported: SUPPORTED_MAJOR };
    const server = await findRunningServer(home);
    if (server === undefined) return { state: 'stopped' };
    const { alive } = await listParticipants(home.paths.participants);
    return { state: 'running', pid: server.pid, socketDir: server.socketDir, participantCount: alive.length };
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return { state: 'not_initialised' };
    return { state: 'unusable', reason: errorMessageOf(error) };
  }
}
