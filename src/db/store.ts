import type { ArticleBody, ArticleFilter, MentionFilter, SkippedFilter } from '../model/article-record.js';
import type { AlertNeeds } from '../model/alert-facts.js';
import type { AlertDraft, AlertFilter, RuleDefinition } from '../model/alert.js';
import type { ChannelToSave, DeliveryFailure, DeliveryFilter, MessageFacts } from '../model/delivery.js';
import type { FeedEntry } from '../model/feed-record.js';
import type { OfferedItem, OfferedOutcome, PollFailure, PollSuccess } from '../model/poll.js';
import type { ImportedActor } from '../model/imported-actor.js';
import type { RunBaseline } from '../model/progress.js';
import type { RetagFilter, TagsToSave } from '../model/tagging.js';
import type { DiscoveredHub, Subscription, SubscriptionRequest } from '../model/websub.js';
import type { GivenUpWork, QuarantineFilter, QuarantineQueue } from '../model/work.js';
import { importActors, listActors } from './actors.js';
import { readAlertFeed } from './alert-feed.js';
import * as alertRules from './alert-rules.js';
import { insertAlerts, listAlerts } from './alerts.js';
import { listArticles } from './article-listing.js';
import * as articles from './articles.js';
import * as channels from './channels.js';
import type { Database } from './database.js';
import * as deliveries from './deliveries.js';
import { makeFeedsDue, takeDueFeeds, type DueFeedsOptions } from './due-feeds.js';
import { moveFeed, recordPollFailure, recordPollSuccess } from './feed-polls.js';
import * as feeds from './feeds.js';
import { readImportedActors, readImportVersion, replaceImportedActors } from './imported-actors.js';
import { insertOfferedItems } from './items.js';
import { listMoney, type QuoteSentence } from './money.js';
import * as pushes from './pushes.js';
import { countQuarantine, insertQuarantine, listQuarantine, takeQuarantine } from './quarantine.js';
import { insertFailedPoll, insertPoll, listArrivals, listPolls, prunePolls, reservePollId } from './polls.js';
import { readStoredEvents } from './rehearsal.js';
import * as retag from './retag.js';
import { countPending, readBaseline, readProgress, summariseRun } from './runs.js';
import { takeQuietFeeds } from './silences.js';
import { listSkipped, reopenSkipped } from './skipped.js';
import { startDelivery } from './start-delivery.js';
import { listStories } from './story-listing.js';
import { saveTags } from './tags.js';
import * as websub from './websub.js';

/** All statements of the application, bound to one database: what stages, commands and pages are given. */
export type Store = ReturnType<typeof createStore>;

/** A replayed piece of work and the queue that it goes to now. */
export interface ReplayedWork {
  readonly queue: QuarantineQueue;
  readonly subjectId: string;
}

/**
 * Binds the statement functions. Those that change several tables run in a transaction here.
 *
 * @param quote - cuts the sentence around a sum out of its article
 */
export function createStore(db: Database, quote: QuoteSentence) {
  return {
    upsertFeeds: (entries: readonly FeedEntry[]) => feeds.upsertFeeds(db, entries),
    findFeed: (feedId: string) => feeds.findFeed(db, feedId),
    listFeeds: () => feeds.listFeeds(db),
    takeDueFeeds: (options: DueFeedsOptions) => takeDueFeeds(db, options),
    makeFeedsDue: (feedIds: readonly string[] | null) => makeFeedsDue(db, feedIds),
    recordPollFailure: (failure: PollFailure) =>
      db.transaction(async (tx) => {
        await recordPollFailure(tx, failure);
        await insertFailedPoll(tx, failure);
      }),
    listPolls: (feedId: string, limit: number) => listPolls(db, feedId, limit),
    prunePolls: (olderThanDays: number) => prunePolls(db, olderThanDays),
    setFeedStatus: (urls: readonly string[], status: 'active' | 'paused') =>
      feeds.setFeedStatus(db, urls, status),
    setSchedule: (urls: readonly string[], schedule: string | null) => feeds.setSchedule(db, urls, schedule),
    removeFeeds: (urls: readonly string[]) => feeds.removeFeeds(db, urls),
    savePoll: (
      feedId: string,
      items: readonly OfferedItem[],
      describe: (outcome: OfferedOutcome) => PollSuccess,
    ) => savePoll(db, { feedId, items }, describe),

    findArticleToFetch: (articleId: string) => articles.findArticleToFetch(db, articleId),
    findArticleToTag: (articleId: string) => articles.findArticleToTag(db, articleId),
    storeArticleBody: (body: ArticleBody) => db.transaction((tx) => articles.storeArticleBody(tx, body)),
    skipArticle: (articleId: string, reason: string) => articles.skipArticle(db, articleId, reason),
    listSkipped: (filter: SkippedFilter, limit: number) => listSkipped(db, filter, limit),
    reopenSkipped: (filter: SkippedFilter) => reopenSkipped(db, filter),
    listArticles: (filter: ArticleFilter) => listArticles(db, filter),
    listArticlesToRetag: (filter: RetagFilter, page: Parameters<typeof retag.listArticlesToRetag>[2]) =>
      retag.listArticlesToRetag(db, filter, page),
    countArticlesToRetag: (filter: RetagFilter) => retag.countArticlesToRetag(db, filter),
    listTaggedArticles: (filter: RetagFilter, page: Parameters<typeof retag.listTaggedArticles>[2]) =>
      retag.listTaggedArticles(db, filter, page),
    saveTags: (work: TagsToSave) => saveTags(db, work),
    listStories: (filter: MentionFilter) => listStories(db, filter),

    listActors: (filter: MentionFilter) => listActors(db, filter),
    importActors: (actors: readonly ImportedActor[], source: string) =>
      db.transaction(async (tx) => {
        await replaceImportedActors(tx, actors, source);
        return importActors(tx, actors, source);
      }),
    readImportVersion: () => readImportVersion(db),
    readImportedActors: () => readImportedActors(db),
    listMoney: (filter: MentionFilter) => listMoney(db, filter, quote),

    listAlertRules: () => alertRules.listAlertRules(db),
    saveAlertRule: (rule: RuleDefinition) => db.transaction((tx) => alertRules.saveAlertRule(tx, rule)),
    saveAlertRules: (rules: readonly RuleDefinition[]) =>
      db.transaction(async (tx) => {
        for (const rule of rules) await alertRules.saveAlertRule(tx, rule);
      }),
    removeAlertRule: (name: string) => alertRules.removeAlertRule(db, name),
    setRuleEnabled: (name: string, enabled: boolean) => alertRules.setRuleEnabled(db, name, enabled),
    muteRule: (name: string, until: Date | null) => alertRules.muteRule(db, name, until),
    takeQuietFeeds: (options: Parameters<typeof takeQuietFeeds>[1]) => takeQuietFeeds(db, options),
    insertAlerts: (drafts: readonly AlertDraft[]) => db.transaction((tx) => insertAlerts(tx, drafts)),
    listAlerts: (filter: AlertFilter) => listAlerts(db, filter),
    readStoredEvents: (since: Date, needs: AlertNeeds) => readStoredEvents(db, since, needs),
    readAlertFeed: (rule: string, limit: number) => readAlertFeed(db, rule, limit),

    findChannel: (name: string) => channels.findChannel(db, name),
    listChannels: () => channels.listChannels(db),
    saveChannel: (channel: ChannelToSave) => db.transaction((tx) => channels.saveChannel(tx, channel)),
    pauseChannel: (name: string) => channels.pauseChannel(db, name),
    resumeChannel: (name: string) => db.transaction((tx) => channels.resumeChannel(tx, name)),
    removeChannel: (name: string) => channels.removeChannel(db, name),
    takeDueDeliveries: (leaseMs: number) =>
      db.transaction(async (tx) => {
        await deliveries.closeDueCollections(tx);
        return deliveries.takePendingDeliveries(tx, null, leaseMs);
      }),
    takePendingDeliveries: (channelIds: readonly string[]) =>
      deliveries.takePendingDeliveries(db, channelIds),
    startDelivery: (deliveryId: string, plan: (facts: MessageFacts) => Date | null) =>
      db.transaction((tx) => startDelivery(tx, deliveryId, plan)),
    markDeliverySent: (sent: Parameters<typeof deliveries.markDeliverySent>[1]) =>
      db.transaction((tx) => deliveries.markDeliverySent(tx, sent)),
    postponeDelivery: (failed: Parameters<typeof deliveries.postponeDelivery>[1]) =>
      db.transaction((tx) => deliveries.postponeDelivery(tx, failed)),
    parkDelivery: (deliveryId: string, failure: DeliveryFailure) =>
      deliveries.parkDelivery(db, deliveryId, failure),
    reopenDeliveries: (filter: Pick<DeliveryFilter, 'ids' | 'channel'>) =>
      deliveries.reopenDeliveries(db, filter),
    listDeliveries: (filter: DeliveryFilter, limit: number) => deliveries.listDeliveries(db, filter, limit),
    countParked: () => deliveries.countParked(db),

    wishSubscription: (feedId: string, hub: DiscoveredHub) => websub.wishSubscription(db, feedId, hub),
    unwishSubscription: (feedId: string) => websub.unwishSubscription(db, feedId),
    takeDueSubscriptions: (options: Parameters<typeof websub.takeDueSubscriptions>[1]) =>
      websub.takeDueSubscriptions(db, options),
    findSubscription: (feedId: string) => websub.findSubscription(db, feedId),
    findSubscriptionByToken: (token: string) => websub.findSubscriptionByToken(db, token),
    openRequest: (seen: Subscription, request: SubscriptionRequest, nextAttemptAt: Date) =>
      websub.openRequest(db, seen, request, nextAttemptAt),
    moveHub: (feedId: string, token: string, hub: string) => websub.moveHub(db, feedId, token, hub),
    failRequest: (failure: websub.FailedRequest) => websub.failRequest(db, failure),
    confirmSubscription: (confirmed: Parameters<typeof websub.confirmSubscription>[1]) =>
      websub.confirmSubscription(db, confirmed),
    denySubscription: (token: string, message: string) => websub.denySubscription(db, token, message),
    settleSubscription: (seen: Subscription) => websub.settleSubscription(db, seen),
    listSubscriptions: () => websub.listSubscriptions(db),
    notePush: (feedId: string, arrivedAt: Date) => pushes.notePush(db, feedId, arrivedAt),
    pollForUnreadPushes: (which: Parameters<typeof pushes.pollForUnreadPushes>[1]) =>
      pushes.pollForUnreadPushes(db, which),
    savePush: (feedId: string, items: readonly OfferedItem[], arrivedAt: Date) =>
      db.transaction(async (tx) => {
        const id = await reservePollId(tx);
        const { newArticleIds, counts } = await insertOfferedItems(tx, feedId, id, items);
        const outcome = counts.new > 0 ? 'new_items' : 'unchanged';
        await insertPoll(tx, { id, feedId, trigger: 'push', outcome, counts, notes: [] });
        await pushes.markPushRead(tx, feedId, arrivedAt);
        return newArticleIds;
      }),

    takeForgottenWork: (options: Parameters<typeof articles.takeForgottenWork>[1]) =>
      articles.takeForgottenWork(db, options),
    countPending: () => countPending(db),
    readBaseline: () => readBaseline(db),
    readProgress: (run: RunBaseline, feedIds: readonly string[] | null) => readProgress(db, run, feedIds),
    summariseRun: (run: RunBaseline) => summariseRun(db, run),
    listQuarantine: (filter: QuarantineFilter, limit: number) => listQuarantine(db, filter, limit),
    countQuarantine: () => countQuarantine(db),
    quarantine: (work: GivenUpWork) => quarantine(db, work),
    replay: (filter: QuarantineFilter) => replay(db, filter),
  };
}

/** Takes in what a poll brought, moves the feed if it moved, and leaves the feed's new state and a row of the poll. */
async function savePoll(
  db: Database,
  poll: {
    readonly feedId: string;
    readonly items: readonly OfferedItem[];
  },
  describe: (outcome: OfferedOutcome) => PollSuccess,
): Promise<OfferedOutcome> {
  const { feedId, items } = poll;
  return db.transaction(async (tx) => {
    const id = await reservePollId(tx);
    const stored = await insertOfferedItems(tx, feedId, id, items);
    const outcome = { ...stored, arrivals: await listArrivals(tx, feedId) };
    const success = describe(outcome);
    const moved = success.movedTo === null ? null : await moveFeed(tx, feedId, success.movedTo);
    await recordPollSuccess(tx, success, id);
    const notes = moved === null ? success.notes : [...success.notes, moved];
    await insertPoll(tx, {
      id,
      feedId,
      trigger: 'schedule',
      outcome: success.outcome,
      counts: outcome.counts,
      notes,
    });
    return outcome;
  });
}

/** Puts work in quarantine and marks what it was about, together. */
async function quarantine(db: Database, work: GivenUpWork): Promise<void> {
  await db.transaction(async (tx) => {
    await insertQuarantine(tx, work);
    if (work.queue === 'articles' || work.queue === 'tags') {
      await articles.failArticle(tx, work.subjectId, work.code, work.message);
    }
  });
}

/** Takes work out of quarantine and puts it back to where it stood; the caller makes the jobs. */
async function replay(db: Database, filter: QuarantineFilter): Promise<ReplayedWork[]> {
  return db.transaction(async (tx) => {
    const replayed: ReplayedWork[] = [];
    for (const { queue, subjectId } of await takeQuarantine(tx, filter)) {
      if (queue === 'feeds') {
        await makeFeedsDue(tx, [subjectId]);
        replayed.push({ queue, subjectId });
      } else {
        const next = await articles.reopenArticle(tx, subjectId);
        if (next !== null) replayed.push({ queue: next, subjectId });
      }
    }
    return replayed;
  });
}
