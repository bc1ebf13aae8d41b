import { createRandom, type Random } from '../random.js';
import { reprint, REPRINT_WAYS, type ReprintWay } from './reprint.js';
import { fillRobotReport, ROBOT_FORMS } from './robot-reports.js';
import { tellEvent, type Report } from './tell-event.js';

/** An article with what it truly is. */
export interface CoverageArticle extends Report {
  readonly id: string;
  readonly url: string;
  readonly publishedAt: Date;
  /** Articles of one event belong to one story. */
  readonly event: string;
  /** Articles of one text are reprints of one another; null for a text that nobody reprints. */
  readonly text: string;
  readonly way: 'original' | ReprintWay | 'related' | 'same-form';
}

export interface CoverageOptions {
  readonly seed: number;
  /** Events that outlets report on, each with its reprints and related coverage. */
  readonly events: number;
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Outlets whose articles these are; more than one story has articles. */
const OUTLETS = 40;

/**
 * Writes the coverage of events with known truth: each event's report, reprints of it in every way, other reports of
 * the same event, and traps: reports in the same words about another event. A third of the events are told in forms
 * that machines fill in, of which every event is a trap for the others.
 *
 * @returns in the order of publication, over a week
 */
export function writeCoverage({ seed, events }: CoverageOptions): CoverageArticle[] {
  const startMs = Date.UTC(2026, 2, 2);
  const articles = Array.from({ length: events }, (_, index) => {
    const random = createRandom(`${seed}/coverage ${index}`);
    const at = new Date(startMs + Math.floor((index / events) * 7 * DAY_MS));
    const name = `${seed}/${index}`;
    return index % 3 === 2 ? coverRobotEvent(name, random, at) : coverEvent(name, random, at);
  }).flat();
  return articles.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
}

function coverEvent(name: string, random: Random, publishedAt: Date): CoverageArticle[] {
  const kind = `kind ${name}`;
  const tell = (event: string, wording: string) => tellEvent({ event, kind, wording, publishedAt });
  const original = tell(name, 'original');
  const rewording = tell(name, 'other desk');
  const place = createPlacement(random, publishedAt);
  return [
    place({ ...original, event: name, text: name, way: 'original' }, 0),
    ...random
      .shuffle(REPRINT_WAYS)
      .slice(0, random.between(2, REPRINT_WAYS.length))
      .map((way) =>
        place({ ...reprint(original, rewording, way, random), event: name, text: name, way }, 20),
      ),
    ...Array.from({ length: random.between(0, 2) }, (_, i) =>
      place({ ...tell(name, `related ${i}`), event: name, text: `${name} related ${i}`, way: 'related' }, 40),
    ),
    ...Array.from({ length: random.between(1, 2) }, (_, i) => {
      const trap = `${name} trap ${i}`;
      return place({ ...tell(trap, 'original'), event: trap, text: trap, way: 'same-form' }, 40);
    }),
  ];
}

/** Machines reprint little: some copies word for word, with other boilerplate or without the end. */
function coverRobotEvent(name: string, random: Random, publishedAt: Date): CoverageArticle[] {
  const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'long', timeZone: 'UTC' }).format(publishedAt);
  const form = random.between(0, ROBOT_FORMS - 1);
  const original = fillRobotReport(form, random, weekday);
  const place = createPlacement(random, publishedAt);
  const trap = `${name} trap`;
  return [
    place({ ...original, event: name, text: name, way: 'original' }, 0),
    ...(['verbatim', 'boilerplate', 'trimmed', 'lightly-edited'] as const)
      .filter(() => random.chance(0.5))
      .map((way) => place({ ...reprint(original, original, way, random), event: name, text: name, way }, 20)),
    place({ ...fillRobotReport(form, random, weekday), event: trap, text: trap, way: 'same-form' }, 40),
  ];
}

/** Puts articles on sites of their own, up to so many hours after the event. */
function createPlacement(random: Random, eventAt: Date) {
  const outlets = random.shuffle(Array.from({ length: OUTLETS }, (_, index) => index));
  let placed = 0;
  return (
    article: Omit<CoverageArticle, 'id' | 'url' | 'publishedAt'>,
    withinHours: number,
  ): CoverageArticle => {
    const outlet = outlets[placed++ % OUTLETS] ?? 0;
    const id = `${article.event}-${placed}`;
    return {
      ...article,
      id,
      url: `https://outlet-${outlet}.example/${encodeURIComponent(id)}`,
      publishedAt: new Date(eventAt.getTime() + Math.floor(random.next() * withinHours * HOUR_MS)),
    };
  };
}
