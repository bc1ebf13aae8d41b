import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { NewsroomFeedFormat } from './feeds/render-feed.js';
import { answerRequest } from './answer-request.js';
import { createArchive } from './archive.js';
import { createFaultBook, type Fault } from './faults.js';
import { lazyArray } from './lazy-array.js';
import { AGGREGATOR, OUTLETS } from './outlets/outlets.js';
import { planFaults } from './plan-faults.js';
import { createRequestLog, type LoggedRequest } from './request-log.js';
import { createSite } from './site.js';
import type { NewsroomTruth } from './truth.js';
import { listWithdrawn } from './withdrawn.js';

export interface NewsroomOptions {
  /** How many stories there are at the start, 240 by default; 20,000 cost no more memory. */
  readonly stories?: number;
  /** The same seed, stories and `now` give the same newsroom. Default 1. */
  readonly seed?: number;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  /** The stories came out in the week before. Default: the time of the call. */
  readonly now?: Date;
  /** True, the default: some requests fail at first, and feeds offer some links that lead nowhere. */
  readonly misbehaving?: boolean;
  /** Share of the stories that reprint one of another outlet; `truth` says which. 0, the default: none. */
  readonly reprints?: number;
}

/** A feed of the newsroom. */
export interface NewsroomFeed {
  readonly url: string;
  readonly title: string;
  readonly outlet: string;
  readonly format: NewsroomFeedFormat;
}

export interface Newsroom {
  readonly port: number;
  /** One per outlet, then the aggregator's, which repeats stories of the others. */
  readonly feeds: readonly NewsroomFeed[];
  readonly truth: NewsroomTruth;
  /** The latest requests that ended; see `request-log.ts`. */
  readonly requests: readonly LoggedRequest[];
  /**
   * @param target - a URL, a path (on any outlet) or an outlet's name (all its requests)
   * @param fault - what goes wrong from now on; null for nothing
   */
  readonly setFault: (target: string, fault: Fault | null) => void;
  /** That many more stories appear in the feeds, dated now. */
  readonly publish: (stories: number) => void;
  /** Breaks off open requests and frees the port. */
  readonly close: () => Promise<void>;
}

/** At least this many requests are kept for tests to look at. */
const KEPT_REQUESTS = 5000;

/**
 * Starts a small world of news on 127.0.0.1: each outlet is a host, `http://<outlet>.localhost:<port>/`
 * (names under `localhost` are loopback: RFC 6761, section 6.3).
 */
export async function startNewsroom(options: NewsroomOptions = {}): Promise<Newsroom> {
  const { stories = 240, seed = 1, now = new Date(), misbehaving = true, reprints = 0 } = options;
  const server = createServer();
  const port = await listen(server, options.port ?? 0);

  const archive = createArchive({ seed, stories, reprints, now, port });
  const withdrawn = misbehaving ? listWithdrawn(port, now) : [];
  const faults = createFaultBook((target) => (misbehaving ? planFaults(archive, target) : null));
  const site = createSite({ archive, withdrawn, port, startedAt: now });
  const log = createRequestLog(KEPT_REQUESTS);

  server.on('request', (request, response) => {
    log.watch(request, response);
    answerRequest({ site, faults }, request, response);
  });

  return {
    port,
    feeds: listFeeds(port),
    truth: {
      stories: lazyArray(archive.count, (index) => archive.story(index + 1)),
      withdrawn: withdrawn.map(({ url, code }) => ({ url, code })),
    },
    requests: log.requests,
    setFault: faults.set,
    publish: (added) => {
      archive.publish(added, new Date());
    },
    close: () => close(server),
  };
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens on TCP has an address record, never a pipe's name.
  return (server.address() as AddressInfo).port;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeAllConnections();
  await closed;
}

function listFeeds(port: number): readonly NewsroomFeed[] {
  return [...OUTLETS, AGGREGATOR].map(({ name, title, feedFormat, feedPath }) => {
    return { url: `http://${name}.localhost:${port}${feedPath}`, title, outlet: name, format: feedFormat };
  });
}
