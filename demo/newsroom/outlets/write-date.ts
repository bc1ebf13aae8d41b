const LONG = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const CLOCK = new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: 'UTC' });

/** "23 November 2026". */
export function writeLongDate(iso: string): string {
  return LONG.format(new Date(iso));
}

/** "14:05". */
export function writeClock(iso: string): string {
  return CLOCK.format(new Date(iso));
}
