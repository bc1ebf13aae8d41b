import type { ExtractionMethod } from '../model/article.js';
import { linesOfMarkup } from './plain-of-markup.js';
import { stringOf, type JsonObject } from './read-json-ld.js';

/**
 * The article's text as JSON-LD carries it (https://schema.org/articleBody), for pages that are drawn by scripts.
 * Publishers shorten it and lose its paragraphs, so the page itself goes first.
 *
 * @param jsonLd - the page's JSON-LD objects
 * @returns the longest body; text '' when there is none
 */
export function embeddedBody(jsonLd: readonly JsonObject[]): { text: string; method: ExtractionMethod } {
  const bodies = jsonLd.map((object) => stringOf(object, 'articleBody') ?? '');
  const longest = bodies.reduce((best, body) => (body.length > best.length ? body : best), '');
  return { text: linesOfMarkup(longest).join('\n\n'), method: 'json-ld' };
}
