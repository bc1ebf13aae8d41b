import { describe, expect, it } from 'vitest';

import { actorsIn, tagText } from './tag-with.js';

const threats = (text: string): string[] => actorsIn(text, 'threat-actor');

describe('threat actors', () => {
  it.each([
    ['Hidden Cobra and Cozy Bear were named.', ['Hidden Cobra→Lazarus Group', 'Cozy Bear→APT29']],
    ['Analysts blame APT-28, APT 41 and APT10.', ['APT-28→APT28', 'APT 41→APT41', 'APT10']],
    ['UNC9876, TA9999 and Storm-4321 are new clusters.', ['UNC9876', 'TA9999', 'Storm-4321']],
    ['The hackers of Opal Typhoon and Quartz Chollima were seen.', ['Opal Typhoon', 'Quartz Chollima']],
    ['The Play ransomware gang struck again. Play denied it.', ['Play', 'Play']],
    ['LockBit 3.0 affiliates and KillNet', ['LockBit 3.0→LockBit', 'KillNet']],
    [
      'A hacking group called Velvet Comet claimed it. Velvet Comet is new.',
      ['Velvet Comet', 'Velvet Comet'],
    ],
  ])('are resolved: %s', (text, expected) => {
    expect(threats(text)).toEqual(expected);
  });

  it.each([
    'Children play while the royal silence grows.',
    'Play resumed. One Medusa statue stands in the Royal Hive.',
    'Super Typhoon Rai and a Polar Bear',
    'A lead on the payload was found at sea.',
    'See https://attack.example/groups/apt28/ for more.',
  ])('are not in: %s', (text) => {
    expect(threats(text)).toEqual([]);
  });

  it('carry the ATT&CK id of the identity, and none when unknown', () => {
    const [known, unknown] = tagText('Lazarus Group and UNC9876').actors;
    expect([known?.id, unknown?.id]).toEqual(['G0032', null]);
  });

  it.each([
    ['Lazarus Group of North Korea stole the coins.', 'Lazarus Group'],
    ['Sanctions hit Evil Corp. The malware stopped.', 'Evil Corp'],
    ['The files came from docs.example/plan.pdf. APT28 wrote them.', 'APT28'],
  ])('are known whatever stands beside their names: %s', (text, name) => {
    expect(actorsIn(text, 'threat-actor')).toEqual([name]);
    expect(actorsIn(text, 'organisation')).toEqual([]);
  });

  it('keeps linked groups apart', () => {
    const names = tagText('Bronze Starlight, linked to APT10').actors.map(({ name }) => name);
    expect(new Set(names).size).toBe(2);
  });
});
