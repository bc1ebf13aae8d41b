import { InvalidArgumentError } from 'commander';
import type { ChannelManners, ChannelTarget } from '../model/alert.js';
import type { ChannelListing } from '../model/delivery.js';

export const CHANNEL_TYPES = ['webhook', 'slack', 'mattermost', 'teams', 'email'] as const;
type ChannelType = (typeof CHANNEL_TYPES)[number];

export const DIGESTS = ['immediately', 'hourly', 'daily', 'weekly'] as const;

/** The options of `channels add`, parsed. */
export interface MannersOptions {
  readonly digest: ChannelManners['digest'];
  readonly digestAt?: string;
  readonly quietHours?: { readonly from: string; readonly to: string };
  readonly timeZone?: string;
  readonly maxPerHour?: number;
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** RFC 5321 allows more; what it allows beyond this, nobody uses and mail servers refuse. */
const ADDRESS = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z0-9-]{1,63}\.){0,8}[a-z0-9-]{1,63}$/i;

/** When the channel speaks. */
export function toManners(options: MannersOptions): ChannelManners {
  const { digest, digestAt, quietHours, timeZone, maxPerHour } = options;
  return {
    digest,
    ...(digestAt === undefined ? {} : { digestAt }),
    quietHours: quietHours ?? null,
    ...(timeZone === undefined ? {} : { timeZone }),
    maxPerHour: maxPerHour ?? null,
  };
}

/**
 * Where the channel leads.
 *
 * @param receivers - one address of the web, or addresses of mail
 * @param secret - of a webhook
 * @throws InvalidArgumentError that names what is wrong
 */
export function toTarget(type: ChannelType, receivers: readonly string[], secret: string): ChannelTarget {
  if (type === 'email') return { type, to: receivers.map(parseMailAddress) };
  const [url, ...others] = receivers;
  if (url === undefined || others.length > 0) {
    throw new InvalidArgumentError('Give one address of the receiver.');
  }
  const address = parseWebAddress(url);
  return type === 'webhook' ? { type, url: address, secret } : { type: 'chat', flavour: type, url: address };
}

/** `22:00-07:00`. */
export function parseQuietHours(value: string): { from: string; to: string } {
  const [from = '', to = '', ...rest] = value.split('-');
  if (!TIME.test(from) || !TIME.test(to) || rest.length > 0 || from === to) {
    throw new InvalidArgumentError('Give two different times such as 22:00-07:00.');
  }
  return { from, to };
}

/** `08:00`. */
export function parseTimeOfDay(value: string): string {
  if (!TIME.test(value)) throw new InvalidArgumentError('Give a time such as 08:00.');
  return value;
}

/** `Europe/Berlin`. */
export function parseTimeZone(value: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError('Give the IANA name of a time zone, such as Europe/Berlin.');
  }
}

/** How `channels list` shows where a channel leads. */
export function describeTarget({ type, hosts }: ChannelListing): string {
  return `${type} ${hosts.join(', ')}`.trim();
}

function parseWebAddress(value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new InvalidArgumentError('Give a full http or https address of the receiver.');
  }
  return new URL(value).href;
}

function parseMailAddress(value: string): string {
  if (!ADDRESS.test(value)) {
    throw new InvalidArgumentError(`${JSON.stringify(value)} is no mail address such as desk@example.org.`);
  }
  return value;
}
