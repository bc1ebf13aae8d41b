import { absoluteUrl } from './canonical-url.js';
import { PAGE_LIMITS } from './page-limits.js';
import type { PageSource } from './page-source.js';
import { findArticleObject, isObject } from './read-json-ld.js';

/** Pictures of the site, which pages without a picture of their own name instead. */
const SITE_PICTURE =
  /(?:^|[/_.-])(?:logo|logos|favicon|placeholder|default|fallback|noimage|no-image|dummy|blank|spacer|sprite)(?=[/_.\d-]|$)/i;

const IMAGE_META = [
  'og:image:secure_url',
  'og:image',
  'og:image:url',
  'twitter:image',
  'twitter:image:src',
  'thumbnail',
];

/**
 * The address of the article's lead picture: Open Graph, JSON-LD, Twitter's card, `rel=image_src`. Logos and
 * placeholders do not count.
 *
 * @param source - the page
 * @returns an absolute http(s) URL of at most 2,000 UTF-16 units, signed parameters kept; null when the page names none
 */
export function readImageUrl({ links, meta, jsonLd, url }: PageSource): string | null {
  const article = findArticleObject(jsonLd);
  const references = [
    ...IMAGE_META.slice(0, 3).flatMap((name) => meta.get(name) ?? []),
    ...addressesOf(article?.image),
    ...IMAGE_META.slice(3).flatMap((name) => meta.get(name) ?? []),
    ...addressesOf(article?.thumbnailUrl),
    links.get('image_src') ?? '',
  ];
  for (const reference of references) {
    if (reference.trim() === '' || reference.length > PAGE_LIMITS.maxUrlLength) continue;
    const image = absoluteUrl(reference, url);
    if (image !== null && image.length <= PAGE_LIMITS.maxUrlLength && !SITE_PICTURE.test(pathOf(image)))
      return image;
  }
  return null;
}

/** An `image` of JSON-LD: an address, an ImageObject, or several of either. */
function addressesOf(image: unknown): string[] {
  return [image].flat().flatMap((part): string[] => {
    if (typeof part === 'string') return [part];
    if (!isObject(part)) return [];
    return [part.url, part.contentUrl, part['@id']]
      .flat()
      .filter((value): value is string => typeof value === 'string');
  });
}

function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/]+/, '').replace(/[?#].*$/s, '');
}
