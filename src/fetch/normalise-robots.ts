/** A line that means something: its field and value. */
const FIELD = /^\s*(user-agent|allow|disallow|crawl-delay)\s*:(.*)$/i;

/** RFC 9309, section 2.2.1: what names a crawler. */
const PRODUCT_TOKEN = /^\s*(\*|[a-z_-]+)/i;

/** RFC 3986, section 2.3. */
const UNRESERVED = /[\w.~-]/;

/**
 * Writes a robots.txt so that a plain reader groups and compares it as RFC 9309 asks: fields that are no rules
 * (`Sitemap`, `Crawl-delay`, unknown ones) do not part the names of a group, names are cut down to their product
 * token, and octets that need no escape stand unescaped.
 *
 * @returns lines
 */
export function normaliseRobots(text: string): string[] {
  const lines: string[] = [];
  // Delays that stand among the names of a group, to be written behind them.
  let delays: string[] = [];
  for (const written of text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/)) {
    const [, name = '', rest = ''] = FIELD.exec(written.replace(/#.*$/, '')) ?? [];
    const value = rest.trim();
    switch (name.toLowerCase()) {
      case 'user-agent':
        lines.push(`User-agent: ${productToken(value)}`);
        break;
      case 'crawl-delay':
        delays.push(`Crawl-delay: ${value}`);
        break;
      case 'allow':
      case 'disallow':
        lines.push(...delays, `${name}: ${decodeUnreserved(value)}`);
        delays = [];
    }
  }
  return [...lines, ...delays];
}

/**
 * The name of a crawler as robots.txt knows it: `Wirewatch/0.1 (+https://…)` and `Wirewatch 2` are `wirewatch`.
 *
 * @returns in lower case; the text itself where it has no such beginning
 */
export function productToken(userAgent: string): string {
  return (PRODUCT_TOKEN.exec(userAgent)?.[1] ?? userAgent).toLowerCase();
}

/** RFC 9309, section 2.2.2: paths are compared as octets, so `%7E` is `~`; escapes that change the meaning stay. */
export function decodeUnreserved(path: string): string {
  return path.replace(/%([0-9a-f]{2})/gi, (escape, hex: string) => {
    const character = String.fromCharCode(parseInt(hex, 16));
    return UNRESERVED.test(character) ? character : escape;
  });
}
