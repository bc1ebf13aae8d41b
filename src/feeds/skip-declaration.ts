/**
 * Where a `<!…>` declaration ends: after its `>`, past quoted strings and the internal subset in square
 * brackets. A declaration that never ends that way is taken to end at its first `>`.
 *
 * @param text - the document
 * @param start - where the `<!` stands
 * @returns the index after the declaration, at most `text.length`
 */
export function endOfDeclaration(text: string, start: number): number {
  let depth = 0;
  for (let at = start + 2; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '"' || character === "'") {
      const close = text.indexOf(character, at + 1);
      if (close === -1) break;
      at = close;
    } else if (character === '[') {
      depth += 1;
    } else if (character === ']') {
      depth -= 1;
    } else if (character === '>' && depth <= 0) {
      return at + 1;
    }
    // A tag of the feed itself: the subset was never closed.
    else if (character === '<' && depth <= 0) break;
  }
  const close = text.indexOf('>', start);
  return close === -1 ? text.length : close + 1;
}
