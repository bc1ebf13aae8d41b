import type { HeaderLink } from '../model/header-link.js';

/** More links than this are not read. */
const MAX_LINKS = 100;

const TARGET = /[\s,]*<([^<>]*)>/y;
const PARAMETER = /\s*;\s*([!#$&+.^`|~\w-]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/y;

/**
 * Reads a `Link` header (RFC 8288, section 3). Reading stops at the first thing that is no link. The first of
 * several parameters of one name counts, as the RFC asks for `rel`; `title*` is passed over. Links that speak of another
 * resource (`anchor`) are left out.
 *
 * @param header - several headers joined by commas
 */
export function readLinkHeader(header: string): HeaderLink[] {
  const links: HeaderLink[] = [];
  let at = 0;
  while (links.length < MAX_LINKS) {
    TARGET.lastIndex = at;
    const target = TARGET.exec(header);
    if (target === null) break;
    const parameters = new Map<string, string>();
    at = readParameters(header, TARGET.lastIndex, parameters);
    if (parameters.has('anchor')) continue;
    links.push({
      target: target[1]?.trim() ?? '',
      relations: (parameters.get('rel') ?? '').toLowerCase().split(/\s+/).filter(Boolean),
      type: parameters.get('type') ?? null,
      title: parameters.get('title') ?? null,
    });
  }
  return links;
}

/** @returns where they end */
function readParameters(header: string, start: number, into: Map<string, string>): number {
  let at = start;
  for (;;) {
    PARAMETER.lastIndex = at;
    const match = PARAMETER.exec(header);
    if (match === null) return at;
    at = PARAMETER.lastIndex;
    const name = (match[1] ?? '').toLowerCase();
    const value = match[2]?.replace(/\\(.)/gs, '$1') ?? match[3] ?? '';
    if (!into.has(name)) into.set(name, value);
  }
}
