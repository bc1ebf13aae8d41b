import type { ImportedActor, ImportedActors } from '../model/imported-actor.js';
import type { Tags } from '../model/mention.js';
import { loadBuiltInActors } from './actor-catalogue.js';
import { chooseActors, dropPadded, rejectActor, toActorMention } from './actor-candidate.js';
import type { ActorCandidate } from './actor-candidate.js';
import { findCataloguedActors } from './catalogued-actors.js';
import { findCountries } from './countries.js';
import { explainTags } from './explain-tags.js';
import type { TagExplanation } from './explain-tags.js';
import { markNames } from './country-in-name.js';
import { FOREIGN_LANGUAGES, listCountryForms, listForeignCountryForms } from './country-names.js';
import { createGazetteer } from './create-gazetteer.js';
import otherNames from './gazetteer/other-names.json' with { type: 'json' };
import { mergeCatalogues } from './merge-catalogues.js';
import type { MergedCatalogue } from './merge-catalogues.js';
import { createCurrencyTrie } from './money/currency-markers.js';
import type { CurrencyMarker } from './money/currency-markers.js';
import { findNames } from './find-names.js';
import { findMoney } from './money/find-money.js';
import { loadNameLexicon } from './name-lexicon.js';
import type { NameLexicon } from './name-lexicon.js';
import { markHeadlines } from './headlines.js';
import { createRunContext } from './organisation-runs.js';
import { findUncataloguedOrganisations } from './organisations.js';
import { listPlaceForms } from './place-names.js';
import { findPlaces } from './places.js';
import { readText } from './reading.js';
import type { Reading } from './reading.js';
import { keepSafe } from './safe-rules.js';
import { findUncataloguedThreatActors } from './threat-actors.js';
import { phraseKey } from './token-trie.js';
import type { TokenTrie } from './token-trie.js';
import { createTrace } from './trace.js';

/** Changes with every rule or gazetteer that may change an answer; stored with each article. */
export const TAGGER_VERSION = '3';

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
  /** How the imported actors were joined with the built-in ones. */
  readonly catalogue: Omit<MergedCatalogue, 'actors'>;
  /** Never throws, whatever the text; time is linear in its length. */
  readonly tag: (input: TagInput) => Tags;
  /** The same tags, with everything that was looked at on the way and why it was taken or not. */
  readonly explain: (input: TagInput) => TagExplanation;
}

/** What a tagger knows beside the built-in catalogue. */
export interface TaggerOptions {
  /** Actors that users imported: joined with the built-in ones, see `mergeCatalogues`. */
  readonly imported?: ImportedActors;
}

/**
 * The version that answers are marked with: that of the rules and, behind a plus, that of the imported actors.
 *
 * @param importVersion - 0 for none
 */
export function taggerVersion(importVersion: number): string {
  return importVersion === 0 ? TAGGER_VERSION : `${TAGGER_VERSION}+${importVersion}`;
}

/**
 * Makes a tagger: reads the gazetteers into one trie, once.
 */
export function createTagger(options: TaggerOptions = {}): Tagger {
  const lexicon = loadNameLexicon();
  const { actors: known, ...catalogue } = joinActors(options.imported?.actors ?? [], lexicon);
  const gazetteer = createGazetteer(known);
  const version = taggerVersion(options.imported?.version ?? 0);
  const knowledge = { lexicon, currencies: createCurrencyTrie(), version };
  return {
    version,
    catalogue,
    tag: ({ text }) => tagReading(readText(text, gazetteer), knowledge),
    explain: ({ text }) => {
      const trace = createTrace();
      const reading = readText(text, gazetteer, trace);
      return explainTags(reading, trace, tagReading(reading, knowledge));
    },
  };
}

/** What the rules know beside the gazetteer. */
interface Knowledge {
  readonly lexicon: NameLexicon;
  readonly currencies: TokenTrie<CurrencyMarker>;
  readonly version: string;
}

function tagReading(reading: Reading, { lexicon, currencies, version }: Knowledge): Tags {
  const actors = keepSafe(reading, findActors(reading, lexicon));
  const taken = markNames(reading, actors);
  const countries = findCountries(reading, taken);
  const places = findPlaces(reading, taken, countries);
  const money = findMoney(reading, currencies, [...countries, ...places]);
  const mentions = actors.map((actor) => toActorMention(reading, actor));
  const tags = { countries, places, actors: mentions, money, taggerVersion: version };
  return reading.language === 'en' ? tags : { ...tags, partial: true };
}

function joinActors(imported: readonly ImportedActor[], lexicon: NameLexicon): MergedCatalogue {
  const builtIn = loadBuiltInActors();
  if (imported.length === 0) return mergeCatalogues(builtIn, imported, { lexicon, otherNames: new Set() });
  const foreign = FOREIGN_LANGUAGES.flatMap(listForeignCountryForms);
  const forms = [...listCountryForms(), ...foreign, ...listPlaceForms()].map(({ form }) => form);
  const others = builtIn.filter(({ kind }) => kind !== 'threat-actor');
  const names = others.flatMap(({ aliases }) => aliases.map(({ alias }) => alias));
  const otherKeys = [...forms, ...names, ...otherNames.names].map(phraseKey);
  return mergeCatalogues(builtIn, imported, { lexicon, otherNames: new Set(otherKeys) });
}

// What the catalogue and the names themselves tell; then what the text around tells.
function findActors(reading: Reading, lexicon: NameLexicon): ActorCandidate[] {
  const others = new Uint8Array(reading.tokens.length);
  for (const { first, end, value } of reading.matches) if (value.type === 'other') others.fill(1, first, end);
  const context = createRunContext(reading, lexicon);
  const headlines = markHeadlines(reading.tokens, reading.sentences);
  const catalogued = findCataloguedActors(reading, lexicon.firstNames);
  const threats = findUncataloguedThreatActors(reading, catalogued, lexicon.commonWords);
  const organisations = findUncataloguedOrganisations(context, headlines);
  const whole = dropPadded(reading, organisations, [...catalogued, ...threats]);
  const proposed = [...catalogued, ...threats, ...whole].filter((actor) => {
    const isOther = others[actor.first] === 1 && others[actor.end - 1] === 1;
    if (isOther) rejectActor(reading, actor, 'other-thing');
    return !isOther;
  });
  return findNames(context, headlines, chooseActors(reading, proposed));
}
