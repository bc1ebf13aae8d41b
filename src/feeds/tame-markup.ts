import { decodeNamedReference } from './decode-reference.js';

/** A reference without its semicolon, up to where it can't go on. */
const OPEN_REFERENCE = /&([A-Za-z][A-Za-z0-9]{0,31})(?![A-Za-z0-9;])(=?)/g;

/** `<!` that begins neither a comment nor a declaration nor a CDATA section. */
const NO_DECLARATION = /<!(?![-A-Za-z[])/g;

/**
 * Takes out of HTML what would make a tokenizer swallow or change text that readers are meant to see:
 * - `&copy=2` in an address is no copyright sign (HTML says so of attributes, feeds write it in texts), and
 *   `&regular` no registered one;
 * - `<!` before anything that is no declaration is text;
 * - a comment that never ends is over at its next `>`, or where the next tag begins.
 */
export function tameMarkup(html: string): string {
  const closed = html.includes('<!') ? endOpenComment(html.replace(NO_DECLARATION, '&lt;!')) : html;
  if (!closed.includes('&')) return closed;
  return closed.replace(OPEN_REFERENCE, (written, name: string, equals: string) => {
    const isReference = equals === '' && decodeNamedReference(name) !== null;
    return isReference ? written : `&amp;${written.slice(1)}`;
  });
}

function endOpenComment(html: string): string {
  const start = html.indexOf('<!--', html.lastIndexOf('-->') + 1);
  if (start === -1) return html;
  const before = html.slice(0, start);
  const inside = html.slice(start + '<!--'.length);
  const end = /[<>]/.exec(inside);
  if (end === null) return before;
  return before + inside.slice(end[0] === '>' ? end.index + 1 : 0);
}
