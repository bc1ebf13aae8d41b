import { weighText } from './clean-text.js';
import { endsSentence } from './paragraph.js';
import { linesOfMarkup } from './plain-of-markup.js';

/** Text that a page's scripts carry. */
interface StateString {
  /** The key it stands under: `"body":"…"`; '' when there is none. */
  readonly key: string;
  readonly text: string;
}

/** More script text than this is not read. */
const MAX_SCRIPT_LENGTH = 4_000_000;
/** Shorter strings are no paragraphs. */
const MIN_STRING = 60;
/** Strings of strings of strings: data in a call in a script; deeper ones serve nobody. */
const MAX_DEPTH = 3;
/** Lines of this weight that end like sentences are prose. */
const MIN_LINE = 60;
/** Strings with less of their text in prose are code and settings. */
const MIN_PROSE_SHARE = 0.6;
const KEY_LENGTH = 40;

/**
 * The longest text in the data that a page is drawn from: frameworks put it into scripts, as one piece of markup or as
 * many paragraphs under one key.
 *
 * @param html - the page's markup
 * @returns markup; '' when the scripts hold no prose
 */
export function embeddedState(html: string): string {
  const groups = new Map<string, { markup: Set<string>; weight: number }>();
  for (const [index, script] of scriptsOf(html).entries()) {
    for (const { key, text } of stringsOf(script, 0)) {
      const weight = proseWeight(text);
      if (weight === 0) continue;
      const name = `${index} ${key}`;
      const group = groups.get(name) ?? { markup: new Set(), weight: 0 };
      const isNew = !group.markup.has(text);
      groups.set(name, { markup: group.markup.add(text), weight: group.weight + (isNew ? weight : 0) });
    }
  }
  const [best] = [...groups.values()].sort((a, b) => b.weight - a.weight);
  return best === undefined ? '' : [...best.markup].map((text) => `<div>${text}</div>`).join('\n');
}

/** The contents of a page's scripts that are no JSON-LD, as they stand in the source. */
function scriptsOf(html: string): string[] {
  const scripts: string[] = [];
  let left = MAX_SCRIPT_LENGTH;
  let from = 0;
  while (left > 0) {
    const start = html.indexOf('<script', from);
    const open = start === -1 ? -1 : html.indexOf('>', start);
    const end = open === -1 ? -1 : html.indexOf('</script', open);
    if (end === -1) break;
    if (!html.slice(start, open).includes('ld+json')) {
      const script = html.slice(open + 1, Math.min(end, open + 1 + left));
      scripts.push(script);
      left -= script.length;
    }
    from = end;
  }
  return scripts;
}

/** The string literals of a script or of JSON, and those inside them. */
function* stringsOf(source: string, depth: number): Generator<StateString> {
  let from = 0;
  for (;;) {
    const start = source.indexOf('"', from);
    if (start === -1) return;
    const end = endOfString(source, start);
    if (end === -1) return;
    from = end + 1;
    if (end - start < MIN_STRING) continue;
    const text = unescapeString(source.slice(start, end + 1));
    if (text === null) continue;
    if (depth < MAX_DEPTH && text.includes('":"')) yield* stringsOf(text, depth + 1);
    else yield { key: keyBefore(source, start), text };
  }
}

function endOfString(source: string, start: number): number {
  for (let at = start + 1; at < source.length; at += 1) {
    const letter = source[at];
    if (letter === '\\') at += 1;
    else if (letter === '"') return at;
  }
  return -1;
}

function unescapeString(literal: string): string | null {
  try {
    return JSON.parse(literal) as string;
  } catch {
    return null;
  }
}

function keyBefore(source: string, at: number): string {
  return /"([\w-]{1,30})"\s?:\s?$/.exec(source.slice(Math.max(0, at - KEY_LENGTH), at))?.[1] ?? '';
}

/** 0 for strings that are not mostly prose. */
function proseWeight(text: string): number {
  const lines = linesOfMarkup(text);
  const weightOf = (some: readonly string[]) => some.reduce((sum, line) => sum + weighText(line), 0);
  const prose = weightOf(lines.filter((line) => weighText(line) >= MIN_LINE && endsSentence(line)));
  return prose >= weightOf(lines) * MIN_PROSE_SHARE ? prose : 0;
}
