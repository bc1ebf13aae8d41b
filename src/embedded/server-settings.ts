import { SERVER_PORT } from './data-paths.js';

/**
 * Written into the new cluster's postgresql.conf once; afterwards they are the operator's to change.
 * Meanings: https://www.postgresql.org/docs/18/runtime-config.html
 */
export const INITIAL_SETTINGS: Readonly<Record<string, string>> = {
  // A dozen processes with a pool of ten connections each, queue included, and room for psql.
  max_connections: '200',
  // Fits beside Node in 1 GB of memory; the system's page cache does the rest.
  shared_buffers: '128MB',
  // Not POSIX shared memory: containers give it 64 MB, and systemd deletes it when a user logs out.
  dynamic_shared_memory_type: 'mmap',
  // Headlines are English more often than not; queries that need another one name it.
  default_text_search_config: 'pg_catalog.english',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Routine checkpoints would fill the log, article texts in failed statements even more.
  log_checkpoints: 'off',
  log_min_error_statement: 'panic',
};

/**
 * What our promises rest on, so it is on the command line, which wins over postgresql.conf: private
 * to this machine and user, and no committed row lost.
 *
 * @param socketDir - absolute path of the socket's directory
 */
export function fixedSettings(socketDir: string): Readonly<Record<string, string>> {
  return {
    listen_addresses: '',
    port: String(SERVER_PORT),
    // A list of directories: the quotes keep commas and spaces in one name together.
    unix_socket_directories: `"${socketDir.replaceAll('"', '""')}"`,
    unix_socket_permissions: '0700',
    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    // The log is the file that we open, trimmed by us.
    logging_collector: 'off',
    log_destination: 'stderr',
  };
}
