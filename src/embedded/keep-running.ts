import { errorMessageOf } from '../errors.js';
import { inspectEmbeddedPostgres } from './inspect-embedded-postgres.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from './start-embedded-postgres.js';

/** Work that meets a dead server is put off for five seconds, so it finds the new one at its next try. */
const LOOK_EVERY_MS = 5_000;

/**
 * Starts or joins the server like `startEmbeddedPostgres`, and starts it again when it dies while we need it (the
 * kernel out of memory, a stray signal). The socket stays the same, so pools reconnect by themselves.
 *
 * @param options - where the data lies, and whom to tell
 */
export async function keepPostgresRunning(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const first = await startEmbeddedPostgres(options);
  const started = [first];
  let looking: Promise<void> = Promise.resolve();
  const watch = setInterval(() => {
    looking = looking.then(async () => {
      try {
        if ((await inspectEmbeddedPostgres(options.dataDir)).state !== 'stopped') return;
        options.log?.('the database server died; starting it again');
        started.push(await startEmbeddedPostgres(options));
      } catch (error) {
        options.log?.(`can't start the database server again: ${errorMessageOf(error)}`);
      }
    });
  }, LOOK_EVERY_MS);
  watch.unref();
  return {
    ...first,
    async close() {
      clearInterval(watch);
      await looking;
      for (const server of started) await server.close();
    },
  };
}
