import type { ActorKind } from './mention.js';

/** Where an alert is sent. Secrets stay in the database and are never shown again. */
export interface WebhookChannel {
  readonly type: 'webhook';
  readonly url: string;
  /** Key of the HMAC-SHA256 signature. */
  readonly secret: string;
}

/** What a rule waits for. */
export interface FirstMentionCondition {
  readonly type: 'first-mention';
  /** Only actors of these kinds. */
  readonly kinds: readonly ActorKind[];
}

/** A rule as stored. */
export interface AlertRule {
  readonly id: string;
  readonly name: string;
  readonly condition: FirstMentionCondition;
  readonly channel: WebhookChannel;
}

/** An actor whose row a tagging transaction created, with the mention that did it. */
export interface DebutActor {
  readonly actorId: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly rule: string;
  readonly confidence: number;
  /** Only the words around the name say that it is an actor: no catalogue or import has it. */
  readonly unverified: boolean;
}

/** An alert ready to be stored: unique per rule, article and subject. */
export interface AlertDraft {
  readonly ruleId: string;
  readonly subject: string;
  readonly card: AlertCard;
}

/** Everything a reader needs to judge an alert without opening anything. */
export interface AlertCard {
  readonly rule: string;
  readonly headline: string;
  readonly subject: { readonly name: string; readonly kind: ActorKind; readonly unverified: boolean };
  readonly sentence: string;
  readonly surface: string;
  readonly foundBy: string;
  readonly confidence: number;
  readonly article: {
    readonly id: string;
    readonly title: string | null;
    readonly url: string;
    readonly site: string | null;
    readonly publishedAt: string | null;
  };
  readonly taggerVersion: string;
}

/** One alert on its way through one channel. */
export interface DeliveryToSend {
  readonly id: string;
  readonly alertId: string;
  readonly status: 'pending' | 'sent' | 'failed';
  readonly channel: WebhookChannel;
  readonly card: AlertCard;
  readonly createdAt: Date;
}
