import { readFile } from 'node:fs/promises';
import { FatalError } from '../errors.js';
import type { Host } from './host.js';

/** The system user that the database server runs as. */
export interface ServerUser {
  readonly uid: number;
  readonly gid: number;
  /** For messages. */
  readonly name: string;
}

/** Who owns a file or directory. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

/** Users without rights that a root process may lend to the server, best first; `_postgres` is macOS. */
const UNPRIVILEGED_USERS = ['postgres', '_postgres', 'nobody'];

/**
 * Chooses the user for the server. PostgreSQL refuses to run as root; for anyone else it is the
 * caller. Root's server runs as the owner of what is there already, so that data stays readable
 * whoever starts it, else as a user of the machine without rights. No user is created.
 *
 * @param host - who we are, and where users are listed
 * @param owners - owners of the cluster and the data directory, where they exist, in this order
 * @throws FatalError `platform_unsupported` when root has no user to lend
 */
export async function chooseServerUser(host: Host, owners: readonly Owner[]): Promise<ServerUser> {
  if (host.uid !== 0) return { uid: host.uid, gid: host.gid, name: `uid ${host.uid}` };
  const owner = owners.find(({ uid }) => uid !== 0);
  if (owner !== undefined) return { uid: owner.uid, gid: owner.gid, name: `uid ${owner.uid}` };
  const users = await readUsers(host.passwdFile);
  const chosen = UNPRIVILEGED_USERS.map((name) => users.get(name)).find((user) => user !== undefined);
  if (chosen !== undefined) return chosen;
  throw new FatalError(
    'platform_unsupported',
    `PostgreSQL refuses to run as root, and ${host.passwdFile} lists neither "postgres" nor "nobody" ` +
      'to run it as. Start Wirewatch as an ordinary user, or set DATABASE_URL.',
  );
}

/**
 * What `spawn` and `chown` need to act as the server's user.
 *
 * @returns its ids when we are root, else nothing: we are that user already
 */
export function lendIdentity(host: Host, user: ServerUser): { uid?: number; gid?: number } {
  return host.uid === 0 ? { uid: user.uid, gid: user.gid } : {};
}

/** Users by name, without those that have root's rights. Format: passwd(5). */
async function readUsers(passwdFile: string): Promise<Map<string, ServerUser>> {
  const text = await readFile(passwdFile, 'utf8').catch(() => '');
  const users = new Map<string, ServerUser>();
  for (const line of text.split('\n')) {
    const [name = '', , uid = '', gid = ''] = line.split(':');
    // macOS writes nobody's ids as -2: the unsigned number is what the kernel reports.
    const user = { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0, name };
    if (uid !== '' && gid !== '' && user.uid !== 0) users.set(name, user);
  }
  return users;
}
