/**
 * What a stranger says, made fit for one line on a person's screen: control characters and runs of space become one
 * space, and the rest is cut.
 *
 * @param text - from a hub
 * @param maxChars - UTF-16 units
 */
export function plainWords(text: string, maxChars: number): string {
  return text
    .slice(0, 4 * maxChars)
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, maxChars);
}
