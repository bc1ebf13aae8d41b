import type { TaggingEvent } from '../../../src/alerting/tagging-event.js';
import type { AlertFacts, TaggedActor } from '../../../src/model/alert-facts.js';
import type {
  ActorMention,
  CountryMention,
  MoneyMention,
  PlaceMention,
  Tags,
} from '../../../src/model/mention.js';
import { sampleArticleToTag, sampleStory } from '../../helpers/sample-records.js';

export const TEXT =
  'It rained. The group Cozy Bear hit the South Korean water board on Monday. Officials in Seoul say it asked for €2 million to $48 million. A zero-day was used.';

function span(surface: string, text = TEXT) {
  const start = text.indexOf(surface);
  return { start, end: start + surface.length, text: surface, confidence: 0.9 };
}

/** Cozy Bear, whose canonical name is another. */
export const BEAR: ActorMention = {
  ...span('Cozy Bear'),
  name: 'APT29',
  type: 'threat-actor',
  id: 'G0016',
  rule: 'threat-actor/catalogue',
};

export const BOARD: ActorMention = {
  ...span('water board'),
  name: 'Korea Water Board',
  type: 'organisation',
  id: null,
  rule: 'organisation/head',
};

const KOREA: CountryMention = {
  ...span('South Korean'),
  code: 'KR',
  via: 'demonym',
  rule: 'country/demonym',
};
const SEOUL: PlaceMention = { ...span('Seoul'), code: 'KR', name: 'Seoul', via: 'city', rule: 'place/city' };
const RANSOM: MoneyMention = {
  ...span('$48 million'),
  amount: 48_000_000,
  currency: 'USD',
  purpose: 'ransom',
  rule: 'money/symbol',
};
const EUROS: MoneyMention = {
  ...span('€2 million'),
  amount: 2_000_000,
  currency: 'EUR',
  rule: 'money/symbol',
};

export const TAGS: Tags = {
  countries: [KOREA],
  places: [SEOUL],
  actors: [BEAR, BOARD],
  money: [EUROS, RANSOM],
  taggerVersion: '2',
};

export function sampleActor(mention: ActorMention = BEAR, fields: Partial<TaggedActor> = {}): TaggedActor {
  return {
    actorId: mention === BOARD ? '8' : '5',
    name: mention.name,
    kind: mention.type,
    mentions: [mention],
    watchedAs: [],
    history: null,
    ...fields,
  };
}

/** The first mention of APT29, as Cozy Bear, 412 days after the first article was found. */
export function sampleFacts(fields: Partial<AlertFacts> = {}): AlertFacts {
  return {
    foundAt: '2026-03-01T08:05:00.000Z',
    occurredAt: '2026-03-01T08:00:00.000Z',
    isImport: false,
    voice: 'news.example',
    watchingSince: '2025-01-13T00:00:00.000Z',
    debuts: [
      {
        actorId: '5',
        name: 'APT29',
        kind: 'threat-actor',
        surface: 'Cozy Bear',
        start: BEAR.start,
        end: BEAR.end,
        rule: BEAR.rule,
        confidence: BEAR.confidence,
        unverified: false,
      },
    ],
    story: sampleStory(),
    actors: [sampleActor(), sampleActor(BOARD)],
    searches: new Set(),
    ...fields,
  };
}

export function sampleEvent(
  facts: Partial<AlertFacts> = {},
  fields: Partial<TaggingEvent> = {},
): TaggingEvent {
  return {
    article: sampleArticleToTag({ text: TEXT, title: 'Zero-day and the dam’s plans' }),
    tags: TAGS,
    reason: 'new',
    facts: sampleFacts(facts),
    ...fields,
  };
}
