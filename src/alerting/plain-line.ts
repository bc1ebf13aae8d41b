/**
 * Text from outside as one line: no line breaks, control characters, overrides of direction or halves of characters,
 * so that it can break out of no header and no line, and no longer than asked for.
 *
 * @param maxLength - in UTF-16 units, the ellipsis included
 */
export function plainLine(text: string, maxLength: number): string {
  const line = text
    // Four times is more than any cut keeps: the rest of an endless text is not worth cleaning.
    .slice(0, maxLength * 4)
    .replace(/[\p{Cc}\u2028\u2029]/gu, ' ')
    .replace(/[\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  if (line.length <= maxLength) return line;
  return `${line.slice(0, maxLength - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** The address if a reader may follow it, null for anything but http and https. */
export function webAddress(url: string): string | null {
  if (url.length > MAX_ADDRESS_LENGTH || !URL.canParse(url)) return null;
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** Longer ones don't fit the links of chats (Slack: 3,000 characters). */
const MAX_ADDRESS_LENGTH = 2_000;
