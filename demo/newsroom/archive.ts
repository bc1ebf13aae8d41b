import { createRandom } from './random.js';
import { findReprinted, printBody } from './reprinted-stories.js';
import { isWritableIn } from './charset.js';
import type { Outlet } from './outlets/outlet.js';
import { OUTLETS } from './outlets/outlets.js';
import { drawPerson } from './stories/cast.js';
import { composeHeadline, composeStory, type StorySource } from './stories/compose-story.js';
import type { StoryTruth } from './truth.js';

/** What can be said of a story without writing its body. */
export interface StoryHeader {
  /** From 1 upwards, in the order of publication within the newsroom. */
  readonly id: number;
  readonly outlet: Outlet;
  readonly url: string;
  /** Path and query. */
  readonly path: string;
  readonly title: string;
  readonly section: string;
  readonly byline: string;
  readonly publishedAt: Date;
}

/** Every story by its id. Nothing of a story is kept: it is composed anew whenever it is asked for. */
export interface Archive {
  readonly count: () => number;
  /** Throws `RangeError` for an id without a story, as `story` does. */
  readonly header: (id: number) => StoryHeader;
  readonly story: (id: number) => StoryTruth;
  /** The ids of an outlet's stories, newest first. */
  readonly idsOf: (outlet: Outlet) => readonly number[];
  /** Ids of up to five other stories of the same outlet; they stay the same when stories are added. */
  readonly relatedTo: (id: number) => readonly number[];
  /** Adds stories that come out at `at`. */
  readonly publish: (stories: number, at: Date) => void;
}

export interface ArchiveOptions {
  readonly seed: number;
  readonly stories: number;
  /** Share of the stories that reprint one of another outlet, 0 to 1. */
  readonly reprints: number;
  /** The stories at the start came out in the week before. */
  readonly now: Date;
  readonly port: number;
}

const WEEK_MS = 7 * 24 * 3_600_000;
const REPORTERS_PER_OUTLET = 7;

export function createArchive({ seed, stories, reprints, now, port }: ArchiveOptions): Archive {
  const calendar = createCalendar(stories, now);
  let count = stories;

  const sourceOf = (id: number, outlet: Outlet): StorySource => {
    return { seed: `${seed}/${id}`, publishedAt: calendar.publishedAt(id), style: outlet.style };
  };

  /** Where the words of a story come from: its own outlet, or the one that it reprints. */
  const wordsOf = (id: number): StorySource => {
    const reprinted = findReprinted(seed, reprints, id);
    if (reprinted === null) return sourceOf(id, outletOf(id));
    const source = sourceOf(reprinted.originalId, outletOf(reprinted.originalId));
    return reprinted.way === 're-headlined' ? { ...source, headline: `headline of ${id}` } : source;
  };

  const header = (id: number): StoryHeader => {
    if (!Number.isInteger(id) || id < 1 || id > count) {
      throw new RangeError(`there is no story ${id}: ids run from 1 to ${count}`);
    }
    const outlet = outletOf(id);
    const { title, section } = composeHeadline(wordsOf(id));
    const path = outlet.storyPath(slugOf(title), id);
    return {
      id,
      outlet,
      url: `http://${outlet.name}.localhost:${port}${path}`,
      path,
      title,
      section,
      byline: bylineOf(seed, id, outlet),
      publishedAt: calendar.publishedAt(id),
    };
  };

  const story = (id: number): StoryTruth => {
    const { outlet, url, title, byline, publishedAt: date } = header(id);
    const composed = composeStory(wordsOf(id));
    const reprinted = findReprinted(seed, reprints, id);
    return {
      id: String(id),
      outlet: outlet.name,
      url,
      title,
      byline,
      publishedAt: date.toISOString(),
      lang: 'en',
      ...composed,
      body: reprinted === null ? composed.body : printBody(seed, reprinted, composed.body, outlet),
      reprintOf: reprinted === null ? null : String(reprinted.originalId),
    };
  };

  return {
    count: () => count,
    header,
    story,
    idsOf: (outlet) => idsOf(outlet, count),
    relatedTo: (id) => relatedTo(id, Math.max(id, stories)),
    publish: (added, at) => {
      calendar.addBatch(count + 1, at);
      count += added;
    },
  };
}

/** When stories came out. */
interface Calendar {
  readonly publishedAt: (id: number) => Date;
  /** Stories from `firstId` on come out at `at`. */
  readonly addBatch: (firstId: number, at: Date) => void;
}

/** The first `stories` came out evenly over the week before `now`, to the minute. */
function createCalendar(stories: number, now: Date): Calendar {
  const batches: { readonly firstId: number; readonly at: Date }[] = [];
  return {
    publishedAt: (id) => {
      const batch = batches.findLast(({ firstId }) => firstId <= id);
      if (batch !== undefined) return batch.at;
      const ageMs = ((stories - id + 1) * WEEK_MS) / (stories + 1);
      return new Date(Math.floor((now.getTime() - ageMs) / 60_000) * 60_000);
    },
    // Feeds and HTTP dates know whole seconds only.
    addBatch: (firstId, at) => {
      batches.push({ firstId, at: new Date(Math.floor(at.getTime() / 1000) * 1000) });
    },
  };
}

/** Stories go round the outlets. */
function outletOf(id: number): Outlet {
  const outlet = OUTLETS[(id - 1) % OUTLETS.length];
  if (outlet === undefined) throw new RangeError('there are no outlets');
  return outlet;
}

function idsOf(outlet: Outlet, count: number): readonly number[] {
  const first = OUTLETS.indexOf(outlet) + 1;
  const stories = Math.max(0, Math.ceil((count - first + 1) / OUTLETS.length));
  return Array.from({ length: stories }, (_, index) => first + index * OUTLETS.length).reverse();
}

/** Older stories first, for there are always the same ones of them; then newer ones up to `lastId`. */
function relatedTo(id: number, lastId: number): readonly number[] {
  const steps = [-1, -2, -3, -4, -5, 1, 2, 3, 4, 5];
  return steps
    .map((step) => id + step * OUTLETS.length)
    .filter((other) => other >= 1 && other <= lastId)
    .slice(0, 5);
}

/** An outlet has a few reporters, of whom each story has one. */
function bylineOf(seed: number, id: number, outlet: Outlet): string {
  const desk = Math.floor((id - 1) / OUTLETS.length) % REPORTERS_PER_OUTLET;
  const random = createRandom(`${seed}/${outlet.name}/reporter ${desk}`);
  const { given, family } = drawPerson(random, 'english', (name) => isWritableIn(outlet.style.charset, name));
  return `${given} ${family}`;
}

/** The first words of a headline in ASCII. */
function slugOf(title: string): string {
  const words = title
    .normalize('NFD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return (words ?? ['story']).slice(0, 8).join('-');
}
