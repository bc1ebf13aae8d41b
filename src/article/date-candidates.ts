import { findArticleDate, type ArticleDate } from './article-date.js';
import type { DayOrder } from './day-in-text.js';
import {
  CLEARLY_PUBLISHED_NAME,
  FOREIGN_NAME,
  LAYOUT_NAME,
  MODIFIED_LABEL,
  MODIFIED_NAME,
  OTHER_LABEL,
  PUBLISHED_LABEL,
  PUBLISHED_NAME,
  SIDE_NAME,
} from './date-words.js';
import { isElement, isHeading, isText, parentOf, type Document, type Element } from './dom.js';
import { foldText } from './fold-text.js';
import { wordsOfNames } from './junk-names.js';
import { shortTextOf } from './short-text.js';

/** A date that stands in the page, and what its place and its words say about it. */
export interface DateCandidate {
  readonly date: ArticleDate;
  /** `other`: of an event, of rights, of a visit. */
  readonly role: 'published' | 'modified' | 'unnamed' | 'other';
  /** `microdata` by itemprop or property, `time` in a `<time>` or `<abbr title>`, `named` by a class, `line` a short text. */
  readonly carrier: 'microdata' | 'time' | 'named' | 'line';
  /** `foreign`: in a part about other pages; `side`: in a rail, a header or a footer. */
  readonly region: 'article' | 'side' | 'foreign';
  /** Letters of text between the headline and here, negative before it; null when the page has no headline. */
  readonly distance: number | null;
}

/** A line with a date and perhaps a byline; longer text only mentions one. */
const MAX_DATE_TEXT = 90;
const MAX_CANDIDATES = 200;
/** A year, or a day, a month and a year in figures, in any script. */
const DATE_HINT =
  /(?:19|20|25|1[34])\d{2}|\d{1,2}[./]\d{1,2}[./]\d{2}|[\u0660-\u0fff\u1040-\u1049\u17e0-\u17e9\uff10-\uff19]{2}/;
const MARKED = /date_?(?:published|created|modified|updated|issued)|\bdc:date|\bpubdate|\bpublished\b/i;
const SKIPPED_TAGS = new Set(['script', 'select', 'head', 'noscript']);
const FOREIGN_TAG = /^(?:blockquote|figcaption)$/;
const SIDE_TAG = /^(?:footer|aside|nav)$/;
const MAX_LABEL = 40;
/** A label that is followed by its own date is none of the next date's. */
const HOLDS_DATE = /\d{4}|\d[./-]\d/;
const MAX_HEADLINE = 300;
/** Attributes that machines read a date from, most trusted first. */
const DATE_ATTRIBUTES = ['datetime', 'content', 'title'];

/** A candidate before its place in the page is known. */
interface Sighting extends Omit<DateCandidate, 'region' | 'distance'> {
  readonly element: Element;
  /** Letters of text before it. */
  readonly at: number;
}

interface Headline {
  readonly element: Element;
  /** Letters of text before it, and up to its end. */
  readonly start: number;
  readonly end: number;
}

/** What a walk over the page has seen so far. */
interface Walk {
  readonly titles: ReadonlySet<string>;
  readonly order: DayOrder;
  readonly sightings: Sighting[];
  /** Elements whose whole text was looked at. */
  readonly read: Set<Element>;
  letters: number;
  /** The last text before, when it is short: "Published" before a `<time>`. */
  lastText: string;
  /** The heading that repeats a title of the page, and the first h1. */
  titled: Headline | null;
  firstH1: Headline | null;
}

/**
 * Every date that stands by itself in the page, in document order, in one walk.
 *
 * @param document - the page
 * @param titles - what the page calls its article: tells the headline among the headings
 * @param order - how to read "04/05/2024"
 * @returns at most 200 candidates
 */
export function findDateCandidates(
  document: Document,
  titles: readonly string[],
  order: DayOrder,
): DateCandidate[] {
  const walk: Walk = {
    titles: new Set(titles.map(foldText).filter((title) => title !== '')),
    order,
    sightings: [],
    read: new Set(),
    letters: 0,
    lastText: '',
    titled: null,
    firstH1: null,
  };
  visitChildren(document, walk);
  const headline = walk.titled ?? walk.firstH1;
  const around = new Set(headline === null ? [] : ancestorsOf(headline.element));
  const regionOf = createRegions(around);
  return walk.sightings.map(({ element, at, ...sighting }) => ({
    ...sighting,
    region: regionOf(element),
    distance: headline === null ? null : distanceTo(headline, at),
  }));
}

function distanceTo({ start, end }: Headline, at: number): number {
  return at < start ? at - start : Math.max(at - end, 0);
}

function visitChildren(parent: Document | Element, walk: Walk): void {
  for (const child of parent.children) {
    if (walk.sightings.length >= MAX_CANDIDATES) return;
    if (isText(child)) visitText(child.data, parent, walk);
    else if (isElement(child) && !SKIPPED_TAGS.has(child.name)) visitElement(child, walk);
  }
}

function visitElement(element: Element, walk: Walk): void {
  if (isMarked(element)) sightMarked(element, walk);
  const start = walk.letters;
  visitChildren(element, walk);
  if (isHeading(element)) noteHeadline(element, start, walk);
}

function noteHeadline(element: Element, start: number, walk: Walk): void {
  const headline = { element, start, end: walk.letters };
  if (element.name === 'h1') walk.firstH1 ??= headline;
  if (walk.titled !== null) return;
  const text = foldText(shortTextOf(element, MAX_HEADLINE) ?? '');
  if (walk.titles.has(text)) walk.titled = headline;
}

/** Microdata, `<time>`, `<abbr title>`, and whatever has a `datetime`. */
function isMarked({ name, attribs }: Element): boolean {
  return (
    name === 'time' ||
    attribs.datetime !== undefined ||
    (name === 'abbr' && attribs.title !== undefined) ||
    (attribs.itemprop !== undefined && MARKED.test(attribs.itemprop)) ||
    (attribs.property !== undefined && MARKED.test(attribs.property))
  );
}

function sightMarked(element: Element, walk: Walk): void {
  walk.read.add(element);
  const { attribs } = element;
  const property = `${attribs.itemprop ?? ''} ${attribs.property ?? ''}`;
  const text = shortTextOf(element, MAX_DATE_TEXT) ?? '';
  const found = [...DATE_ATTRIBUTES.map((name) => attribs[name] ?? ''), text]
    .map((value) => (value === '' ? null : findArticleDate(value, walk.order)))
    .find((date) => date !== null);
  if (found === undefined) return;
  const shown = text === '' ? null : findArticleDate(text, walk.order);
  const label = shown === null ? '' : text.slice(0, shown.start);
  walk.sightings.push({
    date: found.date,
    role: roleOf(property, element, label, walk.lastText),
    carrier: MARKED.test(property) ? 'microdata' : 'time',
    element,
    at: walk.letters,
  });
}

function visitText(data: string, parent: Document | Element, walk: Walk): void {
  const text = data.trim();
  if (text === '') return;
  const isHint = text.length <= MAX_DATE_TEXT && DATE_HINT.test(text);
  if (isHint && 'attribs' in parent && !isWithinRead(parent, walk)) sightText(parent, text, walk);
  walk.letters += text.length;
  walk.lastText = text.length <= MAX_LABEL ? text : '';
}

/** The element's whole text when it is short, else the piece of text alone; a date split over elements by its parent. */
function sightText(element: Element, piece: string, walk: Walk): void {
  const whole = shortTextOf(element, MAX_DATE_TEXT);
  if (whole !== null) walk.read.add(element);
  const text = whole ?? piece;
  let found = findArticleDate(text, walk.order);
  let source = { text, element };
  const parent = parentOf(element);
  if (found === null && whole !== null && parent !== null) {
    source = { text: shortTextOf(parent, MAX_DATE_TEXT) ?? '', element: parent };
    found = source.text === '' ? null : findArticleDate(source.text, walk.order);
    if (found !== null) walk.read.add(parent);
  }
  if (found === null) return;
  walk.sightings.push({
    date: found.date,
    role: roleOf('', source.element, source.text.slice(0, found.start), walk.lastText),
    carrier: PUBLISHED_NAME.test(namesAround(source.element)) ? 'named' : 'line',
    element: source.element,
    at: walk.letters,
  });
}

function isWithinRead(element: Element, { read }: Walk): boolean {
  const parent = parentOf(element);
  return read.has(element) || (parent !== null && read.has(parent));
}

/** The nearest words decide: the property, the label in the text, the label before it, the names. */
function roleOf(property: string, element: Element, label: string, before: string): DateCandidate['role'] {
  if (/modified|updated/i.test(property)) return 'modified';
  if (MARKED.test(property)) return 'published';
  const labels = [label, HOLDS_DATE.test(before) ? '' : before];
  for (const words of labels.map((text) => text.toLowerCase())) {
    if (OTHER_LABEL.test(words)) return 'other';
    if (MODIFIED_LABEL.test(words)) return 'modified';
    if (PUBLISHED_LABEL.test(words)) return 'published';
  }
  const names = namesAround(element);
  if (CLEARLY_PUBLISHED_NAME.test(names)) return 'published';
  return MODIFIED_NAME.test(names) ? 'modified' : 'unnamed';
}

/** The names of an element, and of its parent when that holds little else. */
function namesAround(element: Element): string {
  const parent = parentOf(element);
  const outer = parent === null || shortTextOf(parent, MAX_DATE_TEXT) === null ? '' : wordsOfNames(parent);
  return `${wordsOfNames(element)} ${outer}`;
}

/** Tells what the parts around an element are, up to the part that holds the headline as well. */
function createRegions(aroundHeadline: ReadonlySet<Element>): (element: Element) => DateCandidate['region'] {
  const known = new Map<Element, DateCandidate['region']>();
  const regionOf = (element: Element): DateCandidate['region'] => {
    const cached = known.get(element);
    if (cached !== undefined) return cached;
    const parent = parentOf(element);
    const isTop = aroundHeadline.has(element) || element.name === 'body' || parent === null;
    const region = isTop ? 'article' : worseOf(ownRegion(element), regionOf(parent));
    known.set(element, region);
    return region;
  };
  return regionOf;
}

function ownRegion(element: Element): DateCandidate['region'] {
  const names = wordsOfNames(element);
  if (FOREIGN_TAG.test(element.name) || FOREIGN_NAME.test(names)) return 'foreign';
  const isSide = SIDE_TAG.test(element.name) || (SIDE_NAME.test(names) && !LAYOUT_NAME.test(names));
  return isSide ? 'side' : 'article';
}

function worseOf(one: DateCandidate['region'], other: DateCandidate['region']): DateCandidate['region'] {
  const worst = (['foreign', 'side', 'article'] as const).find(
    (region) => region === one || region === other,
  );
  return worst ?? 'article';
}

/** The element itself and everything around it. */
function ancestorsOf(element: Element): Element[] {
  const ancestors: Element[] = [];
  for (let part: Element | null = element; part !== null; part = parentOf(part)) ancestors.push(part);
  return ancestors;
}
