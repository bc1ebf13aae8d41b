import { Hono, type Context } from 'hono';
import type { PushDelivery, PushOutcome } from '../model/websub.js';
import { describeProblem } from './middleware/describe-problem.js';

/** What the callbacks of hubs may ask of the rest. */
export interface WebsubDeps {
  /** Largest body that is read, in bytes. */
  readonly maxBodyBytes: number;
  /** Whether we asked for what a hub wants to know of; what to answer, or null when we did not. */
  verifyIntent(question: { readonly token: string; readonly query: URLSearchParams }): Promise<string | null>;
  receivePush(delivery: PushDelivery): Promise<PushOutcome>;
}

/** 256 bits in base64url: what our callbacks end with. Anything else is not looked up. */
const TOKEN = /^[\w-]{43}$/;

/** The callbacks that hubs (W3C WebSub) call. They carry no API token: the address itself is the secret. */
export function websubRoutes(deps: WebsubDeps): Hono {
  const app = new Hono();
  app.get('/websub/:token', async (c) => {
    const token = c.req.param('token');
    const query = new URL(c.req.url).searchParams;
    const echo = TOKEN.test(token) ? await deps.verifyIntent({ token, query }) : null;
    if (echo === null) return refuse(c, 404, 'We did not ask for this');
    // Plain text that no browser may take for anything else (section 8.2): the challenge is a stranger's.
    return c.text(echo, 200, { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' });
  });
  app.post('/websub/:token', async (c) => {
    const token = c.req.param('token');
    if (!TOKEN.test(token)) return refuse(c, 404, 'There is nothing at this address');
    const outcome = await deps.receivePush({
      token,
      signature: c.req.header('x-hub-signature') ?? null,
      contentType: c.req.header('content-type') ?? null,
      readBody: () => readCapped(c.req.raw, deps.maxBodyBytes),
    });
    return answerPush(c, outcome);
  });
  return app;
}

function answerPush(c: Context, outcome: PushOutcome): Response {
  switch (outcome) {
    // Forgers learn nothing from the answer (section 7.1.2).
    case 'push_unsigned':
    case 'push_forged':
    case 'push_received':
      return c.body(null, 202);
    case 'push_unwanted':
      return refuse(c, 410, 'There is no such subscription any more');
    case 'push_too_large':
      return refuse(c, 413, 'The body is larger than we read');
  }
}

function refuse(c: Context, status: 404 | 410 | 413, title: string): Response {
  return describeProblem(c, { status, title });
}

/** @returns null when the body is longer, as announced or as it comes */
async function readCapped(request: Request, maxBytes: number): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return null;
  if (request.body === null) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  // The global types leave open what a stream holds; that of a request holds bytes.
  for await (const chunk of request.body as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    // Leaving the loop cancels the stream.
    if (size > maxBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}
