import { AUTHOR_META } from './meta-names.js';
import { PEOPLE_FOLDER } from './name-words.js';
import type { PageSource } from './page-source.js';
import { findArticleObject, isObject, typesOf, type JsonObject } from './read-json-ld.js';

/** Whom a page's head names. */
export interface DeclaredNames {
  /** Values as written, several names in each. */
  readonly raw: readonly string[];
  /** The values that are said to be organisations, not people. */
  readonly organisations: ReadonlySet<string>;
  /** Where they stand. */
  readonly carrier: 'news' | 'json-ld' | 'meta' | 'library';
}

const MAX_AUTHORS = 30;
const NEWS_TYPE = /(?:NewsArticle|LiveBlogPosting)$/;
const NO_ORGANISATIONS: ReadonlySet<string> = new Set();

/**
 * Names in the head of a page, most trusted carrier first: JSON-LD (as the desk's byline on news articles, elsewhere
 * often the account that published the page), then each `<meta>`.
 *
 * @param source - the page
 */
export function readDeclaredNames({ jsonLd, meta }: PageSource): DeclaredNames[] {
  const article = findArticleObject(jsonLd);
  const inMeta = AUTHOR_META.map((name): DeclaredNames => ({
    raw: (meta.get(name) ?? []).map(nameOfAddress),
    organisations: NO_ORGANISATIONS,
    carrier: LIBRARY_META.test(name) ? 'library' : 'meta',
  }));
  return (article === null ? inMeta : [namesOf(article, jsonLd), ...inMeta]).filter(
    ({ raw }) => raw.length > 0,
  );
}

/** Filled in by plug-ins and library systems, with whoever keeps the page. */
const LIBRARY_META = /^(?:dc|dcterms|shareaholic|creator)/;

function namesOf(article: JsonObject, jsonLd: readonly JsonObject[]): DeclaredNames {
  const raw: string[] = [];
  const organisations = new Set<string>();
  for (const author of [article.author ?? article.creator].flat().slice(0, MAX_AUTHORS)) {
    const object = isObject(author) ? author : { name: author };
    const id = object['@id'];
    const described =
      id === undefined ? undefined : jsonLd.find((other) => other['@id'] === id && 'name' in other);
    const isPerson = [object, described].some((one) => one !== undefined && typesOf(one).includes('Person'));
    const isOrganisation = typesOf(object).some((type) => type.endsWith('Organization')) && !isPerson;
    for (const name of [object.name ?? described?.name ?? fullName(object)].flat()) {
      if (typeof name !== 'string') continue;
      raw.push(name);
      if (isOrganisation) organisations.add(name);
    }
  }
  const isNews = typesOf(article).some((type) => NEWS_TYPE.test(type));
  return { raw, organisations, carrier: isNews ? 'news' : 'json-ld' };
}

function fullName({ givenName, familyName }: JsonObject): string | undefined {
  const parts = [givenName, familyName].filter((part) => typeof part === 'string');
  return parts.length === 0 ? undefined : parts.join(' ');
}

/** A person's page, with a name as addresses spell it: "/authors/ana-ruiz". */
const PROFILE = new RegExp(
  `^https?://[^/?#]{1,80}/(?:[\\w-]{1,40}/){0,3}(?:${PEOPLE_FOLDER})/([a-z]{2,20}(?:-[a-z]{1,20}){1,3})/?$`,
);

/** The name in the address of a profile; other values as they are. */
function nameOfAddress(value: string): string {
  if (!value.startsWith('http')) return value;
  const slugs = value.split(',').map((address) => PROFILE.exec(address.trim())?.[1]);
  return slugs.includes(undefined)
    ? value
    : slugs
        .map((slug) =>
          slug?.replace(/(?:^|-)([a-z])/g, (_, letter: string) => ` ${letter.toUpperCase()}`).trim(),
        )
        .join(', ');
}
