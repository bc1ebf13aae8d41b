import type { ChannelManners } from '../model/alert.js';

/** When a channel speaks, in words: "daily at 08:00, quiet 22:00–07:00 (Europe/Berlin), at most 5 an hour". */
export function describeManners(manners: ChannelManners): string {
  const { digest, digestAt = '08:00', quietHours, timeZone = 'UTC', maxPerHour } = manners;
  const dated = digest === 'daily' || digest === 'weekly';
  const hours = [
    dated ? `${digest}${digest === 'weekly' ? ' on Mondays' : ''} at ${digestAt}` : digest,
    ...(quietHours === null ? [] : [`quiet ${quietHours.from}–${quietHours.to}`]),
  ].join(', ');
  const isLocal = dated || quietHours !== null;
  return `${hours}${isLocal ? ` (${timeZone})` : ''}${maxPerHour === null ? '' : `, at most ${maxPerHour} an hour`}`;
}
