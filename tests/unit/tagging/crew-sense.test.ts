import { describe, expect, it } from 'vitest';
import { actorsIn } from './tag-with.js';

const threats = (text: string): string[] => actorsIn(text, 'threat-actor');

describe('a name that a crew shares with its malware', () => {
  it.each([
    'The Conti gang is back with ransomware.',
    'The Conti ransomware gang is back.',
    'Conti ransomware operators want money.',
    'Conti claimed the hack.',
    'Conti has since posted the files of a ransomware victim.',
    'The hack was claimed by Conti.',
    'Members of Conti were arrested for ransomware.',
    'Ransomware gangs such as Zorgon and Conti',
    'It stands on Conti’s leak site, as ransomware victims do.',
    'The Conti leak site lists ransomware victims.',
  ])('is the crew: %s', (text) => {
    expect(threats(text)).toContain('Conti');
  });

  it.each([
    'The Conti ransomware encrypts files.',
    'They deployed Conti after phishing.',
    'A Conti payload and other malware',
    'The Conti encryptor is ransomware.',
    'A new variant of Conti ransomware',
    'Conti and ransomware are in this text.',
    'Operators of the Conti ransomware were seen.',
    'Antonio Conti claimed the prize.',
  ])('is not: %s', (text) => {
    expect(threats(text)).not.toContain('Conti');
  });

  it('is the crew throughout a text that shows it once, but where a program is meant', () => {
    const text = 'The Conti gang is back. A mill was hit by Conti ransomware. They deployed Conti there.';
    expect(threats(text)).toEqual(['Conti', 'Conti']);
  });
});

describe('a name that is a word', () => {
  it.each([
    ['The hackers of Silence stole from banks by malware.', ['Silence→Silence group']],
    ['Lazarus stole it, malware analysts said.', ['Lazarus→Lazarus Group']],
    ['Medusa, a ransomware gang, and Play, a hacking group', ['Medusa', 'Play']],
  ])('counts in context: %s', (text, expected) => {
    expect(threats(text)).toEqual(expected);
  });

  it.each([
    'Silence fell over Royal Hive.',
    'Lazarus rose, and Leviathan sank.',
    'Emma Lazarus wrote of malware.',
    'Win64.Ransom.Winnti is what the malware scanner said.',
    'The gas fields are called Aphrodite and Calypso.',
  ])('does not without: %s', (text) => {
    expect(threats(text)).toEqual([]);
  });
});
