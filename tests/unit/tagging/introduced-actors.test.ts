import { describe, expect, it } from 'vitest';
import { actorsIn, tagText } from './tag-with.js';

const threats = (text: string): string[] => actorsIn(text, 'threat-actor');

describe('names that only the text introduces', () => {
  it.each([
    ['the ransomware gang Zorgon hit a mill', ['Zorgon']],
    ['a threat actor called “Z.O.G.” sells access', ['Z.O.G']],
    ['the e-crime group "Plum the Quiet" and others', ['Plum the Quiet']],
    ['a hacking group calling itself the Guardians of Dusk', ['Guardians of Dusk']],
    ['the cyber espionage group that Acme Labs tracks as Gloomy Heron', ['Gloomy Heron']],
    ['a hacking group, linked to Russia and known as Winter Plum,', ['Winter Plum']],
    ['hacktivists: the collective, which goes by the name of Dusk4ever, claimed a hack', ['Dusk4ever']],
    ['The Zorgon hacking group is back.', ['Zorgon']],
    ['Malware is what the Zorgon gang sells.', ['Zorgon']],
    ['threat actors such as Zorgon, Barzle and Fimble', ['Zorgon', 'Barzle', 'Fimble']],
    ['the extortion groups Zorgon and Barzle', ['Zorgon', 'Barzle']],
    ['Ransomware Gang R4venous Claims Attack', ['R4venous']],
    ['the hacktivist group Anonymous Plover Land', ['Anonymous Plover Land']],
  ])('are found: %s', (text, expected) => {
    expect(threats(text)).toEqual(expected);
  });

  it.each([
    'Ransomware Gang Claims Attack On Hospital',
    'Threat Actor Targets Banks',
    'Several ransomware gangs and many hacking groups',
    'Notorious hacking group strikes again',
    'The threat actor Russia fears',
    'a threat group that Microsoft watches',
    'a rock group called Velvet Plover',
    'the hacking group uses a backdoor called Zorgon',
    'The threat actor “thread hijacks” a mail.',
    'Zorgon threat actors are whoever buys it.',
    'The threat actor exploits CVE-2024-0001.',
  ])('are not in: %s', (text) => {
    expect(threats(text)).toEqual([]);
  });

  it('are the same actor wherever they stand again, but for the names of files and plain words', () => {
    const text =
      'The ransomware gang Grief hit it.\nGrief followed.\nSee Loader.Zorgon, by the threat actor Zorgon.';
    expect(tagText(text).actors.map(({ start }) => text.slice(start, start + 10))).toEqual([
      'Grief hit ',
      'Grief foll',
      'Zorgon.',
    ]);
  });

  it('are marked as unverified, known ones are not', () => {
    const { actors } = tagText('The hacking groups Zorgon, APT28 and UNC9988');
    expect(actors.map(({ name, unverified }) => [name, unverified ?? false])).toEqual([
      ['Zorgon', true],
      ['APT28', false],
      ['UNC9988', false],
    ]);
  });
});

describe('other names that a text gives', () => {
  it.each([
    ['APT28 (aka Zorgon, Barzle and Fimble)', ['APT28', 'Zorgon→APT28', 'Barzle→APT28', 'Fimble→APT28']],
    ['UNC9988 is also known as Zorgon.', ['UNC9988', 'Zorgon→UNC9988']],
    ['Gloomy Heron, also tracked as UNC9988,', ['Gloomy Heron→UNC9988', 'UNC9988']],
    ['the Zorgon ransomware gang, formerly known as Barzle', ['Zorgon', 'Barzle→Zorgon']],
    ['APT28, also known as APT29', ['APT28', 'APT29']],
  ])('belong to the actor: %s', (text, expected) => {
    expect(threats(text)).toEqual(expected);
  });

  it('are no names of what is only linked', () => {
    expect(threats('APT28, linked to Zorgon and thought to work with Barzle')).toEqual(['APT28']);
  });

  it('may be an acronym that the text explains', () => {
    const text = 'The hacking group Gloomy Dusk Herons (GDH) struck. GDH is new.';
    expect(threats(text)).toEqual(['Gloomy Dusk Herons', 'GDH→Gloomy Dusk Herons', 'GDH→Gloomy Dusk Herons']);
  });
});
