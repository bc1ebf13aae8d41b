import type { Tags } from '../model/mention.js';
import { findExplainedNames, findLoneAcronyms } from './acronyms.js';
import type { CatalogueActor } from './actor-catalogue.js';
import { loadBuiltInActors } from './actor-catalogue.js';
import { chooseActors, toActorMention } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import { findCataloguedActors } from './catalogued-actors.js';
import { findCountries } from './countries.js';
import { listCountryForms } from './country-names.js';
import otherNames from './gazetteer/other-names.json' with { type: 'json' };
import countryForms from './gazetteer/country-forms.json' with { type: 'json' };
import type { GazetteerEntry } from './gazetteer-entry.js';
import { createCurrencyTrie } from './money/currency-markers.js';
import { findMoney } from './money/find-money.js';
import { findListedNames } from './name-lists.js';
import { loadNameLexicon } from './name-lexicon.js';
import type { NameLexicon } from './name-lexicon.js';
import { markHeadlines } from './headlines.js';
import { createRunContext } from './organisation-runs.js';
import { findOrganisationsByMembers } from './organisation-members.js';
import { findUncataloguedOrganisations } from './organisations.js';
import { findPersons } from './persons.js';
import { findPlaces, listPlaceForms } from './places.js';
import { readText } from './reading.js';
import type { Reading } from './reading.js';
import { findOrganisationsAgain } from './repeated-names.js';
import { createSentenceParts } from './sentence-parts.js';
import { findSurnames } from './surnames.js';
import { findUncataloguedThreatActors } from './threat-actors.js';
import { addPhrase, createTokenTrie } from './token-trie.js';
import type { TokenTrie } from './token-trie.js';

/** Changes with every rule or gazetteer that may change an answer; stored with each article. */
export const TAGGER_VERSION = '1';

const GIVEN_NAMES: ReadonlySet<string> = new Set(countryForms.givenNames.forms);

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

// Groups and organisations first; persons stand where neither they nor countries and places do.
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
  const explained = findExplainedNames(context, strong, markActorsAndPlaces(reading, strong));
  const groups = chooseActors([...strong, ...explained], size);
  const parts = createSentenceParts(reading);
  const full = findPersons({
    reading,
    lexicon,
    parts,
    headlines,
    taken: markGroupsAndPlaces(reading, groups),
  });
  const persons = [
    ...full,
    ...findSurnames(reading, full, markActorsAndPlaces(reading, [...groups, ...full])),
  ];
  const known = chooseActors([...groups, ...persons], size);
  const taken = markActorsAndPlaces(
    reading,
    known.filter(({ rule }) => rule !== 'person/name-shape'),
  );
  const members = findOrganisationsByMembers(context, taken);
  const all = chooseActors([...known, ...members, ...findLoneAcronyms(reading, taken)], size);
  const listed = findListedNames(context, all, markActorsAndPlaces(reading, all));
  const named = chooseActors([...all, ...listed], size);
  return chooseActors([...named, ...findOrganisationsAgain(reading, lexicon, named)], size);
}

function markActorsAndPlaces(reading: Reading, actors: readonly ActorCandidate[]): Uint8Array {
  const taken = new Uint8Array(reading.tokens.length);
  for (const { first, end } of actors) taken.fill(1, first, end);
  for (const { first, end, value } of reading.matches) if (value.type !== 'actor') taken.fill(1, first, end);
  return taken;
}

// Where no person's name may stand. A country or city that is also a given name may be one ("Jordan Smith").
function markGroupsAndPlaces(reading: Reading, groups: readonly ActorCandidate[]): Uint8Array {
  const taken = new Uint8Array(reading.tokens.length);
  for (const { first, end, kind } of groups) if (kind !== 'person') taken.fill(1, first, end);
  for (const { first, end, value } of reading.matches) {
    if (value.type === 'actor') continue;
    const isName = value.type !== 'other' && GIVEN_NAMES.has(value.form);
    const isDoubtful = value.type === 'place' && end - first === 1;
    if (!isName && !isDoubtful) taken.fill(1, first, end);
  }
  return taken;
}

// Where no country or place is said by itself: inside names. "The Chinese government" does say China.
function markNames(reading: Reading, actors: readonly ActorCandidate[]): Uint8Array {
  const taken = new Uint8Array(reading.tokens.length);
  for (const { first, end, rule } of actors)
    if (rule !== 'organisation/government') taken.fill(1, first, end);
  return taken;
}
