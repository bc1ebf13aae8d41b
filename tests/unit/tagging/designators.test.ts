import { describe, expect, it } from 'vitest';
import { actorsIn } from './tag-with.js';

const threats = (text: string): string[] => actorsIn(text, 'threat-actor');

describe('names by vendors’ schemes', () => {
  it.each([
    ['apt groups APT99, APT-99 and APT 99', ['APT99', 'APT-99→APT99', 'APT 99→APT99']],
    ['APT-C-99, APT-Q-98, APT-K-97 and T-APT-96', ['APT-C-99', 'APT-Q-98', 'APT-K-97', 'T-APT-96']],
    ['UNC99988 and UNG9998', ['UNC99988', 'UNG9998']],
    ['TA9988, FIN98, ATK198', ['TA9988', 'FIN98', 'ATK198']],
    ['Storm-9988, STORM-9987 and DEV-9986', ['Storm-9988', 'STORM-9987→Storm-9987', 'DEV-9986']],
    ['UAC-9985, UAT-99841, UTA9983', ['UAC-9985', 'UAT-99841', 'UTA9983']],
    ['TAG-998, ITG98, Hive0998, TG-9982, GTG-9981', ['TAG-998', 'ITG98', 'Hive0998', 'TG-9982', 'GTG-9981']],
    ['CL-STA-9980, TGR-CRI-9979 and Larva-99781', ['CL-STA-9980', 'TGR-CRI-9979', 'Larva-99781']],
    ['REF9977, SectorQ98 and Magecart Group 98', ['REF9977', 'SectorQ98', 'Magecart Group 98']],
    ['TEMP.Plover and UNK_GloomyPlover', ['TEMP.Plover', 'UNK_GloomyPlover']],
    ['GrayYankee, PurpleQuebec and GloomyCypress', ['GrayYankee', 'PurpleQuebec', 'GloomyCypress']],
    ['Storm-9988’s tools and APT99-linked servers', ['Storm-9988', 'APT99']],
  ])('are numbers: %s', (text, expected) => {
    expect(threats(text)).toEqual(expected);
  });

  it.each([
    'Flight TA 998 and room FIN 9 are full.',
    'Storm 2024 and Storm-Force 10 winds',
    'The file UNC9988.exe and the host apt99.example.com',
    'Model TAG-9, gate DEV-12 and part REF12345.',
    'APT2024 is a conference, SectorQ a club.',
  ])('are not: %s', (text) => {
    expect(threats(text)).toEqual([]);
  });

  it.each([
    [
      'Malware of Gloomy Panda, Quartz Chollima and Brisk Kitten',
      ['Gloomy Panda', 'Quartz Chollima', 'Brisk Kitten'],
    ],
    ['The hackers of Opal Sleet were not Teal Blizzard.', ['Opal Sleet', 'Teal Blizzard']],
    ['Ransomware by Gloomy Scorpius and Brisk Serpens', ['Gloomy Scorpius', 'Brisk Serpens']],
    ['The intrusion was the work of BRONZE PLOVER.', ['BRONZE PLOVER']],
    ['The threat actors Earth Plover and White Dunlin phish them.', ['Earth Plover', 'White Dunlin']],
    ['The threat group Gloomy Tiger and its malware', ['Gloomy Tiger']],
  ])('are families: %s', (text, expected) => {
    expect(threats(text)).toEqual(expected);
  });

  it.each([
    'Super Typhoon Mawar and a Giant Panda',
    'The Alexandria Blizzard won, and so did the Gloomy Kitten.',
    'The zoo lost a Bengal Tiger and a Polar Bear to malware.',
    'Bronze Medal winners wrote of hackers on Earth Day.',
    'Hackers broke into the White House and the Blue Screen.',
    'The SolarWinds Orion platform was hit by hackers.',
    'The Purple Plover malware is new.',
  ])('are no families: %s', (text) => {
    expect(threats(text)).toEqual([]);
  });
});
