import { createAdaptorServer } from '@hono/node-server';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Hono } from 'hono';
import { FatalError } from '../errors.js';

/** A listening server. */
export interface HttpServer {
  /** `http://host:port` as a browser would use it. */
  readonly url: string;
  /** Stops taking requests, ends idle connections and waits for running ones. */
  close(): Promise<void>;
}

/**
 * Listens.
 *
 * @param app - the application
 * @param address - host, and port (0: any free one)
 * @throws FatalError `port_in_use`
 */
export async function serveHttp(
  app: Hono,
  address: { readonly host: string; readonly port: number },
): Promise<HttpServer> {
  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  server.listen(address.port, address.host);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw new FatalError(
      'port_in_use',
      `Can't listen on ${address.host}:${address.port}: is another Wirewatch running? Set WIREWATCH_PORT to another port.`,
      { cause: error },
    );
  }
  const { port } = server.address() as AddressInfo;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return {
    url: `http://${host}:${port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      await closed;
    },
  };
}
