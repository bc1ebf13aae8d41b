import { describe, expect, it } from 'vitest';
import type { AlertFacts } from '../../../src/model/alert-facts.js';
import type { AlertDraft, AlertRule } from '../../../src/model/alert.js';
import type { ArticleToTag } from '../../../src/model/article-record.js';
import type { ActorMention, Tags } from '../../../src/model/mention.js';
import type { SavedTags, TaggingReason, TagsToSave } from '../../../src/model/tagging.js';
import { tagArticle, type TagArticleDeps } from '../../../src/pipeline/tag-article.js';
import { fingerprintArticle } from '../../../src/stories/fingerprint-article.js';
import { sampleArticleToTag, sampleDebut, sampleRule } from '../../helpers/sample-records.js';

const TAGS: Tags = { countries: [], places: [], actors: [], money: [], taggerVersion: '4' };

const MENTION: ActorMention = {
  start: 0,
  end: 11,
  text: 'Quiet Heron',
  name: 'Quiet Heron',
  type: 'threat-actor',
  id: null,
  confidence: 0.9,
  rule: 'threat-actor/catalogue',
};

const FACTS: AlertFacts = {
  foundAt: '2026-03-01T08:05:00.000Z',
  occurredAt: '2026-03-01T08:00:00.000Z',
  isImport: false,
  voice: 'news.example',
  watchingSince: null,
  debuts: [sampleDebut()],
  story: null,
  actors: [
    {
      actorId: '5',
      name: 'Quiet Heron',
      kind: 'threat-actor',
      mentions: [MENTION],
      watchedAs: [],
      history: null,
    },
  ],
  searches: new Set(),
};

interface World {
  readonly article?: ArticleToTag | null;
  readonly reason?: TaggingReason;
  readonly saved?: SavedTags;
  readonly rules?: readonly AlertRule[];
}

/** Tags article 31 in a world where the store finds that it names a group for the first time. */
async function tag({
  article = sampleArticleToTag(),
  reason = 'new',
  saved = { outcome: 'tagged', deliveryIds: ['17'] },
  rules = [sampleRule()],
}: World) {
  const calls: string[] = [];
  const inputs: unknown[] = [];
  const works: TagsToSave[] = [];
  const drafts: AlertDraft[] = [];
  const deps: TagArticleDeps = {
    findArticle: () => Promise.resolve(article),
    readArticle(input) {
      calls.push('tag');
      inputs.push(input);
      return Promise.resolve({ tags: TAGS, fingerprint: fingerprintArticle({ ...input, tags: TAGS }) });
    },
    listRules() {
      calls.push('rules');
      return Promise.resolve(rules);
    },
    saveTags(work) {
      calls.push('save');
      works.push(work);
      drafts.push(...work.draftAlerts(FACTS));
      return Promise.resolve(saved);
    },
    knownNames: { ofActor: () => ['Heron'], sharing: (name) => [`${name} Team`] },
    enqueueAlerts(ids) {
      calls.push(`enqueue ${ids.join(' ')}`);
      return Promise.resolve();
    },
  };
  const { outcome } = await tagArticle(deps, { articleId: '31', reason });
  return { outcome, calls, inputs, work: works[0], drafts };
}

describe('tagArticle', () => {
  it('commits tags and alerts first and makes the jobs that send them then', async () => {
    const { outcome, calls, work } = await tag({});
    expect(outcome).toBe('tagged');
    expect(calls).toEqual(['tag', 'rules', 'save', 'enqueue 17']);
    expect(work).toMatchObject({ articleId: '31', tags: TAGS, reason: 'new' });
  });

  it('drafts an alert for a group that this article is the first to name', async () => {
    const { drafts } = await tag({});
    expect(drafts).toMatchObject([
      {
        ruleId: '2',
        dedupeKey: 'actor:5',
        card: { taggerVersion: '4', article: { id: '31' } },
      },
    ]);
  });

  it('never alerts when an article is tagged again, whatever it finds', async () => {
    const { outcome, calls, drafts } = await tag({
      article: sampleArticleToTag({ status: 'tagged' }),
      reason: 'retag',
      saved: { outcome: 'tagged', deliveryIds: [] },
    });
    expect(outcome).toBe('tagged');
    expect(drafts).toEqual([]);
    expect(calls).not.toContain('enqueue 17');
  });

  it('alerts on what a second tagging finds where a rule includes the past', async () => {
    const { drafts } = await tag({
      article: sampleArticleToTag({ status: 'tagged' }),
      reason: 'retag',
      rules: [sampleRule(), sampleRule({ id: '3', includePast: true })],
    });
    expect(drafts.map(({ ruleId }) => ruleId)).toEqual(['3']);
  });

  it('asks for what the rules need, with the names that the catalogue has', async () => {
    const condition = { any: [{ actor: ['Otter'] }, { search: { text: 'dams' } }, { surge: {} }] };
    const { work } = await tag({ rules: [sampleRule({ condition })] });
    expect(work?.needs).toEqual({
      watched: [{ asked: 'Otter', names: ['Otter', 'Otter Team'] }],
      histories: true,
      searches: [{ text: 'dams' }],
    });
    expect(work?.namesOf?.('threat-actor', 'Quiet Heron')).toEqual(['Heron']);
    expect((await tag({})).work?.needs).toEqual({ watched: [], histories: false, searches: [] });
  });

  it('hands over what it knows of the article, and nothing that it does not', async () => {
    expect((await tag({})).inputs).toEqual([
      {
        text: sampleArticleToTag().text,
        url: 'https://news.example/dam',
        byline: null,
        title: 'Plans of a dam stolen',
        publishedAt: '2026-03-01T08:00:00.000Z',
      },
    ]);
    const bare = sampleArticleToTag({ title: null, publishedAt: null });
    expect((await tag({ article: bare })).inputs).toEqual([{ text: bare.text, url: bare.url, byline: null }]);
  });

  it('tags no article that was removed, or that a first tagging is too late or too early for', async () => {
    expect(await tag({ article: null })).toMatchObject({ outcome: 'removed', calls: [] });
    for (const status of ['discovered', 'tagged', 'skipped', 'duplicate', 'failed'] as const) {
      const article = sampleArticleToTag({ status });
      expect(await tag({ article })).toMatchObject({ outcome: 'unchanged', calls: [] });
    }
  });

  it('sends nothing when somebody else finished the article meanwhile', async () => {
    const { outcome, calls } = await tag({ saved: { outcome: 'unchanged' } });
    expect(outcome).toBe('unchanged');
    expect(calls.at(-1)).toBe('save');
  });
});
