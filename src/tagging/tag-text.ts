import type { Tags } from '../model/mention.js';
import type { CatalogueActor } from './actor-catalogue.js';
import { loadBuiltInActors } from './actor-catalogue.js';
import { chooseActors, toActorMention } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import { findCataloguedActors } from './catalogued-actors.js';
import { findCountries } from './countries.js';
import { listCountryForms } from './country-names.js';
import otherNames from './gazetteer/other-names.json' with { type: 'json' };
import type { GazetteerEntry } from './gazetteer-entry.js';
import { createCurrencyTrie } from './money/currency-markers.js';
import { findNames } from './find-names.js';
import { findMoney } from './money/find-money.js';
import { loadNameLexicon } from './name-lexicon.js';
import type { NameLexicon } from './name-lexicon.js';
import { markHeadlines } from './headlines.js';
import { createRunContext } from './organisation-runs.js';
import { findUncataloguedOrganisations } from './organisations.js';
import { findPlaces, listPlaceForms } from './places.js';
import { readText } from './reading.js';
import type { Reading } from './reading.js';
import { findUncataloguedThreatActors } from './threat-actors.js';
import { addPhrase, createTokenTrie } from './token-trie.js';
import type { TokenTrie } from './token-trie.js';

/** Changes with every rule or gazetteer that may change an answer; stored with each article. */
export const TAGGER_VERSION = '1';

/** A text to tag. Offsets in the answer count UTF-16 code units of `text`; the title is not tagged. */
export interface TagInput {
  readonly text: string;
  readonly title?: string;
  /** ISO 8601. */
  readonly publishedAt?: string;
}

/** Tags texts. Holds no state between texts. */
export interface Tagger {
  readonly version: string;
  /** Never throws, whatever the text; time is linear in its length. */
  readonly tag: (input: TagInput) => Tags;
}

/** What a tagger knows beside the built-in catalogue. */
export interface TaggerOptions {
  /** Actors that a user imported; they stand beside the built-in ones. */
  readonly extraActors?: readonly CatalogueActor[];
}

/**
 * Makes a tagger: reads the gazetteers into one trie, once.
 */
export function createTagger(options: TaggerOptions = {}): Tagger {
  const gazetteer = createGazetteer(options.extraActors ?? []);
  const currencies = createCurrencyTrie();
  const lexicon = loadNameLexicon();
  return {
    version: TAGGER_VERSION,
    tag: ({ text }) => {
      const reading = readText(text, gazetteer);
      const actors = findActors(reading, lexicon);
      const taken = markNames(reading, actors);
      const countries = findCountries(reading, taken);
      const places = findPlaces(reading, taken);
      const money = findMoney(reading, currencies);
      const mentions = actors.map((actor) => toActorMention(reading, actor));
      return { countries, places, actors: mentions, money, taggerVersion: TAGGER_VERSION };
    },
  };
}

function createGazetteer(extraActors: readonly CatalogueActor[]): TokenTrie<GazetteerEntry> {
  const trie = createTokenTrie<GazetteerEntry>();
  for (const entry of listCountryForms()) addPhrase(trie, entry.form, entry);
  for (const entry of listPlaceForms()) addPhrase(trie, entry.form, entry);
  for (const name of otherNames.names) addPhrase(trie, name, { type: 'other' });
  for (const actor of [...loadBuiltInActors(), ...extraActors]) {
    for (const { alias, mode } of actor.aliases)
      addPhrase(trie, alias, { type: 'actor', actor, alias, mode });
  }
  return trie;
}

// What the catalogue and the names themselves tell; then what the text around tells.
function findActors(reading: Reading, lexicon: NameLexicon): ActorCandidate[] {
  const size = reading.tokens.length;
  const others = new Uint8Array(size);
  for (const { first, end, value } of reading.matches) if (value.type === 'other') others.fill(1, first, end);
  const context = createRunContext(reading, lexicon);
  const headlines = markHeadlines(reading.tokens, reading.sentences);
  const strong = chooseActors(
    [
      ...findCataloguedActors(reading),
      ...findUncataloguedThreatActors(reading),
      ...findUncataloguedOrganisations(context, headlines),
    ].filter((actor) => others[actor.first] !== 1 || others[actor.end - 1] !== 1),
    size,
  );
  return findNames(context, headlines, strong);
}

// Where no country or place is said by itself: inside names. "The Chinese government" does say China, and so does
// "U.S. Department of Trade"; "American Airlines" does not say America.
function markNames(reading: Reading, actors: readonly ActorCandidate[]): Uint8Array {
  const taken = new Uint8Array(reading.tokens.length);
  for (const { first, end, rule } of actors)
    if (rule !== 'organisation/government') taken.fill(1, first, end);
  const headed = actors.filter(({ rule }) => rule === 'organisation/head');
  const ends = new Map(headed.map(({ first, end }) => [first, end]));
  for (const { first, end, value } of reading.matches) {
    const opensName = value.type === 'country' && end < (ends.get(first) ?? first);
    if (opensName) taken.fill(0, first, end);
  }
  return taken;
}
