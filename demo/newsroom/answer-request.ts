import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault, FaultBook } from './faults.js';
import { sendRepresentation } from './negotiate.js';
import type { Answer, Representation } from './representation.js';
import type { Site } from './site.js';

/** What answering needs. */
export interface AnswerDeps {
  readonly site: Site;
  readonly faults: FaultBook;
}

/** The way through a chain of redirects: `/hop/<number>-of-<all>` before the real path. */
const HOP = /^\/hop\/(\d+)-of-(\d+)(\/.*)$/s;

/** Publishers mix them. */
const REDIRECT_STATUSES = [301, 302, 307] as const;

/** Answers a request, with the fault that is due for it. */
export function answerRequest(
  { site, faults }: AnswerDeps,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    sendStatus(response, 405);
    return;
  }
  const outlet = outletNameOf(request.headers.host ?? '');
  const { hop, path } = readHop(request.url ?? '/');
  const send = () => {
    sendAnswer(request, response, site(outlet, path));
  };
  if (hop !== null && hop.number < hop.all) sendHop(response, path, hop.number + 1, hop.all);
  else if (hop !== null) send();
  else misbehave(faults.take({ outlet, path }), response, { path, send, answer: () => site(outlet, path) });
}

interface GoodBehaviour {
  readonly path: string;
  readonly send: () => void;
  readonly answer: () => Answer;
}

function misbehave(
  fault: Fault | null,
  response: ServerResponse,
  { path, send, answer }: GoodBehaviour,
): void {
  switch (fault?.kind) {
    case undefined:
      send();
      break;
    case 'status':
      if (fault.retryAfterSec !== undefined) response.setHeader('Retry-After', String(fault.retryAfterSec));
      sendStatus(response, fault.status);
      break;
    case 'slow':
      sendLater(response, fault.delayMs, send);
      break;
    case 'redirects':
      sendHop(response, path, 1, fault.hops);
      break;
    case 'redirect-loop':
      sendRedirect(response, 302, path);
      break;
    case 'truncated':
      sendHalf(response, answer());
      break;
    case 'reset':
      response.destroy();
      break;
    case 'silent':
      break;
  }
}

/** `meridian-post` for `meridian-post.localhost:8080`. */
function outletNameOf(host: string): string {
  return /^([a-z0-9-]+)\.localhost(?::\d+)?$/i.exec(host)?.[1]?.toLowerCase() ?? '';
}

interface Hop {
  readonly number: number;
  readonly all: number;
}

function readHop(url: string): { readonly hop: Hop | null; readonly path: string } {
  const [, number, all, path] = HOP.exec(url) ?? [];
  if (path === undefined) return { hop: null, path: url };
  return { hop: { number: Number(number), all: Number(all) }, path };
}

function sendHop(response: ServerResponse, path: string, number: number, all: number): void {
  const status = REDIRECT_STATUSES[number % REDIRECT_STATUSES.length] ?? 302;
  sendRedirect(response, status, `/hop/${number}-of-${all}${path}`);
}

function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  switch (answer.kind) {
    case 'content':
      sendRepresentation(request, response, answer.representation);
      break;
    case 'redirect':
      sendRedirect(response, answer.status, answer.location);
      break;
    case 'status':
      sendStatus(response, answer.status);
      break;
  }
}

function sendRedirect(response: ServerResponse, status: number, location: string): void {
  response.writeHead(status, { Location: location, 'Content-Length': 0 }).end();
}

function sendStatus(response: ServerResponse, status: number): void {
  const body = `<!doctype html><title>${status}</title><h1>${status}</h1>`;
  response
    .writeHead(status, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length })
    .end(body);
}

function sendLater(response: ServerResponse, delayMs: number, send: () => void): void {
  const timer = setTimeout(send, delayMs);
  response.once('close', () => {
    clearTimeout(timer);
  });
}

function sendHalf(response: ServerResponse, answer: Answer): void {
  if (answer.kind !== 'content') {
    response.destroy();
    return;
  }
  const { bytes, contentType }: Representation = answer.representation;
  response.writeHead(200, { 'Content-Type': contentType, 'Content-Length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}
