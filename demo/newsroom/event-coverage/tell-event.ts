import { createRandom, type Random } from '../random.js';
import { drawCast } from '../stories/cast.js';
import { createPen, type Pen, type PenOptions } from '../stories/pen.js';
import { STORY_FIELDS } from '../stories/story-fields.js';
import { writeParagraphs } from '../stories/story-prose.js';

/** How an event is told. The same seeds give the same report. */
export interface Telling {
  /** What happened: who, where and how much. Another event, other names and figures. */
  readonly event: string;
  /** What kind of event it is: which sentences there are to tell it with. */
  readonly kind: string;
  /** Which of them are used, in which order and words. */
  readonly wording: string;
  readonly publishedAt: Date;
}

const WEEKDAYS = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' });
const MONTHS = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

/** A report of an event. */
export interface Report {
  readonly title: string;
  /** Paragraphs separated by one blank line. */
  readonly body: string;
}

/**
 * Tells an event. Two tellings of one event with the same wording are the same text; with other wordings they say
 * other things of it in other words, and where they say the same, with the same figures. One wording of two events is
 * the same text but for names and figures.
 */
export function tellEvent({ event, kind, wording, publishedAt }: Telling): Report {
  const kindRandom = createRandom(kind);
  const field = kindRandom.pick(STORY_FIELDS);
  const storyKind = kindRandom.pick(field.kinds);
  const cast = drawCast(createRandom(`${event}/cast`), storyKind.motive, 'utf-8');
  const pen = createSteadyPen({
    event,
    wording,
    options: {
      cast,
      weekday: WEEKDAYS.format(publishedAt),
      month: MONTHS.format(publishedAt),
      charset: 'utf-8',
    },
  });
  const random = createRandom(`${wording}/order`);
  const title = pen.write(random.pick(storyKind.headlines));
  const body = writeParagraphs({ random, pen, kind: storyKind, field, hasStatement: false }).join('\n\n');
  return { title, body };
}

interface SteadyPen {
  readonly event: string;
  readonly wording: string;
  readonly options: Omit<PenOptions, 'random' | 'figures'>;
}

/** A pen whose words and figures hang on the sentence alone, not on what was written before. */
function createSteadyPen({ event, wording, options }: SteadyPen): Pen {
  const words = createSwitch();
  const figures = createSwitch();
  const pen = createPen({ ...options, random: words.random, figures: figures.random });
  return {
    ...pen,
    write(pattern) {
      words.set(createRandom(`${wording}/${pattern}`));
      figures.set(createRandom(`${event}/${pattern}`));
      return pen.write(pattern);
    },
  };
}

/** A source of choices that can be exchanged for another. */
function createSwitch(): { readonly random: Random; readonly set: (random: Random) => void } {
  let current = createRandom('');
  return {
    random: {
      next: () => current.next(),
      between: (min, max) => current.between(min, max),
      chance: (share) => current.chance(share),
      pick: (list) => current.pick(list),
      shuffle: (list) => current.shuffle(list),
    },
    set: (random) => {
      current = random;
    },
  };
}
