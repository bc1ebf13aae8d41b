import { QuoteType, Tokenizer } from 'htmlparser2';

/** An attribute as written: name and value. */
export type Attribute = readonly [name: string, value: string];

/** What the tags and texts of a document are given to, in order. Nothing is nested or closed for them. */
export interface MarkupHandler {
  /** @param at - where the element's name stands in the document */
  open(tag: string, attributes: readonly Attribute[], isSelfClosed: boolean, at: number): void;
  close(tag: string): void;
  text(text: string): void;
  /** Told of attributes without a value or without quotes, which XML has not. */
  illFormed?(): void;
}

/** No honest element has more attributes; the rest of a longer list is left out. */
const MAX_ATTRIBUTES = 500;

const ignore = (): void => undefined;
const PASSED_OVER = {
  oncomment: ignore,
  ondeclaration: ignore,
  onprocessinginstruction: ignore,
  onend: ignore,
};

/**
 * Reads tags and texts with htmlparser2's tokenizer, which keeps no stack of open elements and so takes
 * linear time on any nesting. Comments, declarations and processing instructions are passed over.
 *
 * @param markup - the document
 * @param language - how to read it: XML has CDATA sections and five references, HTML has scripts
 */
export function tokenizeMarkup(markup: string, language: 'xml' | 'html', handler: MarkupHandler): void {
  let tag = '';
  let tagAt = 0;
  let attributes: Attribute[] = [];
  let name = '';
  let value = '';
  const open = (isSelfClosed: boolean): void => {
    handler.open(tag, attributes, isSelfClosed, tagAt);
    attributes = [];
  };
  const tokenizer = new Tokenizer(
    { xmlMode: language === 'xml', decodeEntities: true },
    {
      ...PASSED_OVER,
      onopentagname(start, end) {
        tag = markup.slice(start, end);
        tagAt = start;
      },
      onattribname(start, end) {
        name = markup.slice(start, end);
        value = '';
      },
      onattribdata: (start, end) => (value += markup.slice(start, end)),
      onattribentity: (codePoint) => (value += String.fromCodePoint(codePoint)),
      onattribend(quote) {
        if (quote === QuoteType.NoValue || quote === QuoteType.Unquoted) handler.illFormed?.();
        if (quote !== QuoteType.NoValue && attributes.length < MAX_ATTRIBUTES) attributes.push([name, value]);
      },
      onopentagend: () => {
        open(false);
      },
      onselfclosingtag: () => {
        open(true);
      },
      onclosetag: (start, end) => {
        handler.close(markup.slice(start, end));
      },
      ontext: (start, end) => {
        handler.text(markup.slice(start, end));
      },
      ontextentity: (codePoint) => {
        handler.text(String.fromCodePoint(codePoint));
      },
      oncdata: (start, end, endOffset) => {
        handler.text(markup.slice(start, end - endOffset));
      },
    },
  );
  tokenizer.write(markup);
  tokenizer.end();
}
