import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One server for every host below `localhost`. */
export interface StubOrigin {
  readonly port: number;
  close(): Promise<void>;
}

/** What a usual feed carries. */
const ITEMS = 20;

/** Starts an origin on loopback that answers every address with a feed of its own. */
export async function startStubOrigin(): Promise<StubOrigin> {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'application/rss+xml');
    response.end(renderFeed(`http://${request.headers.host ?? 'localhost'}${request.url ?? '/'}`));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

function renderFeed(url: string): string {
  const items = Array.from({ length: ITEMS }, (_, index) => {
    const date = new Date(Date.UTC(2026, 0, 1 + index)).toUTCString();
    return `<item><title>Item ${index}</title><link>${url}/${index}</link><guid>${url}/${index}</guid>
<pubDate>${date}</pubDate><description>What item ${index} says, in a sentence of usual length.</description></item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>A stub</title><link>${url}</link><description>For a bench</description>
${items.join('\n')}
</channel></rss>`;
}
