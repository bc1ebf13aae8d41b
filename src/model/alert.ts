import type { ActorKind, MoneyPurpose } from './mention.js';

/** Where alerts are sent. Secrets stay in the database and are never shown again. */
export type ChannelTarget =
  | {
      readonly type: 'webhook';
      readonly url: string;
      /** Key of the HMAC-SHA256 signature. */
      readonly secret: string;
    }
  /** An incoming webhook of Slack, Mattermost or Teams: its address is the secret. */
  | { readonly type: 'chat'; readonly flavour: 'slack' | 'mattermost' | 'teams'; readonly url: string }
  | { readonly type: 'email'; readonly to: readonly string[] };

/** When a channel may speak, and how much at once. */
export interface ChannelManners {
  /** `immediately`, or everything of a period in one message. */
  readonly digest: 'immediately' | 'hourly' | 'daily' | 'weekly';
  /** Local time of daily digests and of weekly ones, on Mondays: "08:00", which is the default. */
  readonly digestAt?: string;
  /** Local times between which nothing is sent ("22:00" to "07:00"); null for none. */
  readonly quietHours: { readonly from: string; readonly to: string } | null;
  /** IANA time zone of the local times; default UTC. */
  readonly timeZone?: string;
  /** Messages an hour, 1 or more: what comes beyond is bundled into the next one; null for no limit. */
  readonly maxPerHour: number | null;
}

/** A channel as stored. */
export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly target: ChannelTarget;
  readonly manners: ChannelManners;
  readonly enabled: boolean;
}

/** What a rule waits for. Every leaf looks at one article as it was tagged, but `silence`, which looks at feeds. */
export type AlertCondition =
  | { readonly all: readonly AlertCondition[] }
  | { readonly any: readonly AlertCondition[] }
  | { readonly not: AlertCondition }
  /** An actor that was never mentioned before; of these kinds, and beside one of these countries. */
  | {
      readonly firstMention: {
        readonly kinds?: readonly ActorKind[];
        readonly countries?: readonly string[];
      };
    }
  /** Canonical names or aliases, any case. */
  | { readonly actor: readonly string[] }
  /** ISO 3166-1 alpha-2; `implied` counts places as well. */
  | { readonly country: readonly string[]; readonly implied?: boolean }
  /** Words or phrases in title or text, any case, whole words. */
  | { readonly topic: readonly string[] }
  /** At least so much in a currency (ISO 4217). Sums in other currencies are not converted: there are no rates. */
  | {
      readonly money: {
        readonly min: number;
        readonly currency: string;
        readonly purposes?: readonly MoneyPurpose[];
      };
    }
  /** More mentions of an actor in 24 h than its own 30 days explain. */
  | { readonly surge: { readonly kinds?: readonly ActorKind[]; readonly actors?: readonly string[] } }
  /** A feed quieter than its own rhythm allows; these feeds (part of title or URL), or all. */
  | { readonly silence: { readonly feeds?: readonly string[] } }
  | { readonly search: SavedSearch };

/** The filters of the article listing, of which every given one holds for the article; at least one is given. */
export interface SavedSearch {
  /** Full-text search in the syntax of web search engines. */
  readonly text?: string;
  /** Part of a feed's title or URL, any case. */
  readonly source?: string;
  /** BCP 47, the primary language alone: "en". */
  readonly lang?: string;
  /** ISO 3166-1 alpha-2, said in the text. */
  readonly country?: string;
  /** Canonical name or alias. */
  readonly actor?: string;
  readonly kind?: ActorKind;
  readonly currency?: string;
  /** The least amount, in whole units of the sum's own currency. */
  readonly minAmount?: number;
}

/** What a rule waits for when it looks at an article. */
export type ArticleCondition = Exclude<AlertCondition, { readonly silence: unknown }>;

/** Whose word is enough. */
export interface Corroboration {
  /** Independent publisher families that must have said it, 1 or more. */
  readonly voices: number;
  /** Publisher families whose word alone is enough. */
  readonly trusted: readonly string[];
}

/** A rule as a person writes it. */
export interface RuleDefinition {
  readonly name: string;
  readonly condition: AlertCondition;
  readonly corroboration: Corroboration;
  /** Names of channels; none: the alerts are kept and can be read as a feed. */
  readonly channels: readonly string[];
  /** See {@link AlertRule}; false when absent. */
  readonly includePast?: boolean;
}

/** A rule as stored. */
export interface AlertRule extends RuleDefinition {
  readonly id: string;
  /** Articles that were found before then never fire it. */
  readonly since: Date;
  /**
   * Whether the past fires it too: articles found before the rule was, those that the first poll of a feed brought, and
   * those that are tagged again.
   */
  readonly includePast: boolean;
  readonly enabled: boolean;
  /** Until then its alerts are kept and not sent. */
  readonly mutedUntil: Date | null;
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

/** An alert ready to be stored. */
export interface AlertDraft {
  readonly ruleId: string;
  /** Unique for the rule: `actor:17` of a first mention, `story:4 actor:17` of a watched actor. */
  readonly dedupeKey: string;
  readonly articleId: string | null;
  readonly storyId: string | null;
  /** `waiting` until enough voices have said it. */
  readonly state: 'waiting' | 'fired';
  readonly card: AlertCard;
}

/** An alert that waits for more voices. */
export interface WaitingAlert {
  readonly id: string;
  readonly dedupeKey: string;
  readonly corroboration: Corroboration;
  /** Publisher families that have said it so far. */
  readonly voices: readonly string[];
  readonly card: AlertCard;
}

/** What becomes of a waiting alert. */
export type ConfirmedAlert = Pick<WaitingAlert, 'voices' | 'card'> & Pick<AlertDraft, 'state'>;

/** An alert as it is listed. */
export interface AlertRecord {
  readonly id: string;
  readonly rule: string;
  readonly state: AlertDraft['state'];
  /** Publisher families that said it, as far as the rule asked for them. */
  readonly voices: readonly string[];
  readonly card: AlertCard;
  readonly createdAt: Date;
  readonly firedAt: Date | null;
}

/** Which alerts to list: every given condition holds. */
export interface AlertFilter {
  /** The name of a rule. */
  readonly rule?: string;
  readonly state?: AlertDraft['state'];
  readonly since?: Date;
  /** Continue behind the alert of this id. */
  readonly before?: string;
  readonly limit: number;
}

/** Why an alert came. */
export interface AlertReason {
  /** The condition's name: `firstMention`, `money`, … */
  readonly condition: string;
  /** In a sentence: "first time in 412 days", "$48 million ransom, at least $1 million". */
  readonly text: string;
  /** What matched, where it is words of the article. */
  readonly evidence: AlertEvidence | null;
}

/** The words of an article that an alert rests on. */
export interface AlertEvidence {
  readonly sentence: string;
  readonly surface: string;
  /** The identity or value that the words were resolved to. */
  readonly resolvedTo: string;
  /** UTF-16 code units into the article's text. */
  readonly start: number;
  readonly end: number;
  readonly foundBy: string;
  readonly confidence: number;
}

/** Everything a reader needs to judge an alert without opening anything. */
export interface AlertCard {
  readonly kind: 'match' | 'correction';
  readonly rule: string;
  /** One line: "First mention of Quiet Heron". */
  readonly headline: string;
  readonly subject: {
    readonly name: string;
    readonly kind: ActorKind | 'country' | 'money' | 'topic' | 'feed';
  };
  /** True for an actor that no catalogue knows. */
  readonly unverified: boolean;
  readonly reasons: readonly AlertReason[];
  /** The article that set it off; null for an alert about a feed. */
  readonly article: {
    readonly id: string;
    readonly title: string | null;
    readonly url: string;
    readonly site: string | null;
    readonly publishedAt: string | null;
  } | null;
  /** The story so far. */
  readonly story: {
    readonly id: string;
    readonly articles: number;
    readonly voices: readonly string[];
    readonly firstAt: string;
  } | null;
  readonly taggerVersion: string;
}

/** An alert on its way through a channel. */
export interface AlertToSend {
  readonly id: string;
  readonly card: AlertCard;
  readonly createdAt: Date;
}

/** One message on its way through one channel: one alert, or several bundled. */
export interface DeliveryToSend {
  readonly id: string;
  /** A UUID, the same for every try: receivers drop repeats by it. */
  readonly key: string;
  readonly channel: Channel;
  readonly alerts: readonly AlertToSend[];
  readonly createdAt: Date;
  /** Tries so far, this one included. */
  readonly attempts: number;
  /** When the first of them began. */
  readonly startedAt: Date;
}
