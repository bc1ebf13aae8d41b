import { describe, expect, it } from 'vitest';

import { countriesIn, tagText } from './tag-with.js';

const SAID: readonly [string, string[]][] = [
  ['Envoys of Peru and Kenya met in secret.', ['Peru→PE', 'Kenya→KE']],
  ['Talks with the U.S., the UK and the U.A.E. resumed.', ['U.S.→US', 'UK→GB', 'U.A.E.→AE']],
  ['The DPRK, the PRC and the ROK sent notes.', ['DPRK→KP', 'PRC→CN', 'ROK→KR']],
  ['Turkey and Türkiye are one country.', ['Turkey→TR', 'Türkiye→TR']],
  ['A China-linked crew and a U.S.-led task force', ['China→CN', 'U.S.→US']],
  ['Japanese, Swiss and North Korean officials agreed.', ['Japanese→JP', 'Swiss→CH', 'North Korean→KP']],
  ["Brazil's ministry blamed Finns and Poles.", ['Brazil→BR', 'Finns→FI', 'Poles→PL']],
  ['Trade between North and South Korea stopped.', ['North→KP', 'South Korea→KR']],
  ['The Democratic Republic of the Congo sued.', ['Democratic Republic of the Congo→CD']],
  ['Papua New Guinea and Guinea-Bissau abstained.', ['Papua New Guinea→PG', 'Guinea-Bissau→GW']],
  ['Hong Kong and Puerto Rico have codes of their own.', ['Hong Kong→HK', 'Puerto Rico→PR']],
  ['Burma, now Myanmar, denied it.', ['Burma→MM', 'Myanmar→MM']],
  ['The Chinese government replied.', ['Chinese→CN']],
];

const NOT_SAID: readonly [string, string][] = [
  ['a pronoun', 'They told us that it was us.'],
  ['a person', 'Chad Miller and Jordan Peterson spoke.'],
  ['a language', 'The Spanish-language site speaks French.'],
  ['an organisation', 'American Airlines and Bank of China declined to comment.'],
  ['a host', 'Traffic went to login.turkey.com and https://example.org/china/japan.'],
  ['a dish', 'They ate roast turkey off fine china.'],
  ['a town', 'She moved from Lebanon, Tenn., to Cuba, Missouri.'],
  ['a state', 'Voters in Georgia and Alabama went to the polls in Atlanta.'],
  ['another place', 'Latin America and New Mexico'],
  ['money', 'It cost US$5 million.'],
];

describe('countries', () => {
  it.each(SAID)('are found in: %s', (text, expected) => {
    expect(countriesIn(text)).toEqual(expected);
  });

  it.each(NOT_SAID)('are not said by %s: %s', (_, text) => {
    expect(countriesIn(text)).toEqual([]);
  });

  it('tells names, demonyms and codes apart', () => {
    const via = tagText('Iran, Iranian ships and the UK').countries.map((mention) => mention.via);
    expect(via).toEqual(['name', 'demonym', 'code']);
  });

  it('takes Georgia for the country beside its neighbours', () => {
    expect(countriesIn('Georgia and Armenia closed the border.')).toEqual(['Georgia→GE', 'Armenia→AM']);
  });
});
