const DAY_MS = 86_400_000;

/** Whole days from one moment to another, both ISO 8601; 0 when it is less than one, or the other way round. */
export function daysBetween(from: string, to: string): number {
  return Math.max(0, Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS));
}

/** `1` → "1 day", `412` → "412 days". */
export function inDays(days: number): string {
  return days === 1 ? '1 day' : `${days} days`;
}
