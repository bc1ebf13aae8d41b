import { describe, expect, it } from 'vitest';
import type { ImportedActor } from '../../../src/model/imported-actor.js';
import { createTagger, TAGGER_VERSION, type Tagger } from '../../../src/tagging/tag-text.js';

function actor(
  name: string,
  aliases: readonly string[] = [],
  more: Partial<ImportedActor> = {},
): ImportedActor {
  return { name, kind: 'threat-actor', externalId: null, aliases, origin: null, ...more };
}

function taggerWith(...actors: readonly ImportedActor[]): Tagger {
  return createTagger({ imported: { version: 3, actors } });
}

function threats(tagger: Tagger, text: string): string[] {
  const { actors } = tagger.tag({ text });
  return actors.map(({ text: surface, name, id }) => `${surface}→${name}${id === null ? '' : ` ${id}`}`);
}

describe('imported actors', () => {
  it('are looked for, by all their names', () => {
    const tagger = taggerWith(actor('Gloomy Otter', ['OtterGang', 'OTR-77'], { externalId: 'G9001' }));
    expect(threats(tagger, 'OtterGang, OTR-77 and Gloomy Otter use malware.')).toEqual([
      'OtterGang→Gloomy Otter G9001',
      'OTR-77→Gloomy Otter G9001',
      'Gloomy Otter→Gloomy Otter G9001',
    ]);
  });

  it('add names to the built-in actor with the same id or name', () => {
    const tagger = taggerWith(
      actor('Sad Otter', [], { externalId: 'G0032' }),
      actor('Cozy Bear', ['GlumOtter']),
      actor('Someone Else', ['DuskOtter'], { externalId: 'G9002' }),
    );
    expect(threats(tagger, 'Malware of Sad Otter, GlumOtter, DuskOtter')).toEqual([
      'Sad Otter→Lazarus Group G0032',
      'GlumOtter→APT29 G0016',
      'DuskOtter→Someone Else G9002',
    ]);
    expect(tagger.catalogue.merged).toEqual([
      { name: 'Sad Otter', into: 'Lazarus Group' },
      { name: 'Cozy Bear', into: 'APT29' },
    ]);
  });

  it('are others than the built-in ones with another id, which keep their names', () => {
    const tagger = taggerWith(actor('Kimsuky', ['GlumOtter'], { externalId: 'G9003' }));
    expect(threats(tagger, 'Malware of Kimsuky and GlumOtter')).toEqual([
      'Kimsuky→Kimsuky G0094',
      'GlumOtter→Kimsuky G9003',
    ]);
    expect(tagger.catalogue.ambiguous).toEqual([{ alias: 'Kimsuky', claimants: ['Kimsuky', 'Kimsuky'] }]);
  });

  it('leave a name that several claim to nobody', () => {
    const tagger = taggerWith(actor('Otter A', ['Sednit', 'DuskOtter']), actor('Otter B', ['DuskOtter']));
    expect(threats(tagger, 'Malware of Sednit and DuskOtter')).toEqual([
      'Sednit→Sednit',
      'DuskOtter→DuskOtter',
    ]);
    expect(tagger.catalogue.ambiguous).toEqual([
      { alias: 'Sednit', claimants: ['APT28', 'Otter A'] },
      { alias: 'DuskOtter', claimants: ['Otter A', 'Otter B'] },
    ]);
  });

  it('do not take plain words for groups', () => {
    const tagger = taggerWith(
      actor('Russian', ['payload', 'core']),
      actor('Harvest', ['silver', 'Fun']),
      actor('Zorgon', [], { sharesNameWithMalware: true }),
    );
    const text =
      'The Russian core of the malware payload. The Harvest was Fun, and so was silver. Zorgon ransomware.';
    expect(threats(tagger, text)).toEqual([]);
    expect(threats(tagger, 'The hackers of Harvest, and the Zorgon ransomware gang')).toEqual([
      'Harvest→Harvest',
      'Zorgon→Zorgon',
    ]);
    expect(tagger.catalogue.unusable.map(({ alias }) => alias)).toEqual([
      'Russian',
      'payload',
      'core',
      'silver',
    ]);
  });

  it('are part of the version that marks answers', () => {
    expect(taggerWith(actor('Gloomy Otter')).tag({ text: '' }).taggerVersion).toBe(`${TAGGER_VERSION}+3`);
    expect(createTagger().version).toBe(TAGGER_VERSION);
  });
});
