import { isObject, type JsonObject } from './read-json-ld.js';
import { firstMeta, type PageSource } from './page-source.js';

/**
 * Whether a page says that its text is for subscribers: `isAccessibleForFree` of schema.org, for the article or one of
 * its parts (https://developers.google.com/search/docs/appearance/structured-data/paywalled-content), or a meta tag.
 *
 * @param source - the page
 */
export function readPaywall({ jsonLd, meta }: PageSource): boolean {
  const tier = firstMeta(meta, ['article:content_tier'])?.toLowerCase();
  return tier === 'locked' || tier === 'metered' || jsonLd.some(isLocked);
}

function isLocked(object: JsonObject): boolean {
  const parts = [object.hasPart].flat().filter(isObject);
  return [object, ...parts].some(({ isAccessibleForFree: free }) => {
    return free === false || (typeof free === 'string' && free.toLowerCase() === 'false');
  });
}
