import { createRandom } from '../random.js';
import type { Charset } from '../charset.js';
import type { ActorTruth, MoneyTruth } from '../truth.js';
import { drawCast } from './cast.js';
import { createPen, type PenOptions } from './pen.js';
import { STORY_FIELDS } from './story-fields.js';
import type { StoryField, StoryKind } from './story-kind.js';
import { writeParagraphs } from './story-prose.js';
import { setQuotes, type QuoteStyle } from './set-quotes.js';

const WEEKDAYS = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' });
const MONTHS = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

/** How an outlet writes. */
export interface HouseStyle {
  /** Every character of its stories exists in it. */
  readonly charset: Charset;
  readonly quotes: QuoteStyle;
  /** True where each story quotes a statement over several paragraphs. */
  readonly hasStatements: boolean;
}

/** Where a story comes from: the same source always gives the same story. */
export interface StorySource {
  /** Seeds every choice; different for each story. */
  readonly seed: string;
  readonly publishedAt: Date;
  readonly style: HouseStyle;
  /** Seeds the headline, where it is another outlet's. */
  readonly headline?: string;
}

export interface ComposedStory {
  /** Paragraphs separated by one blank line. */
  readonly body: string;
  readonly countries: readonly string[];
  readonly actors: readonly ActorTruth[];
  readonly money: readonly MoneyTruth[];
}

/** The section and headline of a story, without writing its body. */
export function composeHeadline(source: StorySource): { readonly section: string; readonly title: string } {
  const draft = beginStory(source);
  const random = createRandom(`${source.seed}/${source.headline ?? 'headline'}`);
  const pen = createPen({ ...draft.penOptions, random });
  return {
    section: draft.field.section,
    title: setQuotes(pen.write(random.pick(draft.kind.headlines)), source.style.quotes),
  };
}

/** The body of a story with all that it says: the pen that writes is the one that keeps the record. */
export function composeStory(source: StorySource): ComposedStory {
  const { field, kind, penOptions } = beginStory(source);
  const pen = createPen(penOptions);
  const { random } = penOptions;
  const paragraphs = writeParagraphs({ random, pen, kind, field, hasStatement: source.style.hasStatements });
  return {
    body: paragraphs.map((paragraph) => setQuotes(paragraph, source.style.quotes)).join('\n\n'),
    countries: pen.countries(),
    actors: pen.actors(),
    money: pen.money(),
  };
}

interface StoryDraft {
  readonly field: StoryField;
  readonly kind: StoryKind;
  readonly penOptions: PenOptions;
}

/** What headline and body share: the kind and the cast. */
function beginStory({ seed, publishedAt, style }: StorySource): StoryDraft {
  const random = createRandom(seed);
  const field = random.pick(STORY_FIELDS);
  const kind = random.pick(field.kinds);
  const cast = drawCast(random, kind.motive, style.charset);
  return {
    field,
    kind,
    penOptions: {
      random,
      cast,
      weekday: WEEKDAYS.format(publishedAt),
      month: MONTHS.format(publishedAt),
      charset: style.charset,
    },
  };
}
