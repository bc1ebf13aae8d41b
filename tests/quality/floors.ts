import type { Measured, Measures } from './measure.js';
import { LEVELS } from './score-facts.js';

/** The least that each figure may be, in percent, by its name: `kinds/money/strict/recall`. */
export type Floors = Readonly<Record<string, number>>;

/** A figure this many points above its floor must raise it: else a later loss of what was gained would pass. */
const MARGIN = 1;

interface NamedFigure {
  readonly name: string;
  readonly value: number;
}

/** Every figure that has a floor. */
export function listFigures({ kinds, topics }: Measures): NamedFigure[] {
  return [...listGroup('kinds', kinds), ...listGroup('topics', topics)];
}

function listGroup(group: string, measures: Readonly<Record<string, Measured>>): NamedFigure[] {
  return Object.entries(measures).flatMap(([name, measured]) =>
    LEVELS.flatMap((level) =>
      Object.entries(measured[level]).map(([figure, value]: [string, number]) => ({
        name: `${group}/${name}/${level}/${figure}`,
        value,
      })),
    ),
  );
}

/** What is wrong with the figures whose names begin like that: below the floor, or well above it. */
export function checkFloors(measures: Measures, floors: Floors, prefix: string): string[] {
  return listFigures(measures)
    .filter(({ name }) => name.startsWith(prefix))
    .flatMap(({ name, value }) => {
      const floor = floors[name] ?? 0;
      if (value < floor) return [`${name} fell from ${floor} to ${value}`];
      return value > floor + MARGIN
        ? [`${name} rose from ${floor} to ${value}: raise the floors with RAISE_FLOORS=1 npm run quality`]
        : [];
    });
}

/** The floors raised to the figures. A floor above its figure stays; one that has no figure any more goes. */
export function raiseFloors(measures: Measures, floors: Floors): Floors {
  return Object.fromEntries(
    listFigures(measures).map(({ name, value }) => [name, Math.max(value, floors[name] ?? 0)]),
  );
}
