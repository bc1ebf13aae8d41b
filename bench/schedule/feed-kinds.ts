/** What feeds of one kind have in common. */
export interface FeedKind {
  readonly name: string;
  /** Share of the feeds of sites, and of those of platforms (video channels, blogs). */
  readonly weights: { readonly site: number; readonly platform: number };
  /** Items a day, least and most: each feed has its own number between them. 0: none came for months. */
  readonly perDay: readonly [least: number, most: number];
  /** When items come: at working hours of the feed's own time zone, at an own time of the day, or at any time. */
  readonly hours: 'office' | 'own-time' | 'any';
  /** False: items carry no dates, so only those seen to appear tell a rhythm. */
  readonly isDated?: false;
  /** Share of the polls that fail. */
  readonly failures?: number;
  /** What the feed asks for; each feed has one of them. */
  readonly ttlMinutes?: readonly number[];
  readonly freshMinutes?: readonly number[];
  readonly skipHours?: readonly (readonly number[])[];
  /** What the owner of the feeds wishes. */
  readonly schedules?: readonly string[];
}

const NIGHT = [22, 23, 0, 1, 2, 3, 4, 5];
const ALL_BUT_MORNING = Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => hour < 6 || hour > 9);

/**
 * The mix, made up by us after what a large collection holds: most feeds are dead or quiet, few are busy, and those
 * make most of the polls. The weights add up to 100.
 */
export const FEED_KINDS: readonly FeedKind[] = [
  { name: 'dead', weights: { site: 26, platform: 44 }, perDay: [0, 0], hours: 'any' },
  { name: 'quiet', weights: { site: 22, platform: 30 }, perDay: [0.05, 0.4], hours: 'office' },
  { name: 'daily', weights: { site: 16, platform: 16 }, perDay: [0.8, 1.2], hours: 'own-time' },
  { name: 'several a day', weights: { site: 10, platform: 6 }, perDay: [3, 8], hours: 'office' },
  { name: 'hourly', weights: { site: 1.5, platform: 0 }, perDay: [18, 30], hours: 'any' },
  { name: 'busy', weights: { site: 1, platform: 0 }, perDay: [60, 150], hours: 'office' },
  { name: 'undated', weights: { site: 4, platform: 0 }, perDay: [0.3, 4], hours: 'office', isDated: false },
  // What software writes unasked.
  { name: 'ttl 60', weights: { site: 6, platform: 0 }, perDay: [0.2, 3], hours: 'office', ttlMinutes: [60] },
  {
    name: 'long ttl',
    weights: { site: 3, platform: 0 },
    perDay: [1, 12],
    hours: 'office',
    ttlMinutes: [90, 120, 180, 240, 360, 720, 1440],
  },
  {
    name: 'cached long',
    weights: { site: 1.5, platform: 2 },
    perDay: [0.5, 10],
    hours: 'office',
    freshMinutes: [120, 240, 360, 720],
  },
  {
    name: 'skip hours',
    weights: { site: 1, platform: 0 },
    perDay: [1, 10],
    hours: 'office',
    skipHours: [NIGHT, ALL_BUT_MORNING],
  },
  { name: 'failing', weights: { site: 6, platform: 2 }, perDay: [0, 0], hours: 'any', failures: 1 },
  { name: 'flaky', weights: { site: 1.7, platform: 0 }, perDay: [1, 10], hours: 'office', failures: 0.15 },
  {
    name: 'scheduled',
    weights: { site: 0.3, platform: 0 },
    perDay: [1, 10],
    hours: 'office',
    schedules: ['every 30m', 'every 2h', '0 6 * * *', '*/20 * * * *'],
  },
];

/** Where the feeds are written, as hours before or after UTC, with their weights. */
export const TIME_ZONES: readonly { readonly offsetHours: number; readonly weight: number }[] = [
  { offsetHours: -8, weight: 12 },
  { offsetHours: -5, weight: 18 },
  { offsetHours: -3, weight: 5 },
  { offsetHours: 0, weight: 12 },
  { offsetHours: 1, weight: 20 },
  { offsetHours: 3, weight: 8 },
  { offsetHours: 5.5, weight: 9 },
  { offsetHours: 8, weight: 10 },
  { offsetHours: 9, weight: 6 },
];

/** How feeds are spread over hosts: some platforms hold thousands, news sites have sections, most hosts have one. */
export const HOST_GROUPS: readonly {
  readonly name: string;
  readonly weight: number;
  readonly type: 'site' | 'platform';
  /** Hosts that share the group's feeds; or how many feeds each host has. */
  readonly hosts?: number;
  readonly feedsPerHost?: number;
}[] = [
  { name: 'videos', weight: 20, type: 'platform', hosts: 1 },
  { name: 'blogs', weight: 6, type: 'platform', hosts: 1 },
  { name: 'forum', weight: 4, type: 'platform', hosts: 3 },
  { name: 'paper', weight: 12, type: 'site', feedsPerHost: 25 },
  { name: 'pair', weight: 8, type: 'site', feedsPerHost: 2 },
  { name: 'site', weight: 50, type: 'site', feedsPerHost: 1 },
];
