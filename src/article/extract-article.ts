import type { ExtractedArticle, ExtractionMethod } from '../model/article.js';
import { capText } from './cap-text.js';
import { weighText } from './clean-text.js';
import { findJunk, type Cleaning } from './clean-dom.js';
import type { Document } from './dom.js';
import { embeddedBody } from './embedded-body.js';
import { filterBlocks, type PageFacts } from './filter-blocks.js';
import { findBody } from './find-body.js';
import { loadPage, type LoadedPage } from './load-page.js';
import { measureText, NOTHING_CUT } from './measure-text.js';
import { readSource, type PageSource } from './page-source.js';
import { readLanguage } from './read-language.js';
import { readMetadata } from './read-metadata.js';
import { readPaywall } from './read-paywall.js';
import { renderBlocks } from './render-blocks.js';

/** A page as fetched. */
export interface PageInput {
  /** Absolute URL that the page came from. */
  readonly url: string;
  /** Its markup, decoded (see `decodeHtml`). */
  readonly html: string;
}

/** A body and how it was found. */
interface Body {
  readonly text: string;
  readonly method: ExtractionMethod;
}

const NO_BODY: Body = { text: '', method: 'paragraphs' };

/** A body with fewer weighed letters may be a teaser, a notice, or the only part that survived the cleaning. */
const MIN_BODY = 350;
/** A later attempt must bring this many times the text: the careful attempts are the precise ones. */
const MIN_RESCUE_GAIN = 2;

/**
 * Reads the article of a page: its metadata, and its text without the page's furniture.
 *
 * @param page - URL and decoded markup
 * @returns the article; `text` is '' when the page has no body, and at most 200 kB long
 * @throws PermanentError `html_unparseable` when the markup is larger than any page can be
 */
export function extractArticle(page: PageInput): ExtractedArticle {
  return extractFromTree(loadPage(page.html), page.url);
}

/** The same for a page that is parsed already. */
export function extractFromTree(page: LoadedPage, url: string): ExtractedArticle {
  const source = readSource(page, url);
  const metadata = readMetadata(source);
  const body = readBody(source, metadata);
  return {
    title: metadata.title,
    byline: metadata.names.length > 0 ? metadata.names.join(', ') : null,
    publishedAt: metadata.publishedAt,
    modifiedAt: metadata.modifiedAt,
    lang: readLanguage(source, body.text),
    site: metadata.site,
    canonicalUrl: metadata.canonicalUrl,
    summary: metadata.summary,
    text: capText(body.text),
    method: body.method,
    isPaywalled: readPaywall(source),
  };
}

/** The cascade: each attempt is made only when those before it under-delivered, and must do much better. */
function readBody({ document, jsonLd }: PageSource, facts: PageFacts): Body {
  const attempts: (() => Body)[] = [
    () => bodyFromTree(document, 'careful', facts),
    () => embeddedBody(jsonLd),
    () => bodyFromTree(document, 'lenient', facts),
  ];
  let best = NO_BODY;
  for (const attempt of attempts) {
    const body = attempt();
    if (weighText(body.text) > weighText(best.text) * MIN_RESCUE_GAIN) best = body;
    if (weighText(best.text) >= MIN_BODY) break;
  }
  return best;
}

function bodyFromTree(document: Document, cleaning: Cleaning, facts: PageFacts): Body {
  const cuts = findJunk(document, measureText(document, NOTHING_CUT), cleaning);
  const found = findBody(document, cuts, measureText(document, cuts));
  if (found === null) return NO_BODY;
  const blocks = filterBlocks(renderBlocks(found.elements, cuts), facts);
  return { text: blocks.map((block) => block.text).join('\n\n'), method: found.method };
}
