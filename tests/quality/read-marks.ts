/** A marked stretch of a text: `text.slice(start, end)` is what was marked, `label` what the mark says of it. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly label: string;
}

/** A text without its marks, and the marks in order of position, the outer before the inner. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/**
 * Reads a text with marks: `[Chinese|country CN] hackers`. Marks may hold marks; `¶` between blanks stands for a blank
 * line; a backslash before `[`, `|`, `]`, `¶` or itself takes its meaning away.
 *
 * @throws SyntaxError for marks that are not closed, not opened, empty or without a label
 */
export function readMarks(marked: string): MarkedText {
  const open: number[] = [];
  const marks: Mark[] = [];
  let text = '';
  for (let at = 0; at < marked.length; at++) {
    const char = marked.charAt(at);
    if (char === '\\') {
      const next = marked.charAt(++at);
      if (!'[|]¶\\'.includes(next) || next === '') throw complaint('a backslash before nothing special', at);
      text += next;
    } else if (char === '[') {
      open.push(text.length);
    } else if (char === '|') {
      const close = marked.indexOf(']', at);
      const start = open.pop();
      if (start === undefined) throw complaint('a label outside of a mark', at);
      if (close === -1) throw complaint('a mark that is not closed', at);
      marks.push({ start, end: text.length, label: checkLabel(marked.slice(at + 1, close), at) });
      checkSurface(text.slice(start), at);
      at = close;
    } else if (char === ']') {
      throw complaint('a mark without a label', at);
    } else if (marked.startsWith(' ¶ ', at)) {
      text += '\n\n';
      at += 2;
    } else {
      text += char;
    }
  }
  if (open.length > 0) throw complaint('a mark that is not closed', marked.length);
  return { text, marks: marks.sort((a, b) => a.start - b.start || b.end - a.end) };
}

function checkLabel(label: string, at: number): string {
  if (label === '' || label !== label.trim() || /[[|\\]/.test(label))
    throw complaint(`a label that can not be read: "${label}"`, at);
  return label;
}

function checkSurface(surface: string, at: number): void {
  if (surface === '' || surface !== surface.trim())
    throw complaint('a mark around nothing or around blanks', at);
}

function complaint(what: string, at: number): SyntaxError {
  return new SyntaxError(`${what}, at ${at}`);
}
