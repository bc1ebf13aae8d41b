/**
 * As many parts as fit: receivers refuse a message that is too long as a whole.
 *
 * @param sizeOf - of a part, in the unit of the budget
 * @returns the first parts that fit together, at least one, and how many were left off
 */
export function takeWhileFits<Part>(
  parts: readonly Part[],
  budget: number,
  sizeOf: (part: Part) => number,
): { readonly fitting: readonly Part[]; readonly left: number } {
  let size = 0;
  let count = 0;
  for (const part of parts) {
    size += sizeOf(part);
    if (count > 0 && size > budget) break;
    count += 1;
  }
  return { fitting: parts.slice(0, count), left: parts.length - count };
}

/** What stands for alerts that did not fit. */
export function moreAlerts(left: number): string {
  return `… and ${left} more, in full in the alert feeds of their rules`;
}
