import { describe, expect, it } from 'vitest';
import { uuidV5 } from '../../../src/export/stix-id.js';
import { renderStixBundle } from '../../../src/export/stix.js';
import type { ArticleListing } from '../../../src/model/article-record.js';
import { BARE_ARTICLE, FULL_ARTICLE } from './listings.js';

interface ReadObject {
  readonly type: string;
  readonly id: string;
  readonly created: string;
  readonly modified: string;
  readonly created_by_ref?: string;
  readonly object_refs?: readonly string[];
  readonly name?: string;
  readonly country?: string;
}

const BUILT_AT = new Date('2026-03-05T01:02:03.004Z');

function readBundle(articles: readonly ArticleListing[], builtAt = BUILT_AT) {
  return JSON.parse(renderStixBundle(articles, builtAt)) as {
    type: string;
    id: string;
    objects: ReadObject[];
  };
}

function objectOf(objects: readonly ReadObject[], type: string, name: string): ReadObject | undefined {
  return objects.find((object) => object.type === type && object.name === name);
}

describe('renderStixBundle', () => {
  const { objects, ...bundle } = readBundle([FULL_ARTICLE, BARE_ARTICLE]);

  it('is a bundle of STIX 2.1 objects', () => {
    expect(bundle).toEqual({ type: 'bundle', id: expect.stringMatching(/^bundle--/) as string });
    for (const object of objects) {
      expect(object).toMatchObject({ spec_version: '2.1' });
      expect(object.id).toMatch(
        new RegExp(`^${object.type}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`),
      );
      expect(object.created).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(Date.parse(object.modified)).toBeGreaterThanOrEqual(Date.parse(object.created));
    }
  });

  it('describes an article as a report', () => {
    expect(objectOf(objects, 'report', FULL_ARTICLE.title ?? '')).toMatchObject({
      created: '2026-03-04T05:06:07.890Z',
      modified: '2026-03-05T01:02:03.004Z',
      published: '2026-03-04T05:06:07.890Z',
      lang: 'en',
      description: FULL_ARTICLE.summary,
      external_references: [{ source_name: 'Example News', url: FULL_ARTICLE.url }],
      object_refs: [
        objectOf(objects, 'threat-actor', 'Lazarus Group')?.id,
        objectOf(objects, 'threat-actor', 'Quiet Heron')?.id,
        objectOf(objects, 'identity', 'Ben Zhou')?.id,
        objectOf(objects, 'identity', 'FBI')?.id,
        objectOf(objects, 'location', 'North Korea')?.id,
        objectOf(objects, 'location', 'United States')?.id,
      ],
    });
  });

  it('labels a threat actor that nobody has verified, and takes that back in a later version', () => {
    const after: ArticleListing = {
      ...FULL_ARTICLE,
      actors: FULL_ARTICLE.actors.map((actor) => ({ ...actor, unverified: false })),
    };
    const unverified = objectOf(objects, 'threat-actor', 'Quiet Heron');
    const verified = objectOf(readBundle([after]).objects, 'threat-actor', 'Quiet Heron');
    expect(unverified).toMatchObject({ labels: ['unverified'] });
    expect(verified).not.toHaveProperty('labels');
    expect([verified?.id, verified?.created]).toEqual([unverified?.id, unverified?.created]);
    expect(Date.parse(verified?.modified ?? '')).toBeGreaterThan(Date.parse(unverified?.modified ?? ''));
  });

  it('knows persons, organisations and countries', () => {
    expect(objectOf(objects, 'identity', 'Ben Zhou')).toMatchObject({ identity_class: 'individual' });
    expect(objectOf(objects, 'identity', 'FBI')).toMatchObject({ identity_class: 'organization' });
    expect(objectOf(objects, 'location', 'North Korea')).toMatchObject({ country: 'KP' });
  });

  it('does not state implied countries', () => {
    expect(objects.some((object) => object.country === 'AE')).toBe(false);
  });

  it('lists every object once and resolves every reference', () => {
    const twin: ArticleListing = { ...FULL_ARTICLE, id: '43', url: 'https://other.example/heist' };
    const ids = readBundle([FULL_ARTICLE, twin, FULL_ARTICLE, BARE_ARTICLE]).objects.map(
      (object) => object.id,
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.startsWith('report--'))).toHaveLength(3);
    for (const object of objects) {
      const refs = [
        ...(object.object_refs ?? []),
        ...(object.created_by_ref === undefined ? [] : [object.created_by_ref]),
      ];
      for (const ref of refs) expect(ids).toContain(ref);
      expect(new Set(object.object_refs).size).toBe(object.object_refs?.length ?? 0);
    }
  });

  it('gives every report at least one reference', () => {
    const report = objectOf(objects, 'report', BARE_ARTICLE.url);
    expect(report?.object_refs).toEqual([objectOf(objects, 'identity', 'Wirewatch')?.id]);
  });

  it('is deterministic, and keeps ids and named objects over later exports', () => {
    expect(renderStixBundle([FULL_ARTICLE], BUILT_AT)).toBe(renderStixBundle([FULL_ARTICLE], BUILT_AT));
    const later = readBundle([FULL_ARTICLE], new Date('2027-01-01T00:00:00Z'));
    expect(objectOf(later.objects, 'threat-actor', 'Lazarus Group')).toEqual(
      objectOf(objects, 'threat-actor', 'Lazarus Group'),
    );
    expect(objectOf(later.objects, 'report', FULL_ARTICLE.title ?? '')).toMatchObject({
      id: objectOf(objects, 'report', FULL_ARTICLE.title ?? '')?.id,
      modified: '2027-01-01T00:00:00.000Z',
    });
    expect(later.id).not.toBe(bundle.id);
  });

  it('never modifies a report before it was created', () => {
    const future = { ...FULL_ARTICLE, occurredAt: new Date('2030-01-01T00:00:00Z') };
    expect(objectOf(readBundle([future]).objects, 'report', FULL_ARTICLE.title ?? '')).toMatchObject({
      created: '2030-01-01T00:00:00.000Z',
      modified: '2030-01-01T00:00:00.000Z',
    });
  });
});

describe('uuidV5', () => {
  it('agrees with the example of RFC 9562, appendix A.4', () => {
    expect(uuidV5('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
      '2ed6657d-e927-568b-95e1-2665a8aea6a2',
    );
  });
});
