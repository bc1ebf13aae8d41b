/** Ways to set a text off on a terminal. */
export interface Palette {
  readonly strong: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** Where the text goes; a terminal knows whether colours are wanted (NO_COLOR, TERM). */
interface ColourOutput {
  readonly isTTY?: boolean;
  hasColors?(): boolean;
}

/** Sets nothing off. */
export const PLAIN: Palette = { strong: keep, good: keep, bad: keep, faint: keep };

/** The colours of a terminal that shows any; none elsewhere. */
export function choosePalette(output: ColourOutput): Palette {
  if (output.isTTY !== true || output.hasColors?.() !== true) return PLAIN;
  return { strong: style(1, 22), good: style(32, 39), bad: style(31, 39), faint: style(2, 22) };
}

// Codes of ECMA-48, "select graphic rendition".
function style(on: number, off: number): (text: string) => string {
  return (text) => `\x1b[${on}m${text}\x1b[${off}m`;
}

function keep(text: string): string {
  return text;
}
