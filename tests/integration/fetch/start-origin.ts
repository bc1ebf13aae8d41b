import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { onTestFinished } from 'vitest';
import { createFetcher } from '../../../src/fetch/create-fetcher.js';
import type { Fetcher, FetcherOptions, FetchRequest } from '../../../src/fetch/fetcher.js';
import { createLocalHostSlots } from '../../../src/fetch/host-slots.js';

/** One request as the server saw it; times from the server's monotonic clock. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly startedAtMs: number;
  /** Infinity while the answer is not finished. */
  endedAtMs: number;
  body: string;
}

/** A local web server that keeps a log. */
export interface Origin {
  /** `http://127.0.0.1:port`, no slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly log: readonly SeenRequest[];
}

/** Answers one request; what it throws or forgets shows as a timeout of the client. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** A self-signed certificate for localhost and names below it, for these tests only. */
export const LOCALHOST_TLS = {
  key: readFileSync(new URL('fixtures/localhost-key.pem', import.meta.url), 'utf8'),
  cert: readFileSync(new URL('fixtures/localhost-cert.pem', import.meta.url), 'utf8'),
};

/** The same key with a certificate that ran out in 2020. */
export const EXPIRED_TLS = {
  key: LOCALHOST_TLS.key,
  cert: readFileSync(new URL('fixtures/expired-cert.pem', import.meta.url), 'utf8'),
};

/** Starts a server on a free port of loopback; it ends with the test. */
export async function startOrigin(
  handle: Handler,
  scheme: 'http' | 'https' = 'http',
  tls = LOCALHOST_TLS,
): Promise<Origin> {
  const log: SeenRequest[] = [];
  const listener: RequestListener = (request, response) => {
    const seen: SeenRequest = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers: request.headers,
      startedAtMs: performance.now(),
      endedAtMs: Infinity,
      body: '',
    };
    log.push(seen);
    response.on('close', () => {
      seen.endedAtMs = performance.now();
    });
    void buffer(request).then((bytes) => {
      seen.body = bytes.toString();
      handle(request, response);
    });
  };
  const server = scheme === 'http' ? createServer(listener) : createTlsServer(tls, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  );
  const { port } = server.address() as AddressInfo;
  return { url: `${scheme}://127.0.0.1:${port}`, port, log };
}

export const USER_AGENT = 'Wirewatch/0.1 (+https://wirewatch.example/bot)';

/** A fetcher for which loopback is allowed and no host needs a rest; it is closed with the test. */
export function openFetcher(options: Partial<FetcherOptions> = {}): Fetcher {
  const fetcher = createFetcher({
    userAgent: USER_AGENT,
    allowHosts: ['127.0.0.1', 'localhost', '*.localhost'],
    slots: createLocalHostSlots(() => performance.now()),
    hostDelayMs: 0,
    obeyRobots: true,
    ...options,
  });
  onTestFinished(() => fetcher.close());
  return fetcher;
}

/** A feed's request. */
export function feedRequest(url: string, options: Partial<FetchRequest> = {}): FetchRequest {
  return { url, maxBytes: 1_000_000, accept: 'application/rss+xml, */*;q=0.1', robots: 'ignore', ...options };
}

/** A page's request. */
export function pageRequest(url: string, options: Partial<FetchRequest> = {}): FetchRequest {
  return { url, maxBytes: 1_000_000, accept: 'text/html', robots: 'obey', ...options };
}

/** The body as text. */
export function textOf({ body }: { readonly body: Uint8Array }): string {
  return new TextDecoder().decode(body);
}
