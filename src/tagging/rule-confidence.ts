/**
 * Every rule of the tagger and how often a mention found by it is right, 0 to 1. Rounded from precision on
 * development texts; a rule that is new or rare gets the value of its nearest relative.
 */
export const RULE_CONFIDENCE = {
  'country/name': 0.97,
  'country/demonym': 0.95,
  'country/code': 0.97,
  'country/enumeration': 0.95,
  'country/ambiguous-name': 0.85,
  'place/city': 0.85,
  'place/city-ambiguous': 0.55,
  'place/region': 0.8,
  'place/metonym': 0.8,
  'threat-actor/catalogue': 0.95,
  'threat-actor/catalogue-context': 0.8,
  'threat-actor/designator': 0.95,
  'threat-actor/family': 0.8,
  'threat-actor/also-known-as': 0.7,
  'threat-actor/unverified': 0.6,
  'threat-actor/acronym': 0.7,
  'organisation/catalogue': 0.9,
  'organisation/catalogue-context': 0.7,
  'organisation/suffix': 0.85,
  'organisation/head': 0.75,
  'organisation/government': 0.7,
  'organisation/acronym': 0.8,
  'organisation/role': 0.65,
  'person/catalogue': 0.9,
  'person/title': 0.9,
  'person/first-name': 0.85,
  'person/reporting-verb': 0.8,
  'person/apposition': 0.8,
  'person/name-shape': 0.6,
  'person/surname': 0.85,
  'money/symbol': 0.98,
  'money/code': 0.95,
  'money/word': 0.95,
  'money/subunit': 0.9,
  'money/crypto': 0.95,
  'money/ambiguous': 0.7,
} as const;

export type RuleName = keyof typeof RULE_CONFIDENCE;
