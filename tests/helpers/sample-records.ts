import type { Tags } from '../../src/model/mention.js';
import type { StoryMatcher, StoryState } from '../../src/model/story.js';
import type { AlertCard, AlertRule, DebutActor, DeliveryToSend } from '../../src/model/alert.js';
import type { ArticleToFetch, ArticleToTag } from '../../src/model/article-record.js';
import type { ExtractedArticle } from '../../src/model/article.js';
import type { FeedListing, FeedRecord } from '../../src/model/feed-record.js';
import type { ParsedItem } from '../../src/model/feed.js';
import type { OfferedItem, OfferedOutcome, PollSuccess } from '../../src/model/poll.js';
import { fingerprintArticle } from '../../src/stories/fingerprint-article.js';
import { matchStory } from '../../src/stories/match-story.js';

/** Records as the store or a parser returns them; tests name only the fields that they are about. */

const SENTENCE = 'Quiet Heron stole plans of a dam from the ministry of water.';

export function sampleFeed(fields: Partial<FeedRecord> = {}): FeedRecord {
  return {
    id: '7',
    url: 'https://news.example/feed.xml',
    siteUrl: null,
    title: null,
    category: null,
    schedule: null,
    intervalMs: 3_600_000,
    nextPollAt: new Date('2026-03-01T12:00:00Z'),
    lastPolledAt: null,
    lastSuccessAt: null,
    validators: { etag: null, lastModified: null },
    failureCount: 0,
    lastErrorCode: null,
    lastError: null,
    status: 'active',
    mergedInto: null,
    pace: { ttlMinutes: null, skipHours: [], skipDays: [] },
    freshForMs: null,
    gapAt: null,
    isPushed: false,
    ...fields,
  };
}

export function sampleFeedListing(fields: Partial<FeedListing> = {}): FeedListing {
  return { ...sampleFeed(fields), itemCount: 0, lastItemAt: null, lastPoll: null, ...fields };
}

/** An item of a.example that can be followed; the path is its identity as well. */
export function sampleOfferedItem(path: string, fields: Partial<OfferedItem> = {}): OfferedItem {
  return {
    identity: `guid-${path}`,
    url: `https://a.example/${path}`,
    dropReason: null,
    title: `Title of ${path}`,
    link: `https://a.example/${path}`,
    summary: null,
    content: null,
    author: null,
    publishedAt: '2026-01-02T03:04:05.000Z',
    updatedAt: null,
    dateProblem: null,
    dateText: null,
    commentsUrl: null,
    categories: [],
    enclosures: [],
    lang: null,
    ...fields,
  };
}

export function sampleOutcome(fields: Partial<OfferedOutcome['counts']> = {}): OfferedOutcome {
  const counts = {
    offered: 0,
    new: 0,
    known: 0,
    duplicate: 0,
    dropped: 0,
    failed: 0,
    reasons: {},
    ...fields,
  };
  return { counts, newArticleIds: [], isFirst: false, arrivals: [] };
}

export function samplePollSuccess(feedId: string, fields: Partial<PollSuccess> = {}): PollSuccess {
  return {
    feedId,
    outcome: 'unchanged',
    validators: { etag: '"1"', lastModified: null },
    pace: { ttlMinutes: null, skipHours: [], skipDays: [] },
    freshForMs: null,
    title: null,
    siteUrl: null,
    movedTo: null,
    nextPollAt: new Date('2030-01-01'),
    intervalMs: 60_000,
    hasGap: false,
    notes: [],
    ...fields,
  };
}

export function sampleItem(fields: Partial<ParsedItem> = {}): ParsedItem {
  return {
    guid: null,
    title: null,
    link: null,
    publishedAt: null,
    updatedAt: null,
    summary: null,
    content: null,
    author: null,
    commentsUrl: null,
    dateProblem: null,
    dateText: null,
    authors: [],
    categories: [],
    enclosures: [],
    language: null,
    ...fields,
  };
}

export function sampleArticleToFetch(fields: Partial<ArticleToFetch> = {}): ArticleToFetch {
  return {
    id: '31',
    url: 'https://news.example/dam',
    status: 'discovered',
    offered: { title: null, summary: null, author: null, publishedAt: null, content: null },
    ...fields,
  };
}

export function sampleExtractedArticle(fields: Partial<ExtractedArticle> = {}): ExtractedArticle {
  return {
    title: 'Plans of a dam stolen',
    byline: 'Ana Ruiz',
    publishedAt: '2026-03-01T08:00:00.000Z',
    modifiedAt: null,
    lang: 'en',
    site: 'News Example',
    canonicalUrl: null,
    summary: 'A group took plans of a dam.',
    section: 'World',
    keywords: ['dams'],
    imageUrl: null,
    text: `${SENTENCE} `.repeat(5).trim(),
    method: 'semantic',
    confidence: 0.95,
    kind: 'article',
    isPaywalled: false,
    ...fields,
  };
}

export function sampleArticleToTag(fields: Partial<ArticleToTag> = {}): ArticleToTag {
  return {
    id: '31',
    status: 'fetched',
    title: 'Plans of a dam stolen',
    text: SENTENCE,
    publishedAt: '2026-03-01T08:00:00.000Z',
    byline: null,
    url: 'https://news.example/dam',
    site: 'News Example',
    ...fields,
  };
}

/** Finds the story of an article as the pipeline does. */
export function sampleMatcher(text: string, tags: Tags, url = 'https://news.example/dam'): StoryMatcher {
  return matchStory(fingerprintArticle({ url, byline: null, text, tags }));
}

/** A group that is named at the start of the sample article. */
export function sampleDebut(fields: Partial<DebutActor> = {}): DebutActor {
  return {
    actorId: '5',
    name: 'Quiet Heron',
    kind: 'threat-actor',
    surface: 'Quiet Heron',
    start: 0,
    end: 11,
    rule: 'threat-actor/catalogue',
    confidence: 0.9,
    unverified: false,
    ...fields,
  };
}

export function sampleRule(fields: Partial<AlertRule> = {}): AlertRule {
  return {
    id: '2',
    name: 'new groups',
    condition: { firstMention: { kinds: ['threat-actor'] } },
    corroboration: { voices: 1, trusted: [] },
    since: new Date('2026-01-01T00:00:00Z'),
    includePast: false,
    enabled: true,
    mutedUntil: null,
    channels: ['desk'],
    ...fields,
  };
}

/** The target of {@link sampleDelivery}. */
export const SAMPLE_WEBHOOK = {
  type: 'webhook',
  url: 'https://hooks.example/new',
  secret: 'a secret of the receiver',
} as const;

export function sampleStory(fields: Partial<StoryState> = {}): StoryState {
  return {
    id: '4',
    isNew: true,
    leadArticleId: '31',
    articles: 1,
    voices: ['news.example'],
    firstAt: '2026-03-01T08:00:00.000Z',
    lastAt: '2026-03-01T08:00:00.000Z',
    reprintOf: null,
    ...fields,
  };
}

export function sampleDelivery(fields: Partial<DeliveryToSend> = {}): DeliveryToSend {
  return {
    id: '17',
    key: '0b8f2f0e-5a0c-4b7e-9d1e-3c1f5a7b9d11',
    channel: {
      id: '5',
      name: 'desk',
      target: SAMPLE_WEBHOOK,
      manners: { digest: 'immediately', quietHours: null, maxPerHour: null },
      enabled: true,
    },
    alerts: [{ id: '11', card: sampleCard(), createdAt: new Date('2026-03-01T09:00:00Z') }],
    attempts: 1,
    createdAt: new Date('2026-03-01T09:00:00Z'),
    startedAt: new Date('2026-03-01T09:00:01Z'),
    ...fields,
  };
}

const SAMPLE_CARD: AlertCard = {
  kind: 'match',
  rule: 'new groups',
  headline: 'First mention of Quiet Heron',
  subject: { name: 'Quiet Heron', kind: 'threat-actor' },
  unverified: false,
  reasons: [
    {
      condition: 'firstMention',
      text: 'never mentioned before',
      evidence: {
        sentence: SENTENCE,
        surface: 'Quiet Heron',
        resolvedTo: 'Quiet Heron',
        start: 0,
        end: 11,
        foundBy: 'threat-actor/catalogue',
        confidence: 0.9,
      },
    },
  ],
  article: {
    id: '31',
    title: 'Plans of a dam stolen',
    url: 'https://news.example/dam',
    site: 'News Example',
    publishedAt: '2026-03-01T08:00:00.000Z',
  },
  story: { id: '4', articles: 1, voices: ['news.example'], firstAt: '2026-03-01T08:00:00.000Z' },
  taggerVersion: '1',
};

export function sampleCard(fields: Partial<AlertCard> = {}): AlertCard {
  return { ...SAMPLE_CARD, ...fields };
}
