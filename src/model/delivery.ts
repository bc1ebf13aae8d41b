import type { ChannelManners, ChannelTarget, DeliveryToSend } from './alert.js';

export const DELIVERY_STATUSES = ['collecting', 'pending', 'sent', 'parked'] as const;

/** `collecting` alerts until it is due, `pending` until the receiver takes it, `parked` when that took too long. */
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** What decides when a message may be sent. */
export interface MessageFacts {
  readonly manners: ChannelManners;
  readonly createdAt: Date;
  /** It is the bundle of what was held back. */
  readonly isCollected: boolean;
  /** Tries so far. */
  readonly attempts: number;
  /** When other messages of the channel were first tried, of the last hour, the oldest first. */
  readonly recentStarts: readonly Date[];
}

/** What became of a message that was to be sent. */
export type StartedDelivery =
  | { readonly outcome: 'started'; readonly delivery: DeliveryToSend }
  /** `held`: its alerts wait in the channel's collecting message, or it waits itself until it may be sent. */
  | { readonly outcome: 'held' | 'paused' | 'resting' | 'unchanged'; readonly channelId: string }
  | { readonly outcome: 'removed' };

/** How a receiver took a message. */
export interface SendReceipt {
  /** In words: "answered 204". */
  readonly answer: string;
  /** What went wrong although it was taken: a recipient who was refused. Null: nothing. */
  readonly remark: string | null;
}

/** Why a message was not taken. */
export interface DeliveryFailure {
  readonly code: string;
  /** For people; free of secrets. */
  readonly message: string;
}

/** A channel as it may be shown: without address and secret. */
export interface ChannelListing {
  readonly id: string;
  readonly name: string;
  readonly type: 'webhook' | 'slack' | 'mattermost' | 'teams' | 'email';
  /** Hosts of the address, or domains of the recipients. */
  readonly hosts: readonly string[];
  readonly manners: ChannelManners;
  readonly enabled: boolean;
  /** Failed tries since the last message that was taken. */
  readonly failureCount: number;
  readonly restsUntil: Date | null;
  readonly rules: readonly string[];
  /** Messages that collect or are to be sent. */
  readonly waiting: number;
  readonly parked: number;
  readonly lastSentAt: Date | null;
}

/** A channel on its way into the database. */
export interface ChannelToSave {
  readonly name: string;
  readonly target: ChannelTarget;
  readonly manners: ChannelManners;
}

/** A message as it may be shown. */
export interface DeliveryListing {
  readonly id: string;
  readonly key: string;
  readonly channel: string;
  readonly status: DeliveryStatus;
  readonly alerts: number;
  /** The headline of its first alert. */
  readonly headline: string | null;
  readonly attempts: number;
  readonly dueAt: Date;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly sentAt: Date | null;
  readonly lastErrorCode: string | null;
  readonly lastError: string | null;
}

/** Which messages are meant: every given condition holds. */
export interface DeliveryFilter {
  readonly ids?: readonly string[];
  readonly status?: DeliveryStatus;
  readonly channel?: string;
}
