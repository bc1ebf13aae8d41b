import type { Random } from '../random.js';
import type { PersonRole } from './cast.js';
import type { Pen } from './pen.js';
import type { StoryField, StoryKind } from './story-kind.js';

/** What a story's paragraphs are written from. */
export interface Prose {
  readonly random: Random;
  readonly pen: Pen;
  readonly kind: StoryKind;
  readonly field: StoryField;
  /** True to always have a statement quoted over several paragraphs, else one story in five has one. */
  readonly hasStatement: boolean;
}

/** Takes up to `count` entries that were not taken before. */
type Take<T> = (count: number) => T[];

/** Bodies reach a length between these, drawn for each story; the last paragraph may go beyond. */
const MIN_WORDS = { from: 250, to: 440 };

/** Long enough for a news story, short enough for an analyst. */
const MAX_PARAGRAPHS = 12;

/**
 * Writes a body of about 250 to 500 words in five to twelve paragraphs. No pattern is used twice in a story, and
 * sentences are grouped and ordered at random, so that stories of one kind share few stretches of words.
 */
export function writeParagraphs(prose: Prose): readonly string[] {
  const { random, pen, kind, field } = prose;
  const facts = takeFrom(random, kind.facts);
  const sums = takeFrom(random, kind.sums);
  const background = takeFrom(random, field.background);
  const voices: Voices = {
    speeches: takeFrom(random, [...kind.speeches, ...field.speeches]),
    speakers: takeFrom(random, kind.speakers),
  };

  const lead = sentences(pen, [random.pick(kind.leads), ...facts(random.between(0, 1))]);
  const outlook = sentences(pen, takeFrom(random, field.outlook)(random.between(1, 2)));
  const opening: Paragraphs[] = [
    () => [sentences(pen, random.shuffle([...facts(random.between(1, 2)), ...sums(1)]))],
    () => quotation(prose, voices),
    () => (prose.hasStatement || random.chance(0.2) ? statement(prose, voices) : []),
  ];
  const further: Paragraphs[] = [
    () => [sentences(pen, facts(random.between(2, 3)))],
    () => [sentences(pen, background(random.between(2, 3)))],
    () => [sentences(pen, [...sums(1), ...background(random.between(1, 2))])],
    () => quotation(prose, voices),
    () => [sentences(pen, [...background(1), ...facts(2), ...sums(1)])],
  ];

  const words = random.between(MIN_WORDS.from, MIN_WORDS.to);
  const middle: string[] = [];
  let written = countWords([lead, outlook]);
  for (const write of [...random.shuffle(opening), ...random.shuffle([...further, ...further])]) {
    const paragraphs = write().filter((paragraph) => paragraph !== '');
    middle.push(...paragraphs);
    written += countWords(paragraphs);
    if (written >= words || middle.length >= MAX_PARAGRAPHS - 2) break;
  }
  return [lead, ...middle, outlook];
}

type Paragraphs = () => readonly string[];

/** What is left to say and who is left to say it. */
interface Voices {
  readonly speeches: Take<string>;
  readonly speakers: Take<PersonRole>;
}

function takeFrom<T>(random: Random, entries: readonly T[]): Take<T> {
  const left = random.shuffle(entries);
  return (count) => left.splice(0, count);
}

function countWords(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + paragraph.split(' ').length, 0);
}

function sentences(pen: Pen, patterns: readonly string[]): string {
  return patterns.map((pattern) => pen.write(pattern)).join(' ');
}

/** Somebody's words in one paragraph; nothing when nobody is left who has not spoken. */
function quotation({ random, pen }: Prose, { speeches, speakers }: Voices): readonly string[] {
  const [speaker] = speakers(1);
  const [first, second] = speeches(2);
  if (speaker === undefined || first === undefined || second === undefined) return [];
  const pattern = random.pick([
    `"${first}," [said|explained|argued] {${speaker}}. "${second}."`,
    `{${speaker}} [said|told this newsroom|argued]: "${first}. ${second}."`,
    `"${first}," {${speaker}} [said|recalled|told reporters]. "${second}."`,
    `[Asked about it|Late on {weekday}|By telephone], {${speaker}} [put it this way|chose plain words]: "${first}. ${second}."`,
  ]);
  return [pen.write(pattern)];
}

/**
 * A statement of two or three paragraphs. As printers do it, each paragraph opens with a quotation mark and
 * only the last closes with one.
 */
function statement({ random, pen }: Prose, { speeches, speakers }: Voices): readonly string[] {
  const [speaker] = speakers(1);
  const parts = speeches(random.pick([4, 6]));
  if (speaker === undefined || parts.length < 4) return [];
  const opening = pen.write(
    `[In a written statement|In a letter|Later that day] {${speaker}} [went further|added this|set out the matter at length].`,
  );
  const said = Array.from(
    { length: parts.length / 2 },
    (_, i) => `"${parts.slice(2 * i, 2 * i + 2).join('. ')}.`,
  );
  return [opening, ...said.slice(0, -1), `${said.at(-1) ?? ''}"`];
}
