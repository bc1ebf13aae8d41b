/** A link that a `Link` header makes from the resource itself. */
export interface HeaderLink {
  /** As written: may be relative. */
  readonly target: string;
  /** Its relation types in lower case. */
  readonly relations: readonly string[];
}

/** Where a link begins. Commas between links may be doubled. */
const TARGET = /[\s,]*<([^>]*)>/y;

/** A parameter of a link: a name, a name and a token, or a name and a quoted string. */
const PARAMETER = /\s*;\s*([^\s=;,"<>]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]*)))?/y;

/**
 * Reads a `Link` header (RFC 8288, section 3); several ones may be joined with commas. Links with another context
 * (`anchor`) are left out, and reading ends where the header breaks its grammar.
 *
 * @param header - its value
 */
export function parseLinkHeader(header: string): HeaderLink[] {
  const links: HeaderLink[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(header);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  for (let target = take(TARGET); target !== null; target = take(TARGET)) {
    // Of a repeated parameter the first counts (section 3.3).
    const parameters = new Map<string, string>();
    for (let match = take(PARAMETER); match !== null; match = take(PARAMETER)) {
      const [, name = '', quoted, token] = match;
      const value = quoted?.replace(/\\(.)/g, '$1') ?? token ?? '';
      if (!parameters.has(name.toLowerCase())) parameters.set(name.toLowerCase(), value);
    }
    if (parameters.has('anchor')) continue;
    const relations = (parameters.get('rel') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
    links.push({ target: target[1]?.trim() ?? '', relations });
  }
  return links;
}
