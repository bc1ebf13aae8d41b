/**
 * How often a mention found by a rule is right, as counted on labelled texts, drawn towards the mean of its kind
 * where a rule was seen in few texts: the column `estimate` of `npm run kits -- tags --confidence`. What labels leave
 * out counts as wrong, so organisations and threat actors are right more often than this says.
 */
const MEASURED = {
  'country/name': 0.97,
  'country/demonym': 0.97,
  'country/code': 0.99,
  'country/prefix': 0.81,
  'country/ambiguous-name': 0.97,
  'threat-actor/catalogue': 0.88,
  'threat-actor/catalogue-context': 0.75,
  'threat-actor/designator': 0.9,
  'threat-actor/also-known-as': 0.88,
  'threat-actor/unverified': 0.9,
  'threat-actor/acronym': 0.88,
  'organisation/catalogue': 0.83,
  'organisation/catalogue-context': 0.76,
  'organisation/head': 0.91,
  'organisation/government': 0.85,
  'organisation/acronym': 0.91,
  'organisation/acronym-context': 0.81,
  'organisation/members': 0.7,
  'organisation/list': 0.74,
  'person/catalogue': 0.96,
  'person/title': 0.98,
  'person/first-name': 0.98,
  'person/reporting-verb': 0.95,
  'person/apposition': 0.79,
  'person/parts-of-speech': 0.95,
  'person/name-shape': 0.71,
  'person/surname': 0.94,
  'person/deed': 0.94,
  'person/list': 0.87,
  'money/symbol': 0.99,
  'money/code': 0.99,
  'money/word': 0.9,
  'money/subunit': 0.99,
  'money/crypto': 0.98,
  'money/shared': 0.89,
} as const;

/**
 * Rules whose mentions were read by hand. No set labels places: of each rule 60 mentions were read (of metonyms all
 * 47), and the value is the lower end of the Wilson interval, for the sample is small and a place says less than a
 * country's name. Of firms by their legal form and by their trade the labels leave out most that stand in tables and
 * lists: the value is the estimate with those counted that do name a firm.
 */
const READ_BY_HAND = {
  'place/city': 0.74,
  'place/city-ambiguous': 0.78,
  'place/region': 0.94,
  'place/metonym': 0.92,
  'organisation/suffix': 0.88,
  'organisation/role': 0.87,
} as const;

/**
 * Rules that the labels cannot tell: they are too rare in those texts, or (a doubtful dollar) the labels take either
 * answer. The value is that of the nearest relative, lowered by what speaks against them.
 */
const JUDGED = {
  'country/enumeration': 0.95,
  'threat-actor/ambiguous': 0.6,
  'threat-actor/family': 0.7,
  'money/doubtful-dollar': 0.8,
  'money/ambiguous': 0.7,
} as const;

/** Every rule of the tagger and how often a mention found by it is right, 0 to 1. */
export const RULE_CONFIDENCE = { ...MEASURED, ...READ_BY_HAND, ...JUDGED } as const;

export type RuleName = keyof typeof RULE_CONFIDENCE;
