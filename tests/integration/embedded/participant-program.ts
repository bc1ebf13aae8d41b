import { once } from 'node:events';
import { WirewatchError } from '../../../src/errors.js';
import { startEmbeddedPostgres } from '../../../src/embedded/start-embedded-postgres.js';

/**
 * A process that takes part in the server of the data directory given as its argument. It prints one
 * line of JSON, about the server or the error, and leaves when its input ends.
 */
try {
  const server = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
  const { socketDir, port, user, database, joined } = server;
  process.stdout.write(`${JSON.stringify({ socketDir, port, user, database, joined })}\n`);
  process.stdin.resume();
  await once(process.stdin, 'end');
  await server.close();
} catch (error) {
  if (!(error instanceof WirewatchError)) throw error;
  process.stdout.write(`${JSON.stringify({ code: error.code, message: error.message })}\n`);
  process.exitCode = 1;
}
