import { attribute, isHeading, walkElements, type Document, type Element } from './dom.js';
import { createNameJudge, type NameVerdict } from './junk-names.js';
import type { PageMeasure } from './measure-text.js';

/** What was cut from the page, and why: for scoring, rendering, and for people who ask. */
export type Cuts = ReadonlyMap<Element, string>;

/** `careful` trusts tags, roles, styles and names; `lenient` only what is certain. */
export type Cleaning = 'careful' | 'lenient';

/** Never text of an article, whatever is in them. */
const DEAD_TAGS = new Set(
  'script style noscript template nav button input textarea label audio video map dialog menu figcaption amp-ad amp-social-share amp-sidebar amp-consent amp-user-notification amp-carousel head title link meta'.split(
    ' ',
  ),
);
/** Furniture, unless most of the page's prose stands in them. */
const DOUBTFUL_TAGS = new Set(['aside', 'footer', 'form', 'header', 'figure']);
const FIGURE_CONTENT = new Set(['table', 'blockquote', 'pre', 'ul', 'ol']);
const DEAD_ROLES =
  /^(?:navigation|complementary|banner|contentinfo|dialog|alertdialog|alert|search|menu|menubar|toolbar|tablist|tooltip|button|note)$/;
const HIDDEN_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;

/** An element with more of the page's prose than this is the article, whatever its name says. */
const MAX_CUT_SHARE = 0.4;
/** … but comments may well outweigh a short article: their name is trusted if this much is left. */
const MIN_PROSE_LEFT = 150;
/** The same for an element whose name speaks for a body too. */
const MAX_BODY_NAMED_SHARE = 0.1;
/** A word may be cut this share of the prose in all: every paragraph of some sites is "paywall", every section "ads". */
const MAX_WORD_SHARE = 0.5;

/** The teaser of another story is a link to it; a story's own, above it, is not. */
const TEASER = /^teasers?$/;
/** Share of linked letters up to which a part is not linked. */
const MAX_UNLINKED_SHARE = 0.1;
/** A page's header with so much prose holds a lead. */
const MIN_LEAD = 200;

/**
 * Finds the parts of a page that hold no article text: frame, rails, share bars, sign-up boxes, captions, comments.
 *
 * @param document - the page; it is not changed
 * @param measure - of the whole page, nothing cut
 * @param cleaning - how far to go
 */
export function findJunk(document: Document | Element, measure: PageMeasure, cleaning: Cleaning): Cuts {
  const cuts = new Map<Element, string>();
  let pending: (Document | Element)[] = [document];
  const distrusted = new Set<string>();
  const judgeName = createNameJudge();
  while (pending.length > 0) {
    const proposed: ProposedCut[] = [];
    for (const part of pending) {
      walkElements(part, (element) => {
        const reason = junkReason(element, measure, judgeName);
        if (reason === null || (reason.trust === 'doubtful' && cleaning === 'lenient')) return undefined;
        if (reason.trust === 'certain') cuts.set(element, reason.word);
        else proposed.push({ element, word: reason.word });
        return 'skip';
      });
    }
    for (const word of overdrawnWords(proposed, measure)) distrusted.add(word);
    for (const { element, word } of proposed) if (!distrusted.has(word)) cuts.set(element, word);
    // What is kept after all may hold junk further down.
    pending = proposed.filter(({ word }) => distrusted.has(word)).map(({ element }) => element);
  }
  return cuts;
}

interface JunkReason {
  readonly word: string;
  /** A `certain` cut is made whatever it takes; the others must not take too much in all. */
  readonly trust: 'certain' | 'likely' | 'doubtful';
}

interface ProposedCut {
  readonly element: Element;
  readonly word: string;
}

/** The words that would take too much of the page's prose away. */
function overdrawnWords(proposed: readonly ProposedCut[], measure: PageMeasure): string[] {
  const proseOf = new Map<string, number>();
  for (const { element, word } of proposed) {
    proseOf.set(word, (proseOf.get(word) ?? 0) + measure.of(element).prose);
  }
  const limit = measure.total.prose * MAX_WORD_SHARE;
  return [...proseOf].filter(([, prose]) => prose > limit).map(([word]) => word);
}

function junkReason(
  element: Element,
  measure: PageMeasure,
  judgeName: (element: Element) => NameVerdict,
): JunkReason | null {
  const { name } = element;
  if (DEAD_TAGS.has(name)) return { word: `<${name}>`, trust: 'certain' };
  if (name === 'body' || name === 'html' || name === 'main') return null;
  const { prose } = measure.of(element);
  const share = measure.total.prose > 0 ? prose / measure.total.prose : 0;
  if (share > MAX_CUT_SHARE) {
    const { bulky } = judgeName(element);
    return bulky === null || measure.total.prose - prose < MIN_PROSE_LEFT
      ? null
      : { word: bulky, trust: 'certain' };
  }
  if (DOUBTFUL_TAGS.has(name) && !holdsContent(element, measure))
    return { word: `<${name}>`, trust: 'doubtful' };
  if (element.attribs.role !== undefined && DEAD_ROLES.test(element.attribs.role))
    return { word: 'role', trust: 'certain' };
  if (isHidden(element)) return { word: 'hidden', trust: 'doubtful' };
  const reason = reasonOfName(judgeName(element), share);
  return reason !== null && TEASER.test(reason.word) && !isLinked(element, measure) ? null : reason;
}

function reasonOfName({ bulky, junk, doubtful, isBody }: NameVerdict, share: number): JunkReason | null {
  if (isBody && share > MAX_BODY_NAMED_SHARE) return null;
  // Comments and other stories may well outweigh the article.
  if (junk !== null) return { word: junk, trust: bulky === null ? 'likely' : 'certain' };
  return doubtful === null ? null : { word: doubtful, trust: 'doubtful' };
}

function isHidden(element: Element): boolean {
  return (
    'hidden' in element.attribs ||
    attribute(element, 'aria-hidden') === 'true' ||
    (element.attribs.style !== undefined && HIDDEN_STYLE.test(element.attribs.style))
  );
}

/** A header with a headline or a lead stays; a figure may hold a table, a quote or code. */
function holdsContent(element: Element, measure: PageMeasure): boolean {
  if (element.name === 'header') {
    return (
      hasNear(element, isHeading) || (measure.of(element).prose >= MIN_LEAD && !isLinked(element, measure))
    );
  }
  return element.name === 'figure' && hasNear(element, ({ name }) => FIGURE_CONTENT.has(name));
}

function isLinked(element: Element, measure: PageMeasure): boolean {
  const { text, linkText } = measure.of(element);
  return linkText > text * MAX_UNLINKED_SHARE;
}

/** Looking no further keeps nested elements from costing the square of their number. */
const MAX_LOOKED_AT = 300;

/** Whether one of the first elements below passes the test. */
function hasNear(element: Element, test: (element: Element) => boolean): boolean {
  let looked = 0;
  let found = false;
  walkElements(element, (child) => {
    looked += 1;
    found ||= test(child);
    return found || looked > MAX_LOOKED_AT ? 'stop' : undefined;
  });
  return found;
}
