import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A subscription request as the hub got it. */
export interface HubRequest {
  readonly method: string;
  readonly path: string;
  readonly contentType: string | null;
  readonly form: URLSearchParams;
  readonly callback: string;
  readonly topic: string;
  readonly secret: string;
}

/** What a callback answered. */
export interface CallbackAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

/** What a delivery is like: signed with SHA-256 and the secret of the request, unless the test says otherwise. */
export interface DeliveryOptions {
  readonly method?: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  /** The whole `X-Hub-Signature`; null for none. */
  readonly signature?: string | null;
  readonly secret?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A hub, and the publisher of one feed that names it in its `Link` headers. */
export interface TestHub {
  readonly url: string;
  readonly feedUrl: string;
  /** What the feed calls itself. */
  readonly topic: string;
  readonly requests: readonly HubRequest[];
  /** The last request. @throws Error when there was none */
  lastRequest(): HubRequest;
  /** How often the feed was fetched. */
  feedFetches(): number;
  /** What the feed holds from now on. */
  publish(titles: readonly string[]): void;
  /** The `Link` header of the feed from now on; null for none. */
  announce(link: string | null): void;
  /** How requests are answered from now on; null: taken with a 202. */
  answerWith(answer: ((request: HubRequest, response: ServerResponse) => void) | null): void;
  /** Asks the callback of a request what the hub verifies; fields replace what it would truly ask. */
  verify(request: HubRequest, fields?: Readonly<Record<string, string | null>>): Promise<CallbackAnswer>;
  deliver(request: HubRequest, body: string, options?: DeliveryOptions): Promise<CallbackAnswer>;
  close(): Promise<void>;
}

/** A feed with an item for each title. */
export function renderTestFeed(base: string, titles: readonly string[]): string {
  const items = titles.map((title) => {
    const link = `${base}/news/${title.toLowerCase().replaceAll(' ', '-')}`;
    return `<item><title>${title}</title><link>${link}</link><guid>${link}</guid></item>`;
  });
  return `<rss version="2.0"><channel><title>Harbour News</title><link>${base}/</link>${items.join('')}</channel></rss>`;
}

/** Starts a hub on a free port of this machine. */
export async function startHub(): Promise<TestHub> {
  const requests: HubRequest[] = [];
  let titles: readonly string[] = [];
  let fetches = 0;
  let answer: Parameters<TestHub['answerWith']>[0] = null;

  const server = createServer((request, response) => {
    if (request.url === '/feed.xml') {
      fetches += 1;
      const headers = { 'content-type': 'application/rss+xml', ...(link === null ? {} : { link }) };
      response.writeHead(200, headers).end(renderTestFeed(base, titles));
      return;
    }
    void readRequest(request).then((subscription) => {
      requests.push(subscription);
      if (answer === null) response.writeHead(202).end();
      else answer(subscription, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = `${base}/hub`;
  const topic = `${base}/feed.xml?from=hub`;
  let link: string | null = `<${url}>; rel="hub", <${topic}>; rel="self"`;

  return {
    url,
    feedUrl: `${base}/feed.xml`,
    topic,
    requests,
    lastRequest() {
      const request = requests.at(-1);
      if (request === undefined) throw new Error('the hub was not asked');
      return request;
    },
    feedFetches: () => fetches,
    publish: (now) => (titles = now),
    announce: (now) => (link = now),
    answerWith: (now) => (answer = now),
    verify: (request, fields = {}) => verify(request, fields),
    deliver: (request, body, options = {}) => deliver(request, body, options),
    async close() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function readRequest(request: IncomingMessage): Promise<HubRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const form = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    contentType: request.headers['content-type'] ?? null,
    form,
    callback: form.get('hub.callback') ?? '',
    topic: form.get('hub.topic') ?? '',
    secret: form.get('hub.secret') ?? '',
  };
}

async function verify(
  request: HubRequest,
  fields: Readonly<Record<string, string | null>>,
): Promise<CallbackAnswer> {
  const url = new URL(request.callback);
  const asked = {
    'hub.mode': request.form.get('hub.mode'),
    'hub.topic': request.topic,
    'hub.challenge': 'q7-Zc_91 of the hub',
    'hub.lease_seconds': '864000',
    ...fields,
  };
  for (const [name, value] of Object.entries(asked)) if (value !== null) url.searchParams.append(name, value);
  return toAnswer(await fetch(url));
}

async function deliver(request: HubRequest, body: string, options: DeliveryOptions): Promise<CallbackAnswer> {
  const { method = 'sha256', secret = request.secret, headers = {} } = options;
  const digest = createHmac(method, secret).update(body).digest('hex');
  const signature = options.signature === undefined ? `${method}=${digest}` : options.signature;
  return toAnswer(
    await fetch(request.callback, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/rss+xml',
        ...(signature === null ? {} : { 'x-hub-signature': signature }),
        ...headers,
      },
    }),
  );
}

async function toAnswer(response: Response): Promise<CallbackAnswer> {
  return { status: response.status, headers: response.headers, body: await response.text() };
}
