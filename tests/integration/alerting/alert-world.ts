import type { ActorMention, Tags } from '../../../src/model/mention.js';
import type { AlertCondition, RuleDefinition } from '../../../src/model/alert.js';
import type { TaggingReason } from '../../../src/model/tagging.js';
import { tagArticle } from '../../../src/pipeline/tag-article.js';
import { fingerprintArticle } from '../../../src/stories/fingerprint-article.js';
import { createKnownNames } from '../../../src/tagging/known-names.js';
import type { TestStore } from '../../helpers/open-test-store.js';
import {
  sampleExtractedArticle,
  sampleOfferedItem,
  samplePollSuccess,
} from '../../helpers/sample-records.js';

const KNOWN_NAMES = createKnownNames();

/** One name in an article, as the tagger would have it. */
export interface Named {
  readonly name: string;
  readonly surface?: string;
  readonly type?: ActorMention['type'];
  readonly unverified?: true;
  readonly id?: string;
}

export interface AlertWorld {
  /** Polls a feed that offers an article of a publisher, and stores its page. @returns its id */
  addArticle(article: {
    readonly site: string;
    readonly names: readonly Named[];
    readonly text?: string;
    readonly publishedAt?: string;
  }): Promise<string>;
  /** Tags an article as a worker does. @returns ids of the deliveries that it would send */
  tag(articleId: string, reason?: TaggingReason): Promise<string[]>;
  addRule(condition: AlertCondition, fields?: Partial<RuleDefinition>): Promise<void>;
}

/** Articles that are stored in Postgres and tagged by the real stage; only the tagger's answer is given. */
export function createAlertWorld({ store, db }: TestStore): AlertWorld {
  const tagsOf = new Map<string, Tags>();
  let count = 0;
  return {
    async addArticle({ site, names, text = '', publishedAt }) {
      count += 1;
      const url = `https://${site}/article-${count}`;
      const feed = `https://${site}/feed`;
      const [feedId = ''] = (await store.upsertFeeds([{ url: feed, title: `Feed of ${site}` }])).ids;
      // The first poll of a feed brings what is no news.
      await store.savePoll(feedId, [], () => samplePollSuccess(feedId));
      const item = sampleOfferedItem(`${count}`, { url, publishedAt: publishedAt ?? null });
      const { newArticleIds } = await store.savePoll(feedId, [item], () => samplePollSuccess(feedId));
      const [articleId = ''] = newArticleIds;
      const said = names.map(({ name, surface }) => surface ?? name).join(' and ');
      const body = `${text} ${said} came. ${ownWords(count)}`;
      await store.storeArticleBody({
        articleId,
        canonicalUrl: url,
        addressKey: `${site}/article-${count}`,
        publisher: site,
        contentHash: `${count}`,
        feedTextReason: null,
        article: sampleExtractedArticle({ text: body, publishedAt: publishedAt ?? null }),
      });
      tagsOf.set(articleId, toTags(names, body));
      return articleId;
    },
    async tag(articleId, reason = 'new') {
      const sent: string[] = [];
      await tagArticle(
        {
          findArticle: store.findArticleToTag,
          readArticle: (article) => {
            const tags = tagsOf.get(articleId) ?? toTags([], '');
            return Promise.resolve({ tags, fingerprint: fingerprintArticle({ ...article, tags }) });
          },
          listRules: store.listAlertRules,
          knownNames: KNOWN_NAMES,
          saveTags: store.saveTags,
          enqueueAlerts(ids) {
            sent.push(...ids);
            return Promise.resolve();
          },
        },
        { articleId, reason },
      );
      return sent;
    },
    async addRule(condition, fields = {}) {
      const name = fields.name ?? 'rule';
      await store.saveChannel({
        name: 'desk',
        target: { type: 'webhook', url: 'https://hooks.example/', secret: 's' },
        manners: { digest: 'immediately', quietHours: null, maxPerHour: null },
      });
      await store.saveAlertRule({
        name,
        condition,
        corroboration: { voices: 1, trusted: [] },
        channels: ['desk'],
        ...fields,
      });
      await db.query(`update alert_rules set since = '2020-01-01' where name = $1`, [name]);
    },
  };
}

function toTags(names: readonly Named[], text: string): Tags {
  const actors = names.map(
    ({ name, surface = name, type = 'threat-actor', unverified, id }): ActorMention => ({
      start: text.indexOf(surface),
      end: text.indexOf(surface) + surface.length,
      text: surface,
      name,
      type,
      id: id ?? null,
      confidence: 0.9,
      rule: unverified === true ? 'threat-actor/unverified' : 'threat-actor/catalogue',
      ...(unverified === true ? { unverified } : {}),
    }),
  );
  return { countries: [], places: [], actors, money: [], taggerVersion: 't' };
}

/** Words that no other article has: without them all would be reprints of one another. */
function ownWords(article: number): string {
  return Array.from({ length: 60 }, (_, word) => `w${article}x${word}`).join(' ');
}
