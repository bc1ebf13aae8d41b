import type { RuleName } from './rule-confidence.js';

/** Every reason to turn a candidate down, said to a person. The codes are stable: others may count or filter by them. */
export const REJECTION_REASONS = {
  // Any kind.
  technical: 'Part of an address, a file name, a path or an identifier',
  'small-letters': 'In small letters it is a common word',
  'wrong-case': 'Not written as this name must be to count: in other case, or parted otherwise',
  'inside-other': 'Inside another mention',
  'longer-name': 'Part of a longer name',
  overlap: 'Overlaps a longer or surer candidate',
  'other-language': 'The name in a language that is not that of the text',
  'not-english': 'Found by a rule of English, and the text is in another language',
  // Countries and places.
  'not-said-short': 'Means the country only behind "the" and with no name following',
  'currency-sign': 'With the sign behind it, it is a currency',
  shouted: 'Between words in capitals it may be the pronoun',
  'other-place': 'Part of the name of another place or body',
  'city-name': 'Part of the name of a city',
  'language-name': 'Names the language',
  thing: 'Names a dish, an animal or a thing',
  'namesake-town': 'In this text a town or state of that name',
  'namesake-person': "In this text a person's name",
  'ambiguous-place': 'Also a name or word: no preposition of place before it and not its country behind it',
  // Actors known by the catalogue.
  'scanner-name': 'Part of the name that a virus scanner gives to a file',
  surname: 'A surname behind a given name',
  'off-subject': 'Also a word or name, and the text does not speak of attacks on computers',
  malware: 'The malware of that name, not the people',
  'sense-unclear': 'Also the name of malware, and the text says nowhere that the people are meant',
  'no-context': 'Also a common word or name, and no word near it speaks of such actors',
  'other-thing': 'Part of the name of something else, such as a product or program',
  // Names by grammar.
  'known-otherwise': 'Known as a country, place, firm or person',
  headline: 'In a headline, where every word has a capital',
  'plain-word': 'Only words of the dictionary',
  'weak-head': 'Ends like an organisation, but too plain a name for one',
  'threat-actor-inside': "Begins or ends with a threat actor's whole name",
  'said-twice': 'The organisation that is named right before',
  'lone-acronym': 'An acronym that the text does not explain, and nobody of it speaks or stands for election',
  'known-abbreviation': 'A well-known abbreviation that names no organisation',
  'malware-near': 'A word near it speaks of malware',
  'inner-capital': 'With a capital inside, it is rather a program',
  'may-be-person': "May be a person's name",
  'too-long': 'More words than a name has',
  'thing-name': 'The name of a building, a work, a product or another thing',
  'after-article': 'Behind an article: no person is named so',
  'no-sign': 'Unknown words, and no title, verb or apposition says that they name a person',
  'lone-name': 'One name alone: no full name in the text, no title and no deed of a person',
  // Money.
  'no-currency': 'A number without a currency: a count or a measure',
  'currency-unclear': 'Several countries have a currency of that name, and the text speaks of none of them',
  'no-figure': 'The name of a currency, and no figure goes with it',
  tournament: 'The tournament of that year',
  'letter-code': 'A letter and a figure: a code, unless its country is spoken of or the sum is large',
  weight: 'A weight: nothing near speaks of money',
  year: 'Reads like a year',
  'small-sum': 'Also a word or code: too small a number, and no word near speaks of money',
  'too-large': 'Too large a number',
} as const;

/** A stable code for why a candidate is no mention. */
export type RejectionReason = keyof typeof REJECTION_REASONS;

/** What a rule says of a candidate: the rule by which it is accepted, or why it is not. */
export type Verdict = RuleName | RejectionReason;

/** Tells the two kinds of verdict apart: names of rules have a slash, reasons have none. */
export function isRejection(verdict: Verdict): verdict is RejectionReason {
  return Object.hasOwn(REJECTION_REASONS, verdict);
}
