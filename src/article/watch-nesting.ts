/**
 * Reading a page, tells what browsers do about misnested tags (HTML Standard, section 13.2.6.4, "in head", "in body" and the
 * modes of tables) that a parser does not do which only closes what stands open between a tag and its end tag.
 */
export interface NestingWatch {
  /** Returns how many of the innermost open elements browsers close first. */
  readonly opens: (name: string) => number;
  /** Whether browsers leave all elements open at this end tag. */
  readonly ignoresEnd: (name: string) => boolean;
  /** `isImplied`: closed by another tag or by the end of the page, not by its own end tag. */
  readonly closes: (isImplied: boolean) => void;
  /** Returns the same as `opens`. */
  readonly readsText: (text: string) => number;
  readonly readsScript: (text: string) => void;
  readonly readsComment: (text: string) => void;
  /** Whether something was seen that takes a browser's parser to repair. */
  readonly isDoubtful: () => boolean;
}

/** What a tag means to the construction of the tree; one bit each. */
const SPECIAL = 1;
/** A search for the element that an end tag belongs to ends here ("has an element in scope"). */
const BARRIER = 2;
const BUTTON = 1_048_576;
const ENDS_PARAGRAPH = 4;
const TABLE_PART = 8;
const ALLOWED_IN_TABLE = 16;
const LIST = 32;
/** Left open, it would swallow what follows: a heading, or an element whose content is not looked at. */
const MUST_CLOSE = 64;
const VOID = 256;
const TABLE = 512;
const CELL = 1_024;
const ROW = 2_048;
const LINK = 4_096;
const PARAGRAPH = 8_192;
const ITEM = 16_384;
const FRAME = 32_768;
const HEAD = 65_536;
const ALLOWED_IN_HEAD = 131_072;
/** Browsers have closed it before its end tag. */
const CLOSED_EARLY = 262_144;
/** What stands open around an element. */
const IN_PARAGRAPH = 524_288;

const TAGS_BY_MEANING: readonly (readonly [number, string])[] = [
  [
    SPECIAL,
    'address applet area article aside base basefont bgsound blockquote body br button caption center col colgroup dd ' +
      'details dir div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header ' +
      'hgroup hr html iframe img input keygen li link listing main marquee menu meta nav noembed noframes noscript ' +
      'object ol p param plaintext pre script search section select source style summary table tbody td template ' +
      'textarea tfoot th thead title tr track ul wbr xmp',
  ],
  [BARRIER, 'applet caption html table td th marquee object template'],
  [BUTTON, 'button'],
  [
    ENDS_PARAGRAPH,
    'p h1 h2 h3 h4 h5 h6 address article aside blockquote center details dialog dir div dl dt dd fieldset figcaption ' +
      'figure footer form header hgroup li listing main menu nav ol pre search section summary ul',
  ],
  [TABLE_PART, 'table tbody thead tfoot tr'],
  [ALLOWED_IN_TABLE, 'caption colgroup col tbody thead tfoot tr td th script style template form input'],
  [LIST, 'ul ol'],
  [
    MUST_CLOSE,
    'h1 h2 h3 h4 h5 h6 svg math canvas template iframe object select noscript noembed noframes plaintext',
  ],
  [
    VOID,
    'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr',
  ],
  [TABLE, 'table'],
  [CELL, 'td th'],
  [ROW, 'tr'],
  [LINK, 'a'],
  [PARAGRAPH, 'p'],
  [ITEM, 'li'],
  [FRAME, 'body html'],
  [HEAD, 'head'],
  [
    ALLOWED_IN_HEAD,
    'meta title link base script style template noscript basefont bgsound noframes head html body',
  ],
];
const MEANINGS = new Map<string, number>();
for (const [meaning, tags] of TAGS_BY_MEANING) {
  for (const tag of tags.split(' ')) MEANINGS.set(tag, (MEANINGS.get(tag) ?? 0) | meaning);
}

/** So many elements may be left open inside of another; the search for its start is cut off there. */
const MAX_LEFT_OPEN = 100;

interface OpenElement {
  readonly name: string;
  /** What it means, and what it stands in. */
  meaning: number;
}

/** Watches one page. Every tag costs a look-up and a few comparisons. */
export function watchNesting(): NestingWatch {
  const open: OpenElement[] = [];
  let openLinks = 0;
  /** Links that browsers have closed although they are still open here. */
  let staleLinks = 0;
  let isDoubtful = false;
  const around = () => open.at(-1)?.meaning ?? 0;

  /** Elements to close before one of the meaning `own`. */
  const countEarlyClosings = (own: number): number => {
    if ((around() & HEAD) !== 0) return (own & ALLOWED_IN_HEAD) === 0 ? closeEarly(open, HEAD) : 0;
    if ((own & ENDS_PARAGRAPH) === 0 || (around() & IN_PARAGRAPH) === 0) return 0;
    // A link between the two would be opened again.
    isDoubtful ||= openLinks > 0;
    return closeEarly(open, PARAGRAPH);
  };
  return {
    opens(name) {
      const own = MEANINGS.get(name) ?? 0;
      const early = countEarlyClosings(own);
      isDoubtful ||= isMisplaced(own, around());
      if ((own & LINK) !== 0) {
        staleLinks = openLinks;
        openLinks += 1;
      }
      // The second `<body>` of a page only adds attributes to the first.
      const isInPage = (own & FRAME) !== 0 && (around() & FRAME) === 0 && open.length > 0;
      open.push({ name, meaning: isInPage ? CLOSED_EARLY : own | contextOf(own, around()) });
      return early;
    },
    ignoresEnd(name) {
      const own = MEANINGS.get(name) ?? 0;
      if ((own & FRAME) !== 0) return true;
      if ((own & VOID) !== 0 || open.at(-1)?.name === name) return false;
      let left = 0;
      for (let at = open.length - 1; at >= 0 && at >= open.length - MAX_LEFT_OPEN; at -= 1) {
        const element = open[at];
        if (element?.name === name && !isMisnested(element.meaning, left)) return false;
        left |= element?.meaning ?? 0;
        if (element?.name === name || isMisnested(own, left)) break;
      }
      // What stood in the link is opened again without it.
      if ((own & LINK) !== 0) staleLinks = openLinks;
      return true;
    },
    closes(isImplied) {
      const own = open.pop()?.meaning ?? 0;
      if (isImplied && (own & MUST_CLOSE) !== 0) isDoubtful = true;
      if ((own & LINK) === 0) return;
      openLinks -= 1;
      staleLinks = Math.min(staleLinks, openLinks);
    },
    readsText(text) {
      const isStale = openLinks > 0 && openLinks <= staleLinks;
      if ((around() & (HEAD | TABLE_PART)) === 0 && !isStale) return 0;
      if (!/\S/.test(text)) return 0;
      if ((around() & HEAD) !== 0) return closeEarly(open, HEAD);
      isDoubtful = true;
      return 0;
    },
    // A script that opens a comment and then a script ends at the second end tag ("script data double escaped").
    readsScript(text) {
      const comment = text.lastIndexOf('<!--');
      if (comment === -1 || text.includes('-->', comment)) return;
      isDoubtful ||= /<script/i.test(text.slice(comment));
    },
    // Browsers end a comment at "<!-->" and "--!>" too, and what begins like CDATA at the first ">".
    readsComment(text) {
      isDoubtful ||= /^-?>|--!>|^\[CDATA\[[^>]*>/.test(text);
    },
    isDoubtful: () => isDoubtful,
  };
}

/** Marks the innermost element of a kind and all inside as closed, and counts them. */
function closeEarly(open: readonly OpenElement[], kind: number): number {
  let count = 0;
  let isFound = false;
  while (!isFound && count < open.length) {
    count += 1;
    const element = open[open.length - count];
    if (element === undefined) break;
    isFound = (element.meaning & kind) !== 0;
    element.meaning = CLOSED_EARLY | (element.meaning & LINK);
  }
  return count;
}

/** An element that browsers put elsewhere; where one without content stands hardly matters. */
function isMisplaced(own: number, around: number): boolean {
  if ((around & TABLE_PART) !== 0 && (own & (ALLOWED_IN_TABLE | VOID)) === 0) return true;
  return (own & CELL) !== 0 && (around & ROW) === 0;
}

function contextOf(own: number, around: number): number {
  if ((own & PARAGRAPH) !== 0) return IN_PARAGRAPH;
  return (own & (BARRIER | BUTTON)) === 0 ? around & IN_PARAGRAPH : 0;
}

/** An end tag of an element that has elements of `left` kinds open inside, which keep it open. */
function isMisnested(own: number, left: number): boolean {
  if ((own & CLOSED_EARLY) !== 0) return (left & SPECIAL) !== 0;
  if ((own & SPECIAL) === 0) return (left & SPECIAL) !== 0;
  if ((own & (TABLE_PART | CELL)) !== 0) return (left & TABLE) !== 0;
  if ((own & ITEM) !== 0 && (left & LIST) !== 0) return true;
  return (left & BARRIER) !== 0;
}
