import type { MarkupHandler } from './tokenize-markup.js';

/** A handler that also finds out whether the tags that pass it are those of well-formed XML. */
export interface TagWatch extends MarkupHandler {
  /** Whether tags were missing, crossed or left over, or attributes written in a way that XML has not. */
  readonly isIllFormed: () => boolean;
}

/** Hands everything on to another handler and keeps count of what opens and closes. */
export function watchTags(handler: MarkupHandler): TagWatch {
  const open: string[] = [];
  let hasRoot = false;
  let isIllFormed = false;
  return {
    open(tag, attributes, isSelfClosed, at) {
      if (hasRoot && open.length === 0) isIllFormed = true;
      hasRoot = true;
      if (!isSelfClosed) open.push(tag);
      handler.open(tag, attributes, isSelfClosed, at);
    },
    close(tag) {
      if (open.pop() !== tag) isIllFormed = true;
      handler.close(tag);
    },
    text(text) {
      if (open.length === 0 && /\S/.test(text)) isIllFormed = true;
      handler.text(text);
    },
    illFormed() {
      isIllFormed = true;
    },
    isIllFormed: () => isIllFormed,
  };
}
