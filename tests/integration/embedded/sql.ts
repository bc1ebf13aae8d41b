import { Client } from 'pg';
import type { EmbeddedPostgres } from '../../../src/embedded/start-embedded-postgres.js';

/** What a connection needs to know of a server. */
export type Address = Pick<EmbeddedPostgres, 'socketDir' | 'port' | 'user' | 'database'>;

/** Opens a connection to an embedded server. */
export async function connect({ socketDir, port, user, database }: Address): Promise<Client> {
  const client = new Client({ host: socketDir, port, user, database });
  await client.connect();
  return client;
}

/**
 * Runs one statement on a connection of its own.
 *
 * @returns its rows
 */
export async function sql(address: Address, text: string): Promise<Record<string, unknown>[]> {
  const client = await connect(address);
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}
