import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Tags } from '../../../src/model/mention.js';
import { taggerVersion } from '../../../src/tagging/tag-text.js';
import { addFetchedArticle } from '../../helpers/add-article.js';
import { sampleMatcher } from '../../helpers/sample-records.js';
import { openTestStore, type TestStore } from '../../helpers/open-test-store.js';
import { runCli } from '../../helpers/run-cli.js';

const GANG = 'A ransomware gang calling itself Gloomy Otter hit a mill in Peru.';
const LOSS = 'The mill in Peru lost $2 million.';

const NOTHING: Tags = { countries: [], places: [], actors: [], money: [], taggerVersion: 'older' };

/** What an older tagger made of the loss: another amount, and a person that is none. */
const OLD_LOSS: Tags = {
  ...NOTHING,
  money: [
    {
      ...{ amount: 2, currency: 'USD', start: 22, end: 32, text: '$2 million' },
      ...{ confidence: 0.9, rule: 'money/old' },
    },
  ],
  actors: [
    {
      ...{ name: 'The Mill', type: 'person', id: null, start: 0, end: 8, text: 'The mill' },
      ...{ confidence: 0.5, rule: 'person/old' },
    },
  ],
};

interface DiffLine {
  readonly id: string;
  readonly title: string;
  readonly gained: readonly { readonly kind: string; readonly value: string; readonly rule: string }[];
  readonly lost: readonly { readonly kind: string; readonly value: string }[];
  readonly changed: readonly { readonly value: string; readonly was: string }[];
}

describe('wirewatch retag --diff', () => {
  let opened: TestStore;

  beforeAll(async () => {
    opened = await openTestStore();
    const { store, db } = opened;
    const add = async (path: string, text: string, tags: Tags) => {
      const articleId = await addFetchedArticle(store, path, { text, title: `About ${path}` });
      await store.saveTags({
        articleId,
        tags,
        reason: 'new',
        matcher: sampleMatcher(text, tags),
        draftAlerts: () => [],
      });
      return articleId;
    };
    await add('gang', GANG, NOTHING);
    await add('loss', LOSS, OLD_LOSS);
    await add('same', 'Nothing happened.', NOTHING);
    const gone = await add('gone', 'Peru.', NOTHING);
    await db.query('update articles set text = null where id = $1', [gone]);
  });
  afterAll(async () => {
    await opened.close();
  });

  const retag = (...args: string[]) =>
    runCli(['retag', ...args], { env: { DATABASE_URL: opened.databaseUrl } });

  const stored = () =>
    opened.db.query(
      `select id, tagger_version, (select count(*)::int from actor_mentions) as actors,
         (select string_agg(amount::text, ' ') from money_mentions) as money,
         (select count(*)::int from country_mentions) as countries
       from articles order by id`,
    );

  it('sums up what would be gained, lost and changed, with sentences, and writes nothing', async () => {
    const before = await stored();
    const { code, stdout, stderr } = await retag('--diff');
    expect(code).toBe(0);
    expect(stdout).toMatch(/3 articles compared, 2 would get other tags; nothing was written/);
    expect(stdout).toMatch(/against stored tags of version older \(4\)/);
    expect(stdout).toContain('without a text any more, left as they are: 1');
    expect(stdout).toMatch(/\ncountry +0 +2 +0 +0\n/);
    expect(stdout).toMatch(/\nmoney +0 +0 +0 +1\n/);
    expect(stdout).toMatch(/\nperson\/old +0 +0 +1 +0\n/);
    expect(stdout).toMatch(/Gained most often\n[^]*2 +country +PE +The mill in Peru lost \$2 million\./);
    expect(stdout).toMatch(/threat-actor +Gloomy Otter \(unverified\) +A ransomware gang/);
    expect(stdout).toMatch(/Lost most often\n[^]*1 +person +The Mill/);
    expect(stdout).toMatch(/Changed most often\n[^]*USD 2 → USD 2000000/);
    expect(stderr).toContain('compared 4/4');
    expect(await stored()).toEqual(before);
  });

  it('gives each article that differs as a line of JSON', async () => {
    const { code, stdout, stderr } = await retag('--diff', '--json');
    expect(code).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as DiffLine);
    expect(lines.map(({ title }) => title)).toEqual(['About loss', 'About gang']);
    const [loss] = lines;
    expect(loss?.gained).toMatchObject([{ kind: 'country', value: 'PE', start: 12, end: 16, text: 'Peru' }]);
    expect(loss?.lost).toMatchObject([{ kind: 'person', value: 'The Mill', rule: 'person/old' }]);
    expect(loss?.changed).toMatchObject([{ kind: 'money', was: 'USD 2' }]);
    expect(stderr).toContain('nothing was written');
  });

  it('looks at the newest only, when asked', async () => {
    const { stdout } = await retag('--diff', '--limit', '2');
    expect(stdout).toMatch(/^1 articles compared, 0 would/);
  });

  it('tags with the actors that were imported', async () => {
    await opened.store.importActors(
      [
        {
          name: 'Pulp Otter',
          kind: 'threat-actor',
          externalId: null,
          aliases: ['Gloomy Otter'],
          origin: null,
        },
      ],
      'mine.csv',
    );
    const { stdout } = await retag('--diff', '--json');
    const gang = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as DiffLine)
      .find(({ title }) => title === 'About gang');
    expect(gang?.gained.filter(({ kind }) => kind === 'threat-actor')).toMatchObject([
      { value: 'Pulp Otter' },
    ]);
  });

  it('finds nothing to compare where this version tagged everything', async () => {
    const version = taggerVersion(await opened.store.readImportVersion());
    await opened.db.query('update articles set tagger_version = $1', [version]);
    const { code, stdout } = await retag('--diff');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^0 articles compared/);
    expect((await retag('--diff', '--all')).stdout).toMatch(/^3 articles compared, 2 would/);
    expect((await retag()).stderr).toContain('nothing to tag again');
  });

  it.each([[['--json']], [['--limit', '5']], [['--diff', '--limit', '0']]])(
    'takes %j for wrong usage',
    async (args) => {
      expect(await retag(...args)).toMatchObject({ code: 2, stdout: '' });
    },
  );
});
