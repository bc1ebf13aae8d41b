/**
 * The label that a page gives its encoding in `<meta>`, by the prescan of the HTML Standard (section 13.2.3.2, "prescan a
 * byte stream to determine its encoding"): comments are no markup, `content` counts beside `http-equiv="Content-Type"` only,
 * and a page may also begin with an XML declaration.
 *
 * @param head - the first bytes of the page, each as the character of its number
 * @returns the label as written, null when there is none
 */
export function prescanCharset(head: string): string | null {
  const declared = /^\s{0,20}<\?xml\s[^<>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w:.-]{1,40})/.exec(head)?.[1];
  TAG_OR_COMMENT.lastIndex = 0;
  for (let match = TAG_OR_COMMENT.exec(head); match !== null; match = TAG_OR_COMMENT.exec(head)) {
    if (match[0].toLowerCase() !== '<meta') continue;
    const { attributes, end } = readAttributes(head, TAG_OR_COMMENT.lastIndex);
    TAG_OR_COMMENT.lastIndex = end;
    const label = attributes.get('charset') ?? labelOfPragma(attributes);
    if (label !== undefined) return label;
  }
  return declared ?? null;
}

/** A comment, cut off at the end perhaps, or the start of a `<meta>` tag. */
const TAG_OR_COMMENT = /<!--(?:>|->|[^]*?(?:--!?>|$))|<meta(?=[\s/])/gi;

function labelOfPragma(attributes: ReadonlyMap<string, string>): string | undefined {
  if (attributes.get('http-equiv')?.toLowerCase() !== 'content-type') return undefined;
  return /charset\s{0,9}=\s{0,9}["']?(?<label>[^\s;"']{1,40})/i.exec(attributes.get('content') ?? '')?.groups
    ?.label;
}

/** Name, and a value in quotes or without. */
const ATTRIBUTE =
  /[\s/]*(?<name>[^\s/>=]+)(?:\s*=\s*(?:"(?<inDouble>[^"]*)"|'(?<inSingle>[^']*)'|(?<bare>[^\s>"'][^\s>]*)?))?/y;

/** The attributes of a tag by lower-case name, the first of a name; `end` is where the tag ends. */
function readAttributes(text: string, start: number): { attributes: Map<string, string>; end: number } {
  const attributes = new Map<string, string>();
  let end = start;
  ATTRIBUTE.lastIndex = start;
  for (let match = ATTRIBUTE.exec(text); match !== null; match = ATTRIBUTE.exec(text)) {
    const { name = '', inDouble, inSingle, bare } = match.groups ?? {};
    const key = name.toLowerCase();
    if (!attributes.has(key)) attributes.set(key, inDouble ?? inSingle ?? bare ?? '');
    end = ATTRIBUTE.lastIndex;
  }
  return { attributes, end };
}
