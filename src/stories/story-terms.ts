import type { Span, Tags } from '../model/mention.js';
import type { StoryTerm } from '../model/story.js';
import { hashText } from './hash-text.js';

/** Terms of an article that count: the first ones, for reports say first what matters. */
const MAX_TERMS = 96;

/** Shares of articles, rough guesses that count less the more articles were counted; see `weighTerms`. */
const PRIORS = {
  actor: 0.004,
  country: 0.06,
  place: 0.015,
  word: 0.015,
  /** "CVE-2026-1234", "UNC5221". */
  identifier: 0.0005,
  money: 0.0005,
  year: 0.3,
} as const;

/** Of figures by their digits: everything has a 3 in it, hardly anything a 48,316. */
const FIGURE_PRIORS = [0.2, 0.06, 0.01, 0.003] as const;

/**
 * A word or figure: letters and digits with joiners within. Quantifiers are disjoint, so that time is linear.
 */
const TOKEN = /[\p{L}\p{N}]+(?:['’.,-][\p{L}\p{N}]+)*/gu;

/** Where a sentence ends, a line breaks, or somebody begins to speak: the word behind is a capital anyway. */
const OPENS_SENTENCE = /(?:^|[.!?:。！？]["'”’»)\]]*\s+|\n\s*|["“„«‘]\s*)$/u;

/** Capitals in English, and no names: they would make every report of a Tuesday alike. */
const CALENDAR =
  /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/i;

interface PlacedTerm extends StoryTerm {
  readonly start: number;
}

/**
 * What tells an event from others of its kind: who and where (tagged actors, countries and places, and other words
 * with a capital), how much and how many (sums, figures, identifiers). Titles are no part of it: each outlet writes
 * its own.
 *
 * @param text - the article's text
 * @param tags - of that text
 * @returns each term once, in the order of the text, at most 96
 */
export function storyTerms(text: string, tags: Tags): StoryTerm[] {
  const tagged = taggedTerms(tags);
  const spans = [...tags.actors, ...tags.countries, ...tags.places, ...tags.money];
  const found = [...tagged, ...plainTerms(text, spans)].sort((a, b) => a.start - b.start);
  const terms = new Map<number, StoryTerm>();
  for (const { hash, group, prior } of found) {
    if (terms.size === MAX_TERMS) break;
    if (!terms.has(hash)) terms.set(hash, { hash, group, prior });
  }
  return [...terms.values()];
}

function taggedTerms(tags: Tags): PlacedTerm[] {
  return [
    ...tags.actors.map(({ name, start }) =>
      place(`actor ${name.toLowerCase()}`, 'name', PRIORS.actor, start),
    ),
    ...tags.countries.map(({ code, start }) => place(`country ${code}`, 'name', PRIORS.country, start)),
    ...tags.places.map(({ name, start }) =>
      place(`place ${name.toLowerCase()}`, 'name', PRIORS.place, start),
    ),
    ...tags.money.map(({ amount, max, currency, start }) =>
      place(`money ${currency} ${amount} ${max ?? ''}`, 'figure', PRIORS.money, start),
    ),
  ];
}

function* plainTerms(text: string, spans: readonly Span[]): Generator<PlacedTerm> {
  const ordered = spans.toSorted((a, b) => a.start - b.start);
  let next = 0;
  let coveredTo = 0;
  for (const { 0: token, index: start } of text.matchAll(TOKEN)) {
    for (let span = ordered[next]; span !== undefined && span.start <= start; span = ordered[++next])
      coveredTo = Math.max(coveredTo, span.end);
    if (start < coveredTo) continue;
    const term = termOf(token, start, text);
    if (term !== null) yield term;
  }
}

function termOf(token: string, start: number, text: string): PlacedTerm | null {
  if (/^[\d.,]+$/.test(token)) return figureTerm(token, start);
  if (/\p{L}/u.test(token) && /\d{2}/.test(token))
    return place(`id ${token.toLowerCase()}`, 'figure', PRIORS.identifier, start);
  if (!/^\p{Lu}\p{L}/u.test(token) || CALENDAR.test(token)) return null;
  if (OPENS_SENTENCE.test(text.slice(Math.max(0, start - 8), start))) return null;
  return place(`word ${token.replace(/['’]s$/, '').toLowerCase()}`, 'name', PRIORS.word, start);
}

function figureTerm(token: string, start: number): PlacedTerm {
  // "1,200" is 1200; "4.8" stays.
  const figure = token.replace(/,(?=\d{3}(?:\D|$))/g, '').replace(/[.,]+$/, '');
  const digits = figure.replace(/\D/g, '').length;
  const prior = /^(?:19|20)\d\d$/.test(figure)
    ? PRIORS.year
    : (FIGURE_PRIORS[Math.min(digits, FIGURE_PRIORS.length) - 1] ?? FIGURE_PRIORS[0]);
  return place(`figure ${figure}`, 'figure', prior, start);
}

function place(text: string, group: StoryTerm['group'], prior: number, start: number): PlacedTerm {
  return { hash: hashText(text), group, prior, start };
}
