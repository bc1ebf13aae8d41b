import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request as it was seen by the newsroom. Times are milliseconds since 1970. */
export interface LoggedRequest {
  readonly method: string;
  readonly host: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: {
    readonly ifNoneMatch: string | null;
    readonly ifModifiedSince: string | null;
    readonly userAgent: string | null;
  };
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  /** What was sent; null where the connection ended before any answer. */
  readonly status: number | null;
}

export interface RequestLog {
  /** Finished requests in the order in which they ended; the oldest are dropped. */
  readonly requests: readonly LoggedRequest[];
  /** Logs the request when its response is finished or broken off. */
  readonly watch: (request: IncomingMessage, response: ServerResponse) => void;
}

/**
 * @param capacity - between this many requests and twice as many are kept, so that memory stays flat and
 *   dropping costs little
 */
export function createRequestLog(capacity: number): RequestLog {
  const requests: LoggedRequest[] = [];

  const watch = (request: IncomingMessage, response: ServerResponse): void => {
    const startedAtMs = Date.now();
    response.once('close', () => {
      requests.push({ ...describe(request, response), startedAtMs, endedAtMs: Date.now() });
      if (requests.length > 2 * capacity) requests.splice(0, requests.length - capacity);
    });
  };

  return { requests, watch };
}

function describe(
  { method, headers, url }: IncomingMessage,
  response: ServerResponse,
): Omit<LoggedRequest, 'startedAtMs' | 'endedAtMs'> {
  return {
    method: method ?? '',
    host: headers.host ?? '',
    path: url ?? '',
    headers: {
      ifNoneMatch: headers['if-none-match'] ?? null,
      ifModifiedSince: headers['if-modified-since'] ?? null,
      userAgent: headers['user-agent'] ?? null,
    },
    status: response.headersSent ? response.statusCode : null,
  };
}
