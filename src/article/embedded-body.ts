import { linesOfMarkup } from './plain-of-markup.js';
import { stringOf, type JsonObject } from './read-json-ld.js';

/**
 * The article's text as JSON-LD carries it (https://schema.org/articleBody). Publishers shorten it and lose its
 * paragraphs.
 *
 * @param jsonLd - the page's JSON-LD objects
 * @returns the longest one, paragraphs separated by one blank line; '' when there is none
 */
export function embeddedBody(jsonLd: readonly JsonObject[]): string {
  const bodies = jsonLd.map((object) => stringOf(object, 'articleBody') ?? '');
  const longest = bodies.reduce((best, body) => (body.length > best.length ? body : best), '');
  return linesOfMarkup(longest).join('\n\n');
}
