import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, gzipSync } from 'node:zlib';
import type { Representation } from './representation.js';

/**
 * Sends a representation, gzipped where that is accepted, or 304 when the client has it already. Validators
 * are honest: a strong entity tag per encoding and the date of the last change (RFC 9110, sections 8.8 and 13).
 */
export function sendRepresentation(
  request: IncomingMessage,
  response: ServerResponse,
  representation: Representation,
): void {
  const isGzipped = acceptsGzip(request);
  const etag = `"${representation.hash}${isGzipped ? '-gzip' : ''}"`;
  response.setHeader('ETag', etag);
  response.setHeader('Last-Modified', representation.lastModified.toUTCString());
  response.setHeader('Vary', 'Accept-Encoding');
  if (isUnchanged(request, etag, representation.lastModified)) {
    response.writeHead(304).end();
    return;
  }
  const bytes = isGzipped
    ? gzipSync(representation.bytes, { level: constants.Z_BEST_SPEED })
    : representation.bytes;
  if (isGzipped) response.setHeader('Content-Encoding', 'gzip');
  response.writeHead(200, { 'Content-Type': representation.contentType, 'Content-Length': bytes.length });
  response.end(bytes);
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
  const accepted = headers['accept-encoding']?.toString() ?? '';
  return /\bgzip\b/.test(accepted) && !/\bgzip;\s*q=0(?:\.0*)?(?:,|$)/.test(accepted);
}

/** `If-None-Match` counts before `If-Modified-Since`, whose seconds are whole. */
function isUnchanged({ headers }: IncomingMessage, etag: string, lastModified: Date): boolean {
  const known = headers['if-none-match'];
  if (known !== undefined)
    return known === '*' || known.split(/\s*,\s*/).some((tag) => tag.replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return Math.floor(lastModified.getTime() / 1000) * 1000 <= since;
}
