/**
 * Reading a page, tells what browsers do about misnested tags (HTML Standard, section 13.2.6.4, "in head", "in body" and the
 * modes of tables) that a parser does not do which only closes what stands open between a tag and its end tag.
 */
export interface NestingWatch {
  /** Returns how many of the innermost open elements browsers close first. */
  readonly opens: (name: string) => number;
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
const NEEDS_END_TAG = 128;
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
/** Their end tags may be left out. */
const OPTIONAL_END =
  'dd dt li optgroup option p rb rp rt rtc tbody thead tfoot tr td th colgroup caption body html head';

const MEANINGS = new Map<string, number>();
for (const [meaning, tags] of TAGS_BY_MEANING) {
  for (const tag of tags.split(' ')) MEANINGS.set(tag, (MEANINGS.get(tag) ?? NEEDS_END_TAG) | meaning);
}
for (const tag of OPTIONAL_END.split(' ')) MEANINGS.set(tag, (MEANINGS.get(tag) ?? 0) & ~NEEDS_END_TAG);

/** Watches one page. Every tag costs a look-up and a few comparisons. */
export function watchNesting(): NestingWatch {
  /** Of every open element: its meaning, and what it stands in. */
  const open: number[] = [];
  /** Meanings of the elements closed by implication since the last event. */
  let implied = 0;
  let openLinks = 0;
  /** Links that browsers have closed, for another was opened inside. */
  let staleLinks = 0;
  let isEnded = false;
  let isDoubtful = false;

  /** Elements to close before one of the meaning `own`. */
  const countEarlyClosings = (own: number): number => {
    const around = open.at(-1) ?? 0;
    if ((around & HEAD) !== 0) return (own & ALLOWED_IN_HEAD) === 0 ? closeEarly(open, HEAD) : 0;
    if ((own & ENDS_PARAGRAPH) === 0 || (around & IN_PARAGRAPH) === 0) return 0;
    // A link between the two would be opened again.
    isDoubtful ||= openLinks > 0;
    return closeEarly(open, PARAGRAPH);
  };
  return {
    opens(name) {
      const own = MEANINGS.get(name) ?? NEEDS_END_TAG;
      const early = countEarlyClosings(own);
      const around = open.at(-1) ?? 0;
      implied = 0;
      isDoubtful ||= isMisplaced(own, around);
      if ((own & LINK) !== 0) {
        staleLinks = openLinks;
        openLinks += 1;
      }
      open.push(own | contextOf(own, around));
      return early;
    },
    closes(isImplied) {
      const own = open.pop() ?? 0;
      if ((own & VOID) !== 0) return;
      if ((own & LINK) !== 0) {
        openLinks -= 1;
        staleLinks = Math.min(staleLinks, openLinks);
      }
      if (isImplied) {
        implied |= own;
        isDoubtful ||= (own & MUST_CLOSE) !== 0;
        return;
      }
      if (implied !== 0) {
        if ((own & FRAME) !== 0) isEnded ||= (implied & NEEDS_END_TAG) !== 0;
        else isDoubtful ||= isMisnested(own, implied);
      }
      implied = 0;
    },
    readsText(text) {
      const around = open.at(-1) ?? 0;
      const isStale = openLinks > 0 && openLinks <= staleLinks;
      if ((around & (HEAD | TABLE_PART)) === 0 && !isEnded && !isStale) return 0;
      if (!/\S/.test(text)) return 0;
      if ((around & HEAD) !== 0) return closeEarly(open, HEAD);
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
function closeEarly(open: number[], kind: number): number {
  let count = 0;
  let isFound = false;
  while (!isFound && count < open.length) {
    count += 1;
    const at = open.length - count;
    isFound = ((open[at] ?? 0) & kind) !== 0;
    open[at] = CLOSED_EARLY | ((open[at] ?? 0) & LINK);
  }
  return count;
}

/** An element that browsers put elsewhere. */
function isMisplaced(own: number, around: number): boolean {
  if ((around & TABLE_PART) !== 0 && (own & ALLOWED_IN_TABLE) === 0) return true;
  return (own & CELL) !== 0 && (around & ROW) === 0;
}

function contextOf(own: number, around: number): number {
  if ((own & PARAGRAPH) !== 0) return IN_PARAGRAPH;
  return (own & (BARRIER | BUTTON)) === 0 ? around & IN_PARAGRAPH : 0;
}

/** An end tag that browsers ignore, or answer with repairs, as it would close elements of `closed` kinds. */
function isMisnested(own: number, closed: number): boolean {
  if ((own & CLOSED_EARLY) !== 0) return (closed & (SPECIAL | NEEDS_END_TAG)) !== 0;
  if ((own & SPECIAL) === 0) return (closed & SPECIAL) !== 0;
  if ((own & (TABLE_PART | CELL)) !== 0) return (closed & TABLE) !== 0;
  if ((own & ITEM) !== 0 && (closed & LIST) !== 0) return true;
  return (closed & BARRIER) !== 0;
}
