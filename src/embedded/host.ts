import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** The facts about this machine and process that starting a server depends on. */
export interface Host {
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  /** Whether programs linked against glibc can run; only meaningful on Linux. */
  readonly hasGlibc: boolean;
  readonly uid: number;
  readonly gid: number;
  /** Where the users of this machine are listed. */
  readonly passwdFile: string;
  readonly tmpDir: string;
}

/** The program loaders that the Linux binaries name. Their places are fixed by the platform ABIs. */
const GLIBC_LOADERS = ['/lib64/ld-linux-x86-64.so.2', '/lib/ld-linux-aarch64.so.1'];

/** Reads the facts about the machine and process that call it. */
export function describeHost(): Host {
  return {
    platform: process.platform,
    arch: process.arch,
    hasGlibc: GLIBC_LOADERS.some((loader) => existsSync(loader)),
    // Absent on Windows only, which is refused by its platform.
    uid: process.getuid?.() ?? -1,
    gid: process.getgid?.() ?? -1,
    passwdFile: '/etc/passwd',
    tmpDir: tmpdir(),
  };
}
