import { attribute, isElement, isText, walkElements, type Document, type Element } from './dom.js';
import { wordsOfNames } from './junk-names.js';
import { PEOPLE_FOLDER } from './name-words.js';
import { shortTextOf } from './short-text.js';

const MARKED_AUTHOR = /(?:^|\s)author(?:\s|$)/i;
/** Class names of bylines and of the names in them. */
const BYLINE_NAME =
  /(?:^| )(?:by ?lines?(?: \w+)?|authors?|authored by|writers?|autor(?:in|en|es)?|auteurs?|autore|verfasser|redacteur|contributors?|author ?(?:name|names|link|text|list|byline|box|info)|(?:article|post|entry|story|the|meta|blog|td|by|item|news|main) ?author(?: (?:name|link|text))?|posted by|written by)(?= |$)/;
/** What these class names speak of besides: pictures, and the boxes around a byline. */
const NO_BYLINE_NAME =
  /(?:^| )(?:comment|reply|replies|photo|image|img|avatar|media|license|licence|credits?|twitter|social|share|icon|views|bio|biography|description|logged in|hentry|tag|category|book|recipe)(?= |$)/;
/** Where other articles' authors stand. */
const ELSEWHERE_NAME =
  /(?:^| )(?:comments?|comment (?:list|body|author|form\w*)|commentlist|respond|related|sidebar|recent|popular|latest|teasers?|widget area|recommended|trending|more|pagination|next|prev|previous|quotes?|pull ?quote|testimonials?|opinion ?box|hidden|rich snippet hidden)(?= |$)/;
/** A letter sequence in every name that the expressions above know: most elements need no closer look. */
const HINT =
  /auth|by.?line|posted|writ|autor|auteur|autore|verfass|redact|contrib|comment|respond|related|sidebar|side.bar|recent|popular|latest|teaser|widget|recommend|trending|more|pagination|next|prev|quote|testimonial|opinion|hidden/i;
const ELSEWHERE_TAG = /^(?:aside|nav|footer)$/;
/** "By Ana Ruiz" alone on its line: two to four capitalised words, perhaps with what `sortNames` takes off. */
const BYLINE_TEXT =
  /^(?:(?:(?:Written |Words |Posted |Story |Published )?[Bb]y|BY|Von|VON|Par|Por|Przez|Door)\s|(?:Text|Texte|Texto|Autor|Autorin|Author|Written [Bb]y|Posted [Bb]y|Автор|作者|著者)\s?[:：]\s?)\p{Lu}[\p{L}.'’-]{0,20}\s(?:de |von |van |der |al |bin ){0,2}\p{Lu}[\p{L}.'’-]{1,20}(?:\s\p{Lu}[\p{L}.'’-]{0,20}){0,2}(?:$|\s?[,|•·–—(\d*]|\s(?:and|und|et|y|e)\s)/u;
/** A link to the page of one of those who write. */
const PEOPLE_LINK = new RegExp(`/(?:${PEOPLE_FOLDER})/(?:[\\w-]{1,40}/)?[\\w.%-]{2,60}/?$`);
const MAX_LINK_LENGTH = 300;
const UNSEEN_TAGS = new Set(['script', 'noscript']);
const LINE_TAGS = new Set('p span div address h3 h4 h5 h6 em strong small b i li'.split(' '));
const MAX_BYLINE_LENGTH = 80;
/** Elements between the names of one byline. */
const MAX_GAP = 12;
/** More elements that are named for authors, on either side of the headline, say nothing about this article. */
const MAX_CANDIDATES = 60;
/** Elements between a headline and its byline. Further down, "by" speaks of books and pictures. */
const MAX_NEAR = 60;

/** How a page shows a name, from the surest. */
type Way = 'marked' | 'named' | 'linked' | 'line';

interface Shown {
  readonly raw: string;
  readonly way: Way;
  /** Its place among the elements of the page. */
  readonly at: number;
}

/**
 * Groups of names that a page shows as authors, the most trusted group first: those under the headline before those
 * far below and above it; marked up as authors, in an element named for it, linked to a writer's page, on a line after
 * "By".
 *
 * @param document - the page
 * @param headline - the article's heading, null when unknown
 * @returns values as written, several names in each
 */
export function readShownNames(document: Document, headline: Element | null): string[][] {
  const { shown, headlineAt } = collect(document, headline);
  const near = shown.filter(({ at }) => at > headlineAt && at <= headlineAt + MAX_NEAR);
  const far = shown.filter(({ at }) => at > headlineAt + MAX_NEAR);
  const above = shown.filter(({ at }) => at < headlineAt).reverse();
  return [near, far, above].flatMap((side) =>
    (['marked', 'named', 'linked', 'line'] as const).flatMap((way) =>
      groupsOf(side.filter((name) => name.way === way)),
    ),
  );
}

/** Names that stand close together were written by the same hand; the groups in order. */
function groupsOf(shown: readonly Shown[]): string[][] {
  const groups: string[][] = [];
  let last: Shown | undefined;
  for (const name of shown) {
    const group = groups.at(-1);
    if (
      group !== undefined &&
      last !== undefined &&
      Math.abs(name.at - last.at) <= MAX_GAP &&
      (name.way === 'marked' || name.way === 'linked')
    )
      group.push(name.raw);
    else groups.push([name.raw]);
    last = name;
  }
  return groups;
}

function collect(document: Document, headline: Element | null): { shown: Shown[]; headlineAt: number } {
  const shown: Shown[] = [];
  const around = ancestorsOf(headline);
  let at = 0;
  let headlineAt = 0;
  let candidates = 0;
  walkElements(document, (element) => {
    at += 1;
    if (element === headline) {
      headlineAt = at;
      candidates = 0;
    }
    if (element.name === 'html' || element.name === 'body') return undefined;
    if (element.name === 'head' || element.name === 'h1') return 'skip';
    const words = hintedWords(element);
    if (!around.has(element) && (UNSEEN_TAGS.has(element.name) || ELSEWHERE_NAME.test(words))) return 'skip';
    const way = wayOf(element, words, headlineAt === 0 || at - headlineAt <= MAX_NEAR);
    if (way === null || candidates >= MAX_CANDIDATES) return undefined;
    candidates += 1;
    const raw = isElsewhere(element, way, around) ? '' : nameWithin(element);
    if (raw === '') return undefined;
    shown.push({ raw, way, at });
    return way === 'marked' ? 'skip' : undefined;
  });
  return { shown, headlineAt };
}

function hintedWords(element: Element): string {
  const { class: className = '', id = '' } = element.attribs;
  return HINT.test(className) || HINT.test(id) ? wordsOfNames(element) : '';
}

/**
 * Beside an article only what is marked up as its author counts; its foot names it too, that of the page does not. With
 * the headline in an `<article>`, other articles are other stories.
 */
function isElsewhere(element: Element, way: Way, aroundHeadline: ReadonlySet<Element>): boolean {
  const around = [...ancestorsOf(element)];
  const article = around.find(({ name }) => name === 'article');
  const hasArticle = [...aroundHeadline].some(({ name }) => name === 'article');
  if (hasArticle && article !== undefined && !aroundHeadline.has(article)) return true;
  const side = around.findLastIndex(({ name }) => ELSEWHERE_TAG.test(name));
  if (side < 0) return false;
  const isInArticle = around.findLastIndex(({ name }) => name === 'article') > side;
  return !isInArticle || (way !== 'marked' && around[side]?.name !== 'footer');
}

function wayOf(element: Element, words: string, isNear: boolean): Way | null {
  const { itemprop = '', rel = '', property = '' } = element.attribs;
  if (MARKED_AUTHOR.test(itemprop) || MARKED_AUTHOR.test(rel) || MARKED_AUTHOR.test(property))
    return 'marked';
  if (BYLINE_NAME.test(words) && !NO_BYLINE_NAME.test(words)) return 'named';
  if (!isNear) return null;
  if (element.name === 'a' && PEOPLE_LINK.test(attribute(element, 'href').slice(0, MAX_LINK_LENGTH)))
    return 'linked';
  return isBylineText(element) ? 'line' : null;
}

function ancestorsOf(element: Element | null): Set<Element> {
  const ancestors = new Set<Element>();
  for (
    let around = element?.parent;
    around !== undefined && around !== null && isElement(around);
    around = around.parent
  )
    ancestors.add(around);
  return ancestors;
}

function isBylineText(element: Element): boolean {
  if (!LINE_TAGS.has(element.name)) return false;
  const text = shortTextOf(element, MAX_BYLINE_LENGTH);
  return text !== null && BYLINE_TEXT.test(text);
}

const INNER_NAME = /(?:^| )(?:name|fn|(?:author|byline) ?(?:name|link|text))(?= |$)/;
const INNER_AUTHOR = /(?:^| )(?:author|byline author)$/;
/** Links in a byline that follow these lead to its subject, not to its author. */
const BEFORE_OTHERS = /(?:^|\s)(?:in|on|at|for|am|im|dans|para)\s*$/i;

/** The name inside an author element: its own `name` property, else the part named for it, its links, its text. */
function nameWithin(element: Element): string {
  const named: string[] = [];
  const classed: { text: string; isSure: boolean }[] = [];
  const linked: string[] = [];
  let before = '';
  const visit = (parent: Element): void => {
    for (const child of parent.children) {
      if (isText(child)) before = child.data.trim() === '' ? before : child.data;
      if (!isElement(child)) continue;
      const text = shortTextOf(child, MAX_BYLINE_LENGTH) ?? '';
      if (/\bname\b/.test(attribute(child, 'itemprop')))
        named.push(text !== '' ? text : attribute(child, 'content'));
      else if (text !== '') classed.push(...classedName(text, wordsOfNames(child)));
      if (child.name === 'a' && text !== '' && !BEFORE_OTHERS.test(before)) linked.push(text);
      visit(child);
    }
  };
  if (shortTextOf(element, MAX_INNER_LENGTH) !== null) visit(element);
  const whole = shortTextOf(element, MAX_INNER_LENGTH) ?? '';
  const inner =
    named[0] ?? innermost(classed) ?? (linked.length > 0 && linked.length < 5 ? linked.join(', ') : '');
  return inner !== '' ? inner : whole !== '' ? whole : attribute(element, 'content');
}

function classedName(text: string, words: string): { text: string; isSure: boolean }[] {
  if (INNER_NAME.test(words)) return [{ text, isSure: true }];
  return INNER_AUTHOR.test(words) ? [{ text, isSure: false }] : [];
}

/** The first of the surest; of nested elements, outermost first, the last that is within it. */
function innermost(classed: readonly { text: string; isSure: boolean }[]): string | undefined {
  const sure = classed.filter(({ isSure }) => isSure);
  const texts = (sure.length > 0 ? sure : classed).map(({ text }) => text);
  const [first] = texts;
  return first === undefined ? undefined : texts.filter((text) => first.includes(text)).at(-1);
}

const MAX_INNER_LENGTH = 200;
