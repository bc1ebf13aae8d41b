import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { AlertCard } from '../../../src/model/alert.js';

/** One post as it came. */
export interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver of posts on this machine. */
export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** How posts are answered from now on. */
  answerWith(answer: (response: ServerResponse, received: Received) => void): void;
  close(): Promise<void>;
}

/** Starts a receiver that takes everything. @param tls - key and certificate; without, it speaks plain HTTP */
export async function startReceiver(tls?: { key: string; cert: string }): Promise<Receiver> {
  const received: Received[] = [];
  let answer: Parameters<Receiver['answerWith']>[0] = (response) => response.writeHead(204).end();
  const listener: RequestListener = (request, response) => {
    void text(request).then((body) => {
      const post = { path: request.url ?? '', headers: request.headers, body };
      received.push(post);
      answer(response, post);
    });
  };
  const server = tls === undefined ? createServer(listener) : createTlsServer(tls, listener);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answerWith: (now) => (answer = now),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

/** Names of the actors that a webhook was told of. */
export function namesIn(post: Received): string[] {
  const { alerts } = JSON.parse(post.body) as { alerts: { card: AlertCard }[] };
  return alerts.map(({ card }) => card.subject.name);
}
