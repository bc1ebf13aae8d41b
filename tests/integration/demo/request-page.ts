import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';

export interface ReceivedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Without any content encoding. */
  readonly bytes: Buffer;
}

/**
 * One request to a `*.localhost` URL, sent to 127.0.0.1 whatever the resolver says; redirects are not followed.
 * Rejects when the connection ends before the whole body arrived.
 */
export function requestPage(url: string, headers: Record<string, string> = {}): Promise<ReceivedPage> {
  const { host, port, pathname, search } = new URL(url);
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: pathname + search, headers: { host, ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const received = Buffer.concat(chunks);
          const bytes = response.headers['content-encoding'] === 'gzip' ? gunzipSync(received) : received;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes });
        });
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}
