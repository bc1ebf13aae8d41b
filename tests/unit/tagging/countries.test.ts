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
  ['N. Korea fired; S. Korea and Viet Nam protested.', ['N. Korea→KP', 'S. Korea→KR', 'Viet Nam→VN']],
  ['Pro-Russia groups, an ex-UK minister, Iran-backed crews', ['Russia→RU', 'UK→GB', 'Iran→IR']],
  ['A Sino-Indian pact and the Franco-German brigade', ['Sino→CN', 'Indian→IN', 'Franco→FR', 'German→DE']],
  ['The Republic of China is not China.', ['Republic of China→TW', 'China→CN']],
  ['Ceylon, Upper Volta and West Germany were', ['Ceylon→LK', 'Upper Volta→BF', 'West Germany→DE']],
  [
    'Isle of Man, Guernsey, Gibraltar, Hong Kongers',
    ['Isle of Man→IM', 'Guernsey→GG', 'Gibraltar→GI', 'Hong Kongers→HK'],
  ],
  ['It was the Islamic Republic that answered.', ['Islamic Republic→IR']],
  ['Kingdom of Saudi Arabia', ['Kingdom of Saudi Arabia→SA']],
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
  ['a part of another country', 'British Columbia, New South Wales and Western Australia'],
  ['a sea', 'Ships left the South China Sea for the Gulf of Guinea and the Indian Ocean.'],
  ['a state of the past', 'The British Empire fought the Kingdom of France and the Dutch Republic.'],
  ['an association', 'the Bowlers of America and Voice of America'],
  ['food and animals', 'A Greek salad, French fries, a German shepherd and Guinea pigs'],
  ['a tournament', 'She won the French Open and the Australian Open.'],
  ['a bird', 'Turkey needs four hours. Put stuffing into the turkey.'],
  ['a postal code', 'The shop in Peru, IN, closed.'],
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

  it.each([
    ['The Russian Foreign Ministry replied.', ['Russian→RU']],
    ['The U.S. Navy and the Indian Coast Guard sailed.', ['U.S.→US', 'Indian→IN']],
    ['The Communist Party of China met.', ['China→CN']],
    ['The Norwegian National Security Authority warned.', ['Norwegian→NO']],
    ['American Airlines, Bank of China and the China Daily said nothing.', []],
    ['US-CERT wrote an alert.', []],
  ])('count in the name of a body that is their own, not of a firm: %s', (text, expected) => {
    expect(countriesIn(text)).toEqual(expected);
  });

  it.each([
    ['A Lebanon man was held. Police in Lebanon, N.H., found him.', []],
    ['Eva Roe, 49, Palestine, and Tim Poe, 31, Tyler, Texas', []],
    ['The Georgia Department of Labor wrote to Georgia mayors.', []],
    ['LEBANON (AP) - The trial of an Ohio nurse began.', []],
    ['Belarus, Georgia and Moldova sent troops.', ['Belarus→BY', 'Georgia→GE', 'Moldova→MD']],
    ['Batumi, Georgia, has a port.', ['Georgia→GE']],
    ['From Iran, Ms. Azar went to Dallas.', ['Iran→IR']],
    ['A Texas firm sold pumps to Chile.', ['Chile→CL']],
    ['Israel police and Kenya police met in Nairobi.', ['Israel→IL', 'Kenya→KE']],
  ])('are told from their namesakes in the USA by the whole text: %s', (text, expected) => {
    expect(countriesIn(text)).toEqual(expected);
  });

  it.each([
    ['Chad Miller flew in. Then Chad flew to Chad.', 'a given name'],
    ['Rosa Jordan won. Jordan thanked all.', 'a surname'],
  ])('are told from persons: %s (%s)', (text) => {
    expect(countriesIn(text).length).toBeLessThanOrEqual(1);
  });

  it('takes Georgia for the country beside its neighbours', () => {
    expect(countriesIn('Georgia and Armenia closed the border.')).toEqual(['Georgia→GE', 'Armenia→AM']);
  });
});
