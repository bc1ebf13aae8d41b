/** The library: the pure stages, for use without a database or a network. */
export { canonicaliseUrl } from './article/canonical-url.js';
export { decodeHtml } from './article/decode-html.js';
export { extractArticle } from './article/extract-article.js';
export * from './errors.js';
export { parseFeed } from './feeds/parse-feed.js';
export type { ExtractedArticle } from './model/article.js';
export type { ParsedFeed, ParsedItem } from './model/feed.js';
export type { ActorMention, CountryMention, MoneyMention, PlaceMention, Tags } from './model/mention.js';
export type { Candidate, TagExplanation } from './tagging/explain-tags.js';
export { createTagger, type Tagger, type TagInput } from './tagging/tag-text.js';
