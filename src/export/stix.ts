import type { ArticleListing, ListedActor } from '../model/article-record.js';
import { stixId, type StixType } from './stix-id.js';

/** A STIX domain object: its common properties and those of its type. */
interface StixObject {
  readonly type: StixType;
  readonly spec_version: '2.1';
  readonly id: string;
  readonly created: string;
  readonly modified: string;
  readonly [property: string]: unknown;
}

/**
 * When actors, countries and Wirewatch itself count as created and last modified. `created` may not change
 * between exports (STIX 2.1 section 3.6) and these objects say nothing but their name.
 */
const NAMED_SINCE = '2025-01-01T00:00:00.000Z';

/** A threat actor is first unverified, then not: its second version must be the later one (section 3.6). */
const VERIFIED_SINCE = '2025-01-01T00:00:00.001Z';

const WIREWATCH: StixObject = {
  type: 'identity',
  spec_version: '2.1',
  id: stixId('identity', 'wirewatch'),
  created: NAMED_SINCE,
  modified: NAMED_SINCE,
  name: 'Wirewatch',
  identity_class: 'system',
};

const COUNTRY_NAMES = new Intl.DisplayNames(['en'], { type: 'region' });

/**
 * Writes articles as a STIX 2.1 bundle
 * (https://docs.oasis-open.org/cti/stix/v2.1/os/stix-v2.1-os.html): a `report` per article that refers to
 * the actors and countries it names. Ids are derived, so the same actor keeps its id in every export.
 * Implied countries are left out: a report refers to what its text says.
 *
 * @param articles - listed twice or not, each becomes one report
 * @param builtAt - when the export is made: the version of the reports
 * @returns the bundle as JSON, ending with a line feed
 */
export function renderStixBundle(articles: readonly ArticleListing[], builtAt: Date): string {
  const objects = new Map<string, StixObject>([[WIREWATCH.id, WIREWATCH]]);
  for (const article of articles) {
    const subjects = [...article.actors.map(actorObject), ...article.countries.map(countryObject)];
    for (const object of [...subjects, reportObject(article, subjects, builtAt)])
      objects.set(object.id, object);
  }
  const contents = [...objects.keys()].join(' ');
  const bundle = {
    type: 'bundle',
    id: stixId('bundle', `${builtAt.toISOString()} ${contents}`),
    objects: [...objects.values()],
  };
  return `${JSON.stringify(bundle, null, 2)}\n`;
}

function reportObject(article: ArticleListing, subjects: readonly StixObject[], builtAt: Date): StixObject {
  const published = article.occurredAt.toISOString();
  const refs = new Set(subjects.map((subject) => subject.id));
  return {
    type: 'report',
    spec_version: '2.1',
    id: stixId('report', article.url),
    created_by_ref: WIREWATCH.id,
    created: published,
    // May not lie before `created`, which a publisher may have put into the future.
    modified: new Date(Math.max(article.occurredAt.getTime(), builtAt.getTime())).toISOString(),
    ...(article.lang === null ? {} : { lang: article.lang }),
    name: article.title ?? article.url,
    ...(article.summary === null ? {} : { description: article.summary }),
    published,
    // At least one is asked for: an article that names nobody refers to its reporter.
    object_refs: refs.size === 0 ? [WIREWATCH.id] : [...refs],
    external_references: [{ source_name: article.site ?? article.source ?? 'article', url: article.url }],
  };
}

function actorObject(actor: ListedActor): StixObject {
  switch (actor.kind) {
    case 'threat-actor':
      return {
        ...namedObject('threat-actor', actor.name, { name: actor.name }),
        ...(actor.unverified ? { labels: ['unverified'] } : { modified: VERIFIED_SINCE }),
      };
    case 'person':
      return namedObject('identity', `individual:${actor.name}`, {
        name: actor.name,
        identity_class: 'individual',
      });
    case 'organisation':
      return namedObject('identity', `organization:${actor.name}`, {
        name: actor.name,
        identity_class: 'organization',
      });
  }
}

/** @param code - ISO 3166-1 alpha-2 */
function countryObject(code: string): StixObject {
  return namedObject('location', code, { name: COUNTRY_NAMES.of(code) ?? code, country: code });
}

function namedObject(type: StixType, key: string, properties: Readonly<Record<string, string>>): StixObject {
  return {
    type,
    spec_version: '2.1',
    id: stixId(type, key),
    created_by_ref: WIREWATCH.id,
    created: NAMED_SINCE,
    modified: NAMED_SINCE,
    ...properties,
  };
}
