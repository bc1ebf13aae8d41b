import { attribute, parentOf, walkElements, type Document, type Element } from './dom.js';
import { wordsOfNames } from './junk-names.js';
import { shortTextOf } from './short-text.js';

/** Names that a page shows, by how it shows them, each list in document order and as written. */
export interface ShownNames {
  /** Marked up as the author: microdata, RDFa, `rel=author`. */
  readonly marked: readonly string[];
  /** Links to a page of an author. */
  readonly linked: readonly string[];
  /** In an element named for an author. */
  readonly named: readonly string[];
  /** A line that begins with "By". */
  readonly lines: readonly string[];
}

const MARKED_AUTHOR = /\bauthor\b/i;
const BYLINE_NAME =
  /(?:^| )(?:byline|bylines|by line|author|authors|author ?text|writer|autor|auteur|autore|article author|post author|entry author|contributor)(?: (?:name|names|link|text|title))?(?= |$)/;
/** Authors of pictures, quotes and comments. */
const OTHER_WORK =
  /(?:^| )(?:photos?|pictures?|images?|media|video|licen[cs]e|captions?|copyright|quotes?|opinion ?box|recipe card)(?= |$)/;
/** Where other articles' authors stand. */
const ELSEWHERE_NAME =
  /(?:^| )(?:comments?|related|sidebar|recent|popular|latest|teasers?|widget|recommended|trending|more)(?= |$)/;
/** Columns are named for the sidebar that they have, too: "sidebar-content", "container-with-sidebar". */
const COLUMN_NAME = /(?:^| )(?:content|container|main|primary|wrapper)(?= |$)/;
const ELSEWHERE_TAG = /^(?:aside|footer|nav|script)$/;
/** The page of an author, in the folders of most content systems: "/author/ana-ruiz". */
const AUTHOR_PATH =
  /\/(?:authors?|autor|autori|autores|autoren|auteurs?|autore|staff|writers?|journalists?|reporters?|contributors?|redakteure?|columnists?|by|editors)\/[^/?#]/i;
/** "By Ana Ruiz" alone on its line: two to four capitalised words, perhaps with what `cleanNames` takes off. */
const BYLINE_TEXT =
  /^(?:(?:(?:Written |Words |Posted )?[Bb]y|BY|Von|von|VON|Par|Por|Przez|Door)\s|(?:(?:Written|Words) by|Text|Texte|Texto|Autor|Autorin|Author|Автор)\s?:\s?|Text von\s)\p{Lu}[\p{L}.'’-]{0,20}\s(?:de |von |van |der |al |bin ){0,2}\p{Lu}[\p{L}.'’-]{1,20}(?:\s\p{Lu}[\p{L}.'’-]{0,20}){0,2}(?:$|\s?[,|•·–—(\d]|\s(?:and|und|et|y|e)\s)/u;
/** Two to four capitalised words and nothing else. */
const PERSON =
  /^\p{Lu}[\p{L}.'’-]{1,20}(?:\s(?:de|von|van|der|al|bin)){0,2}(?:\s\p{Lu}[\p{L}.'’-]{0,20}){1,3}$/u;
const MAX_BYLINE_LENGTH = 80;

/**
 * Collects the names that a page shows where a page shows its author. Boxes of other articles, comments, pictures and
 * quotes are passed over.
 *
 * @param document - the page
 */
export function readShownNames(document: Document): ShownNames {
  const shown = {
    marked: [] as string[],
    linked: [] as string[],
    named: [] as string[],
    lines: [] as string[],
  };
  const frame = framesOfHeadline(document);
  walkElements(document, (element) => {
    if (frame.has(element)) return undefined;
    if (ELSEWHERE_TAG.test(element.name)) return 'skip';
    const words = wordsOfNames(element);
    if (isElsewhere(words) || OTHER_WORK.test(words)) return 'skip';
    if (isMarkedAuthor(element)) {
      shown.marked.push(nameWithin(element));
      return 'skip';
    }
    if (element.name === 'a' && AUTHOR_PATH.test(attribute(element, 'href')))
      shown.linked.push(nameWithin(element));
    if (shown.named.length === 0 && BYLINE_NAME.test(words))
      shown.named.push(...nonEmpty(nameWithin(element)));
    if (shown.lines.length === 0 && isBylineText(element)) shown.lines.push(...nonEmpty(nameWithin(element)));
    return undefined;
  });
  return shown;
}

/** What holds the headline is no box beside it, whatever it is called. */
function framesOfHeadline(document: Document): ReadonlySet<Element> {
  const frames = new Set<Element>();
  walkElements(document, (element) => {
    if (element.name !== 'h1') return undefined;
    for (let around = parentOf(element); around !== null; around = parentOf(around)) frames.add(around);
    return 'stop';
  });
  return frames;
}

function isElsewhere(words: string): boolean {
  const [found] = ELSEWHERE_NAME.exec(words) ?? [];
  return found !== undefined && !(found.trim() === 'sidebar' && COLUMN_NAME.test(words));
}

function isMarkedAuthor({ attribs }: Element): boolean {
  const { itemprop = '', rel = '', property = '' } = attribs;
  return MARKED_AUTHOR.test(itemprop) || MARKED_AUTHOR.test(rel) || MARKED_AUTHOR.test(property);
}

function isBylineText(element: Element): boolean {
  if (!/^(?:p|span|div|address|h[3-6]|em|strong|small|b|i)$/.test(element.name)) return false;
  const text = shortTextOf(element, MAX_BYLINE_LENGTH);
  return text !== null && BYLINE_TEXT.test(text);
}

function nonEmpty(text: string): string[] {
  return text === '' ? [] : [text];
}

/** The name inside an author element: its own `name` property, else its links' texts, else its text. */
function nameWithin(element: Element): string {
  const named: string[] = [];
  const linked: string[] = [];
  const alone: string[] = [];
  walkElements(element, (child) => {
    const text = shortTextOf(child, MAX_BYLINE_LENGTH) ?? '';
    if (/\bname\b/.test(attribute(child, 'itemprop')))
      named.push(text !== '' ? text : attribute(child, 'content'));
    else if (child.name === 'a' && text !== '') linked.push(text);
    else if (PERSON.test(text)) alone.push(text);
    return undefined;
  });
  const whole = shortTextOf(element, 200) ?? '';
  const inner =
    named[0] ??
    (linked.length > 0 && linked.length < 4
      ? linked.join(', ')
      : alone.length > 1
        ? alone.join(', ')
        : undefined);
  return inner !== undefined && inner !== '' ? inner : whole !== '' ? whole : attribute(element, 'content');
}
