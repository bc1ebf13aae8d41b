import { replaceForbiddenCharacters } from './repair-xml.js';
import { tameMarkup } from './tame-markup.js';
import { tokenizeMarkup } from './tokenize-markup.js';

/** Elements whose text is not for readers. */
const SILENT_ELEMENTS: ReadonlySet<string> = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'applet',
  'embed',
]);

/** Elements that set their text apart from what stands beside them. */
const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table td th tr ul'.split(
    ' ',
  ),
);

/** A tag or a reference of HTML, as opposed to a mere `<` or `&`. */
const MARKUP = /<[/!?A-Za-z]|&(?:#|[A-Za-z])/;

/**
 * The text that a reader of some HTML sees: tags, comments, scripts and references resolved, white
 * space collapsed, no control characters, no broken Unicode. Takes time linear in the text (a tokenizer
 * without a stack of open elements).
 *
 * @param html - HTML, or text that may be HTML
 * @returns text, perhaps empty
 */
export function plainText(html: string): string {
  return collapseSpace(MARKUP.test(html) ? stripMarkup(tameMarkup(html)) : html);
}

/** White space other than single blanks. */
const UNEVEN_SPACE = /[^\S ]|\u200b| {2}/;

/** White space collapsed and trimmed; forbidden characters and lone surrogates replaced. */
export function collapseSpace(text: string): string {
  const allowed = replaceForbiddenCharacters(text);
  const collapsed = UNEVEN_SPACE.test(allowed) ? allowed.replace(/[\s\u200b]+/g, ' ') : allowed;
  return collapsed.trim();
}

/** Whether a text holds tags or references of HTML. */
export function looksLikeMarkup(text: string): boolean {
  return /<\/?[A-Za-z!][^<>]{0,1000}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/i.test(text);
}

function stripMarkup(html: string): string {
  const parts: string[] = [];
  const endsLater = createEndFinder(html);
  let silencedBy: string | null = null;
  const separate = (name: string): void => {
    if (BLOCK_ELEMENTS.has(name)) parts.push(' ');
  };
  tokenizeMarkup(html, 'html', {
    open(tag, _attributes, isSelfClosed, at) {
      const name = tag.toLowerCase();
      separate(name);
      const isSilent =
        silencedBy === null && !isSelfClosed && SILENT_ELEMENTS.has(name) && endsLater(name, at);
      if (isSilent) silencedBy = name;
    },
    close(tag) {
      const name = tag.toLowerCase();
      separate(name);
      if (silencedBy === name) silencedBy = null;
    },
    text(text) {
      if (silencedBy === null) parts.push(text);
    },
  });
  return parts.join('');
}

/** Tells whether an element ends at all: one that does not must not silence the rest of the text. */
function createEndFinder(html: string): (name: string, at: number) => boolean {
  const lastEnds = new Map<string, number>();
  return (name, at) => {
    const lastEnd = lastEnds.get(name) ?? html.toLowerCase().lastIndexOf(`</${name}`);
    lastEnds.set(name, lastEnd);
    return lastEnd > at;
  };
}
