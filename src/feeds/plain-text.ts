import { BLOCK_ELEMENTS, readTameHtml } from './read-tame-html.js';
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
  if (!mayHoldMarkup(html) || !MARKUP.test(html)) return collapseSpace(html);
  return collapseSpace(readTameHtml(html) ?? stripMarkup(tameMarkup(html)));
}

/** Far quicker than a regular expression. */
function mayHoldMarkup(text: string): boolean {
  return text.includes('<') || text.includes('&');
}

/** White space other than single blanks, and whatever else may have to be replaced: both are seldom. */
const UNEVEN =
  / {2}|[^ -~\u00a1-\u167f\u1681-\u1fff\u200c-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe\uff00-\ufffd]/;
const UNEVEN_SPACE = /[\s\u200b]{2,}|[^\S ]|\u200b/g;

/** White space collapsed and trimmed; forbidden characters and lone surrogates replaced. */
export function collapseSpace(text: string): string {
  if (!UNEVEN.test(text)) return text.trim();
  return replaceForbiddenCharacters(text).replace(UNEVEN_SPACE, ' ').trim();
}

/** Whether a text holds tags or references of HTML. */
export function looksLikeMarkup(text: string): boolean {
  return mayHoldMarkup(text) && TAG_OR_REFERENCE.test(text);
}

const TAG_OR_REFERENCE = /<\/?[A-Za-z!][^<>]{0,1000}>|&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]\w{1,31});/i;

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
