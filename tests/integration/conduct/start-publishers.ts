import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One exchange as the server saw it; times from its monotonic clock. */
export interface Exchange {
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly startedAtMs: number;
  /** When the answer was handed to the system, or the client went away; Infinity before. */
  endedAtMs: number;
  status: number;
  /** True when the client went away before the answer was written. */
  isAborted: boolean;
}

/** Answers one request. What never answers shows as a timeout of the client. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A world of publishers on one port of loopback, each with a host name of its own. */
export interface Publishers {
  /** `http://name.localhost:port`, no slash at the end. */
  url(name: string): string;
  /** Sets what a publisher answers at a path; replaces what was there. */
  serve(name: string, path: string, answer: Answer): void;
  readonly log: readonly Exchange[];
  /** The exchanges of one publisher, robots.txt left out unless asked for, in order. */
  of(name: string, path?: string): Exchange[];
  close(): Promise<void>;
}

/** Starts the world. Whatever nobody serves is a 404. */
export async function startPublishers(): Promise<Publishers> {
  const answers = new Map<string, Answer>();
  const log: Exchange[] = [];
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').split(':')[0] ?? '';
    const path = request.url ?? '/';
    const exchange: Exchange = {
      host,
      path,
      headers: request.headers,
      startedAtMs: performance.now(),
      endedAtMs: Infinity,
      status: 0,
      isAborted: false,
    };
    log.push(exchange);
    const end = (isAborted: boolean) => () => {
      if (exchange.endedAtMs !== Infinity) return;
      Object.assign(exchange, { endedAtMs: performance.now(), status: response.statusCode, isAborted });
    };
    // Before it is handed over: once it is, the client may be quicker than this process.
    const send = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
    response.end = ((...args: unknown[]) => {
      end(false)();
      return send(...args);
    }) as typeof response.end;
    response.on('close', end(true));
    const answer = answers.get(`${host}${path}`) ?? answers.get(`${host}*`);
    if (answer === undefined) response.writeHead(404).end();
    else answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const hostOf = (name: string) => `${name}.localhost`;
  return {
    url: (name) => `http://${hostOf(name)}:${port}`,
    serve: (name, path, answer) => answers.set(`${hostOf(name)}${path}`, answer),
    log,
    of: (name, path) =>
      log.filter((one) => one.host === hostOf(name) && (path === undefined || one.path === path)),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}
