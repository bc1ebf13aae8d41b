/** Elements that set their text apart from what stands beside them. */
export const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** Elements that stand in the middle of their text. */
const INLINE_ELEMENTS: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);

/** A tag whose attributes, if any, are all in quotes. No two parts can match the same character. */
const TAME_TAG =
  /<(?:\/([A-Za-z][A-Za-z0-9]*)\s*|([A-Za-z][A-Za-z0-9]*)(?:\s+[\w:.-]+=(?:"[^"]*"|'[^']*'))*\s*\/?)>/y;

const TAME_REFERENCE = /&(?:([a-z]{2,6})|#(\d{2,6}));/y;

/** The references that most of the news is written with. */
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  // A blank like any other once white space is collapsed.
  ['nbsp', ' '],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['laquo', '«'],
  ['raquo', '»'],
  ['euro', '€'],
]);

/**
 * The text of HTML that is written without quirks: well-known elements, attributes in quotes, well-known references.
 * That is most of what feeds carry, and takes a fraction of a tokenizer's time. Elements of blocks count as a blank.
 *
 * @param html - HTML
 * @returns the text, the same but for white space as the tokenizer's; null for HTML that only that one reads right
 */
export function readTameHtml(html: string): string | null {
  let text = '';
  let endsWithBlank = true;
  let at = 0;
  while (at < html.length) {
    const tagAt = html.indexOf('<', at);
    const end = tagAt === -1 ? html.length : tagAt;
    const run = resolveReferences(html.slice(at, end));
    if (run === null) return null;
    // Two blanks in a row would have to be collapsed later, which costs more.
    const added: string = endsWithBlank ? run.trimStart() : run;
    text += added;
    if (added !== '') endsWithBlank = added.endsWith(' ');
    if (tagAt === -1) break;
    TAME_TAG.lastIndex = tagAt;
    const tag = TAME_TAG.exec(html);
    if (tag === null) return null;
    const name = (tag[1] ?? tag[2] ?? '').toLowerCase();
    if (!BLOCK_ELEMENTS.has(name)) {
      if (!INLINE_ELEMENTS.has(name)) return null;
    } else if (!endsWithBlank) {
      text += ' ';
      endsWithBlank = true;
    }
    at = TAME_TAG.lastIndex;
  }
  return text;
}

/** @returns null where a reference is not one of the well-known ones */
function resolveReferences(text: string): string | null {
  let resolved = '';
  let from = 0;
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    // A lone `&`, as in "R & D".
    if (text.charAt(at + 1) === ' ') continue;
    TAME_REFERENCE.lastIndex = at;
    const [written = '', name, number] = TAME_REFERENCE.exec(text) ?? [];
    const character = name === undefined ? characterOf(Number(number)) : REFERENCES.get(name);
    if (character === undefined) return null;
    resolved += text.slice(from, at) + character;
    from = at + written.length;
    at = from - 1;
  }
  return from === 0 ? text : resolved + text.slice(from);
}

/** Printable characters of ASCII, and others up to the surrogates; HTML reads what is between them in its own way. */
function characterOf(codePoint: number): string | undefined {
  const isTame = (codePoint >= 0x20 && codePoint <= 0x7e) || (codePoint >= 0xa0 && codePoint <= 0xd7ff);
  return isTame ? String.fromCharCode(codePoint) : undefined;
}
