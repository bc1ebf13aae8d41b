import type { MoneyPurpose } from '../../../src/model/mention.js';
import type { Charset } from '../charset.js';
import type { Random } from '../random.js';
import type { ActorTruth, MoneyTruth } from '../truth.js';
import type { Cast, PersonRole } from './cast.js';
import type { Country } from './data/countries.js';
import { inventSum } from './money.js';
import { PERSON_INTRODUCTIONS } from './person-introductions.js';

/** Writes sentences and remembers what they said: the only source of a story's truth. */
export interface Pen {
  /** The pattern with its choices made and its slots filled, the first letter a capital. */
  readonly write: (pattern: string) => string;
  readonly countries: () => readonly string[];
  readonly actors: () => readonly ActorTruth[];
  readonly money: () => readonly MoneyTruth[];
}

export interface PenOptions {
  readonly random: Random;
  readonly cast: Cast;
  /** Names of the day of publication and of its month. */
  readonly weekday: string;
  readonly month: string;
  readonly charset: Charset;
}

type FillSlot = (argument: string) => string;

const MONEY_PURPOSES: readonly MoneyPurpose[] = [
  'ransom',
  'loss',
  'theft',
  'fine',
  'funding',
  'budget',
  'deal',
  'revenue',
  'reward',
];

const PERSON_ROLES: readonly PersonRole[] = [
  'spokes',
  'expert',
  'official',
  'minister',
  'envoy',
  'prosecutor',
  'resident',
  'analyst',
];

/**
 * Slots: `{home} {home:adj}` (also `other third state`), `{city} {othercity}`, `{group} {group:alias}`,
 * `{victim} {partner} {vendor} {police} {institution}`, people by role (introduced at the first mention, the
 * family name alone later), money by purpose (`{loss} {loss:range} {theft:crypto}`; always a new sum; `{sum}` where no
 * purpose fits),
 * `{n:3-9}`, `{count:20-900}` in thousands, `{weekday}`, `{month}`. Throws `RangeError` for any other.
 */
export function createPen(options: PenOptions): Pen {
  const countries = new Set<string>();
  const actors = new Map<string, ActorTruth>();
  const money: MoneyTruth[] = [];

  const slots: Readonly<Record<string, FillSlot>> = {
    ...countrySlots(options, countries),
    ...actorSlots(options, actors, (pattern) => fill(pattern)),
    ...moneySlots(options, money),
    ...plainSlots(options),
  };

  const fill = (pattern: string): string =>
    chooseParts(options.random, pattern).replace(
      /\{(\w+)(?::([\w-]+))?\}/g,
      (whole, slot: string, argument?: string) => {
        const fillSlot = slots[slot];
        if (fillSlot === undefined)
          throw new RangeError(`unknown slot ${whole}: see createPen for those there are`);
        return fillSlot(argument ?? '');
      },
    );

  return {
    write: (pattern) => tidySentence(fill(pattern)),
    countries: () => [...countries].sort(),
    actors: () => [...actors.values()],
    money: () => money,
  };
}

function countrySlots({ cast, random }: PenOptions, said: Set<string>): Record<string, FillSlot> {
  const sayCountry = (country: Country) => (argument: string) => {
    said.add(country.code);
    return random.pick(argument === 'adj' ? country.adjectives : country.names);
  };
  return {
    home: sayCountry(cast.home),
    other: sayCountry(cast.other),
    third: sayCountry(cast.third),
    state: sayCountry(cast.state),
  };
}

function actorSlots(
  { cast }: PenOptions,
  said: Map<string, ActorTruth>,
  fill: (pattern: string) => string,
): Record<string, FillSlot> {
  const say = (kind: ActorTruth['kind'], name: string, surface: string) => {
    said.set(`${name}|${surface}`, { name, kind, surface });
    return surface;
  };
  const sayOrganisation = (name: string) => () => say('organisation', name, name);
  const sayPerson = (role: PersonRole) => () => {
    const { given, family } = cast.people[role];
    const name = `${given} ${family}`;
    if (said.has(`${name}|${name}`)) return say('person', name, family);
    return `${say('person', name, name)}, ${fill(PERSON_INTRODUCTIONS[role])},`;
  };
  return {
    group: (argument) =>
      say('threat-actor', cast.group.name, argument === 'alias' ? cast.groupAlias : cast.groupName),
    victim: sayOrganisation(cast.victim),
    partner: sayOrganisation(cast.partner),
    vendor: sayOrganisation(cast.vendor),
    police: sayOrganisation(cast.police),
    institution: sayOrganisation(cast.institution),
    ...Object.fromEntries(PERSON_ROLES.map((role) => [role, sayPerson(role)])),
  };
}

function moneySlots({ random, cast, charset }: PenOptions, said: MoneyTruth[]): Record<string, FillSlot> {
  const saySum = (purpose: MoneyPurpose) => (argument: string) => {
    const unit = argument === 'crypto' ? 'crypto' : 'usual';
    const shape = argument === 'range' ? 'range' : 'exact';
    const sum = inventSum(random, { purpose, unit, shape, homeCurrency: cast.home.currency, charset });
    said.push(sum);
    return sum.text;
  };
  return {
    ...Object.fromEntries(MONEY_PURPOSES.map((purpose) => [purpose, saySum(purpose)])),
    sum: saySum('other'),
  };
}

function plainSlots({ random, cast, weekday, month }: PenOptions): Record<string, FillSlot> {
  const between = (bounds: string) => {
    const [min = 1, max = min] = bounds.split('-').map(Number);
    return random.between(min, max);
  };
  return {
    city: () => cast.city,
    othercity: () => cast.otherCity,
    weekday: () => weekday,
    month: () => month,
    n: (bounds) => spellNumber(between(bounds)),
    count: (bounds) => `${between(bounds).toLocaleString('en-US')},000`,
  };
}

/** Newspapers spell numbers up to nine. */
function spellNumber(value: number): string {
  return (
    ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'][value] ?? String(value)
  );
}

/** Chooses the innermost alternatives first, so that they may be nested. */
function chooseParts(random: Random, pattern: string): string {
  let text = pattern;
  while (text.includes('[')) {
    text = text.replace(/\[([^[\]]*)\]/g, (_, parts: string) => random.pick(parts.split('|')));
  }
  return text;
}

/** Articles before vowels, commas before full stops, possessives after s, doubled full stops after "U.S.". */
function tidySentence(sentence: string): string {
  return sentence
    .replace(/\b([Aa])\(n\) (\w)/g, (_, article: string, next: string) =>
      /[AEIOaeio]/.test(next) ? `${article}n ${next}` : `${article} ${next}`,
    )
    .replace(/,([.,;:?!])/g, '$1')
    .replace(/s's\b/g, "s'")
    .replace(/\.\.(?!\.)/g, '.')
    .replace(/ {2,}/g, ' ')
    .replace(/^("?)(\p{Ll})/u, (_, quote: string, first: string) => quote + first.toUpperCase());
}
