import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PermanentError } from '../../../src/errors.js';
import { renderCsv } from '../../../src/export/csv.js';
import { ACTOR_COLUMNS } from '../../../src/export/listing-columns.js';
import { parseActorCatalogue } from '../../../src/tagging/import-catalogue.js';

const GALAXY = {
  type: 'threat-actor',
  category: 'actor',
  values: [
    {
      value: 'Crimson Heron',
      meta: {
        country: 'kp',
        synonyms: ['APT-X1', ' apt-x1 ', 'Crimson  Heron', 'Red Wader'],
        refs: ['https://attack.mitre.org/groups/G9001/', 'https://attack.mitre.org/software/S0001/'],
      },
    },
    { value: 'Grey Plover', meta: { external_id: 'G9002', synonyms: 'Ploverine', country: ['RU', 'BY'] } },
    { meta: { synonyms: ['nameless'] } },
    { value: 'Tidal Stint', meta: { synonyms: ['Red Stint', 7] } },
    { value: 'Quiet Dunlin' },
  ],
};

const BUNDLE = {
  type: 'bundle',
  id: 'bundle--1',
  objects: [
    {
      type: 'intrusion-set',
      id: 'intrusion-set--1',
      name: 'Crimson Heron',
      aliases: ['Crimson Heron', 'APT-X1'],
      external_references: [
        { source_name: 'Some vendor', external_id: 'V-77' },
        { source_name: 'mitre-attack', external_id: 'G9001' },
      ],
    },
    { type: 'threat-actor', id: 'threat-actor--2', name: 'Grey Plover' },
    { type: 'identity', id: 'identity--3', name: 'Ada Quill', identity_class: 'individual' },
    { type: 'identity', id: 'identity--4', name: 'Quill Bank', identity_class: 'organization' },
    { type: 'identity', id: 'identity--5', name: 'All banks', identity_class: 'class' },
    { type: 'intrusion-set', id: 'intrusion-set--6', name: 'Old Name', revoked: true },
    { type: 'intrusion-set', id: 'intrusion-set--7', name: 'Older Name', x_mitre_deprecated: true },
    { type: 'intrusion-set', id: 'intrusion-set--8' },
    { type: 'malware', id: 'malware--9', name: 'HeronRAT', is_family: true },
    'junk',
    { type: 'location', id: 'location--10', country: 'KP' },
    {
      type: 'relationship',
      relationship_type: 'originates-from',
      source_ref: 'intrusion-set--1',
      target_ref: 'location--10',
    },
  ],
};

function parse(document: unknown) {
  return parseActorCatalogue(JSON.stringify(document), 'actors.json');
}

function placesOf(catalogue: { problems: readonly { where: string }[] }): string[] {
  return catalogue.problems.map((problem) => problem.where);
}

describe('a MISP galaxy', () => {
  const catalogue = parse(GALAXY);

  it('gives its clusters as threat actors', () => {
    expect(catalogue.format).toBe('misp-galaxy');
    expect(catalogue.actors).toEqual([
      {
        name: 'Crimson Heron',
        kind: 'threat-actor',
        externalId: 'G9001',
        aliases: ['APT-X1', 'Red Wader'],
        origin: 'KP',
      },
      {
        name: 'Grey Plover',
        kind: 'threat-actor',
        externalId: 'G9002',
        aliases: ['Ploverine'],
        origin: null,
      },
      { name: 'Quiet Dunlin', kind: 'threat-actor', externalId: null, aliases: [], origin: null },
    ]);
  });

  it('names the clusters that can not be used', () => {
    expect(catalogue.problems).toEqual([
      { where: 'values[2]', message: expect.stringContaining('value') as string },
      { where: 'values[3]', message: expect.stringContaining('meta.synonyms') as string },
    ]);
  });

  it('gives no external id when references name several groups', () => {
    const refs = ['https://attack.mitre.org/groups/G9001', 'https://attack.mitre.org/group/G9002'];
    expect(parse({ values: [{ value: 'Both', meta: { refs } }] }).actors[0]?.externalId).toBeNull();
  });

  it('takes the kind from the galaxy', () => {
    const values = [{ value: 'Some Bureau' }];
    expect(parse({ type: 'intelligence-agency', category: 'actor', values }).actors[0]?.kind).toBe(
      'organisation',
    );
    expect(parse({ type: 'ransomware', category: 'tool', values }).actors[0]?.kind).toBe('threat-actor');
  });

  it('is refused when it is about something else', () => {
    const galaxy = { type: 'backdoor', category: 'tool', values: [{ value: 'Door' }] };
    expect(() => parse(galaxy)).toThrow(/actors\.json is a MISP galaxy, but not one of actors/);
  });
});

describe('a STIX bundle', () => {
  const catalogue = parse(BUNDLE);

  it('gives groups, persons and organisations', () => {
    expect(catalogue.format).toBe('stix');
    expect(catalogue.actors).toEqual([
      { name: 'Crimson Heron', kind: 'threat-actor', externalId: 'G9001', aliases: ['APT-X1'], origin: 'KP' },
      { name: 'Grey Plover', kind: 'threat-actor', externalId: null, aliases: [], origin: null },
      { name: 'Ada Quill', kind: 'person', externalId: null, aliases: [], origin: null },
      { name: 'Quill Bank', kind: 'organisation', externalId: null, aliases: [], origin: null },
    ]);
  });

  it('reports broken and impersonal objects, not those of other types', () => {
    expect(placesOf(catalogue)).toEqual(['objects[4] (All banks)', 'objects[7]', 'objects[9]']);
  });
});

describe('a CSV file', () => {
  it('gives its rows', () => {
    const text =
      '\ufeffName, Kind ,aliases,External ID,origin,notes\r\n' +
      'Crimson Heron,threat-actor,APT-X1; Red Wader|,G9001,kp,seen\r\n\r\n' +
      '"Quill, Ada",Person,,,\r\n' +
      '"The ""Q"" Bank",organization,"TQB",,GB,"two\r\nlines"\n' +
      'Grey Plover,,,,,';
    const catalogue = parseActorCatalogue(text, 'actors.csv');
    expect(catalogue).toEqual({
      format: 'csv',
      actors: [
        {
          name: 'Crimson Heron',
          kind: 'threat-actor',
          externalId: 'G9001',
          aliases: ['APT-X1', 'Red Wader'],
          origin: 'KP',
        },
        { name: 'Quill, Ada', kind: 'person', externalId: null, aliases: [], origin: null },
        { name: 'The "Q" Bank', kind: 'organisation', externalId: null, aliases: ['TQB'], origin: 'GB' },
        { name: 'Grey Plover', kind: 'threat-actor', externalId: null, aliases: [], origin: null },
      ],
      problems: [],
    });
  });

  it('names bad rows by their line and uses the rest', () => {
    const text = [
      'name,kind,aliases,external_id,origin',
      'Robot,machine,,,',
      ',person,,,',
      '"A',
      'B",person,,,',
      'Too,person,many,cells,here,now',
      'X,person,,,',
      'Ada Quill,person,q;Ada,,Atlantis',
      'Open,"person,,,',
      'Lost,person,,,',
    ].join('\n');
    const catalogue = parseActorCatalogue(text, 'actors.csv');
    expect(catalogue.actors).toEqual([
      { name: 'A B', kind: 'person', externalId: null, aliases: [], origin: null },
      { name: 'Ada Quill', kind: 'person', externalId: null, aliases: ['Ada'], origin: null },
    ]);
    expect(placesOf(catalogue)).toEqual([
      'line 2',
      'line 3',
      'line 6',
      'line 7',
      'line 8 (Ada Quill)',
      'line 8 (Ada Quill)',
      'line 9',
    ]);
    expect(catalogue.problems.at(-1)?.message).toContain('never closed');
  });

  it('may be what the actors listing exports', () => {
    const listed = {
      id: '7',
      name: '@nonymous, "Legion"',
      kind: 'person' as const,
      externalId: '-P1',
      aliases: ['=Q', 'Nonny'],
      unverified: true,
      firstSeenAt: new Date(0),
      articles: 1,
      mentions: 2,
    };
    expect(parseActorCatalogue(renderCsv(ACTOR_COLUMNS, [listed]), 'actors.csv').actors).toEqual([
      { name: listed.name, kind: 'person', externalId: '-P1', aliases: listed.aliases, origin: null },
    ]);
  });
});

describe('a name that two actors claim', () => {
  it('goes to neither when it is an alias of both', () => {
    const catalogue = parseActorCatalogue(
      'name,aliases\nOne,Shared;First\nTwo,ＳＨＡＲＥＤ;Second\n',
      'a.csv',
    );
    expect(catalogue.actors.map((actor) => actor.aliases)).toEqual([['First'], ['Second']]);
    expect(catalogue.problems).toEqual([
      { where: 'line 2 (One), line 3 (Two)', message: expect.stringContaining('ambiguous') as string },
    ]);
  });

  it.each(['name,aliases\nOne,Two\nTwo,\n', 'name,aliases\nTwo,\nOne,two\n'])(
    'stays with the actor whose name it is, whichever comes first',
    (text) => {
      const catalogue = parseActorCatalogue(text, 'a.csv');
      expect(catalogue.actors.map((actor) => actor.name).sort()).toEqual(['One', 'Two']);
      expect(catalogue.actors.flatMap((actor) => actor.aliases)).toEqual([]);
      expect(catalogue.problems).toHaveLength(1);
      expect(catalogue.problems[0]?.message).toContain('ambiguous');
    },
  );

  it('leaves out the second of two namesakes', () => {
    const catalogue = parseActorCatalogue('name,kind\nCarbon,threat-actor\ncarbon,person\n', 'a.csv');
    expect(catalogue.actors.map((actor) => actor.kind)).toEqual(['threat-actor']);
    expect(catalogue.problems).toEqual([
      { where: 'line 3 (carbon)', message: expect.stringContaining('line 2') as string },
    ]);
  });
});

describe('parseActorCatalogue', () => {
  it.each([
    ['prose', 'Dear all,\nthe actors are attached.'],
    ['nothing', ''],
    ['broken JSON', '{"values": ['],
    ['other JSON', '{"items": []}'],
    ['a JSON list', '[1, 2]'],
    ['CSV without a name column', 'kind,aliases\nperson,x\n'],
  ])('refuses %s and says what is accepted', (_, text) => {
    const read = () => parseActorCatalogue(text, 'upload.txt');
    expect(read).toThrow(PermanentError);
    expect(read).toThrow(/^upload\.txt .*MISP galaxy.*STIX 2\.1 bundle.*CSV/s);
  });

  it('is never at a loss for an answer: a catalogue or a PermanentError', () => {
    const piece = fc.constantFrom(
      'name',
      ',',
      '"',
      '\n',
      '\r',
      'aliases',
      ';',
      '{',
      '}',
      '[',
      ']',
      ':',
      '\ud800',
      'x',
    );
    const json = fc.record(
      {
        type: fc.constantFrom('bundle', 'actor'),
        objects: fc.array(fc.jsonValue()),
        values: fc.array(fc.jsonValue()),
      },
      { requiredKeys: [] },
    );
    const text = fc.oneof(
      fc.string({ unit: piece }),
      json.map((document) => JSON.stringify(document)),
    );
    fc.assert(
      fc.property(text, (content) => {
        try {
          for (const actor of parseActorCatalogue(content, 'x').actors) expect(actor.name).not.toBe('');
        } catch (error) {
          expect(error).toBeInstanceOf(PermanentError);
        }
      }),
    );
  });
});
