import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestStore, type TestStore } from '../../helpers/open-test-store.js';
import { createAlertWorld, type AlertWorld, type Named } from './alert-world.js';

describe('first mentions', () => {
  let opened: TestStore;
  let world: AlertWorld;

  beforeAll(async () => {
    opened = await openTestStore();
  });
  afterAll(async () => {
    await opened.close();
  });
  beforeEach(async () => {
    await opened.db.query(
      'truncate feeds, articles, actors, alert_rules, channels, imported_actors restart identity cascade',
    );
    world = createAlertWorld(opened);
    await world.addRule({ firstMention: { kinds: ['threat-actor', 'person'] } });
  });

  const headlines = async () =>
    (await opened.store.listAlerts({ limit: 100 })).map(({ card }) => card.headline).reverse();
  async function mention(...names: Named[]): Promise<void> {
    await world.tag(await world.addArticle({ site: 'a.example', names }));
  }

  it('are told once, however many workers come at once under whatever name', async () => {
    const ids: string[] = [];
    for (const [index, surface] of ['Cozy Bear', 'APT29', 'Midnight Blizzard', 'The Dukes'].entries()) {
      for (let copy = 0; copy < 4; copy += 1) {
        ids.push(await world.addArticle({ site: `s${index}.example`, names: [{ name: 'APT29', surface }] }));
      }
    }
    const sent = await Promise.all(ids.map((id) => world.tag(id)));
    expect(sent.flat()).toHaveLength(1);
    expect(await headlines()).toEqual(['First mention of APT29']);
  });

  it('are told once of a name and another that one text says is the same, whoever comes first', async () => {
    for (let round = 0; round < 8; round += 1) {
      const both: Named[] = [
        { name: `Heron ${round}` },
        { name: `Heron ${round}`, surface: `Storm-${round}`, unverified: true },
      ];
      const one: Named[] = [{ name: `Storm-${round}`, unverified: true }];
      const ids: string[] = [];
      for (const names of [both, one, both, one])
        ids.push(await world.addArticle({ site: 'a.example', names }));
      if (round % 2 === 1) ids.reverse();
      await Promise.all(ids.map((id) => world.tag(id)));
      expect(await headlines()).toHaveLength(round + 1);
    }
  });

  it('are none where the name is an alias that texts taught, and the mention counts for that actor', async () => {
    await mention({ name: 'Heron' }, { name: 'Heron', surface: 'Storm-1811', unverified: true });
    await mention({ name: 'Storm-1811', unverified: true });
    expect(await headlines()).toEqual(['First mention of Heron']);
    expect(await opened.store.listActors({ limit: 9 })).toMatchObject([{ name: 'Heron', articles: 2 }]);
  });

  it('are none where an import says later that a name was known already', async () => {
    await mention({ name: 'Storm-1811', unverified: true });
    await opened.store.importActors(
      [{ name: 'Heron', kind: 'threat-actor', externalId: null, aliases: ['Storm-1811'], origin: null }],
      'test.json',
    );
    await mention({ name: 'Heron' });
    await mention({ name: 'Heron', surface: 'Storm-1811' });
    expect(await headlines()).toEqual(['First mention of Storm-1811']);
  });

  it('are none where the catalogue knows another name that was seen, or the same ATT&CK id was', async () => {
    await mention({ name: 'Cozy Bear', unverified: true });
    await mention({ name: 'APT29', id: 'G0016' });
    await mention({ name: 'Ursa Polaris', id: 'G0016' });
    expect(await headlines()).toEqual(['First mention of Cozy Bear']);
  });

  it('are told of an imported actor when a text names it first', async () => {
    await opened.store.importActors(
      [{ name: 'Heron', kind: 'threat-actor', externalId: null, aliases: ['HRN'], origin: null }],
      'test.json',
    );
    await mention({ name: 'Heron', surface: 'HRN' });
    await mention({ name: 'Heron' });
    expect(await headlines()).toEqual(['First mention of Heron']);
  });

  it('are told of each person, although all are called Smith for short', async () => {
    await mention(
      { name: 'Ann Smith', type: 'person' },
      { name: 'Ann Smith', surface: 'Smith', type: 'person' },
    );
    await mention(
      { name: 'Bob Smith', type: 'person' },
      { name: 'Bob Smith', surface: 'Smith', type: 'person' },
    );
    expect(await headlines()).toEqual(['First mention of Ann Smith', 'First mention of Bob Smith']);
  });

  it('tell a name that no catalogue knows as unverified', async () => {
    await mention({ name: 'UNC5221', unverified: true });
    const [alert] = await opened.store.listAlerts({ limit: 1 });
    expect(alert?.card.unverified).toBe(true);
  });

  it('are not told when the archive is tagged again, unless a rule includes the past', async () => {
    const id = await world.addArticle({ site: 'a.example', names: [{ name: 'Heron' }] });
    await world.tag(id);
    await opened.db.query('truncate actors cascade');
    await opened.db.query('delete from alerts');
    expect(await world.tag(id, 'retag')).toEqual([]);
    expect(await headlines()).toEqual([]);
    await opened.db.query('truncate actors cascade');
    await world.addRule({ firstMention: {} }, { name: 'past too', includePast: true });
    expect(await world.tag(id, 'retag')).toHaveLength(1);
    expect(await headlines()).toEqual(['First mention of Heron']);
  });
});
