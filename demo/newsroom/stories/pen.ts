import type { MoneyPurpose } from '../../../src/model/mention.js';
import type { Charset } from '../charset.js';
import type { Random } from '../random.js';
import type { ActorTruth, MoneyTruth } from '../truth.js';
import type { Cast, PersonRole } from './cast.js';
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
  /** Draws sums and numbers, where they must not hang on the wording; `random` otherwise. */
  readonly figures?: Random;
  readonly cast: Cast;
  /** Names of the day of publication and of its month. */
  readonly weekday: string;
  readonly month: string;
  readonly charset: Charset;
}

/** Fills slots of one sort; null for a slot of another sort. */
type SlotFiller = (slot: string, argument: string) => string | null;

const COUNTRY_ROLES = ['home', 'other', 'third', 'state'] as const;

const PERSON_ROLES = [
  'spokes',
  'expert',
  'official',
  'minister',
  'envoy',
  'prosecutor',
  'resident',
  'analyst',
] as const satisfies readonly PersonRole[];

const ORGANISATION_ROLES = ['victim', 'partner', 'vendor', 'police', 'institution'] as const;

/** `sum` is money without a purpose of its own. */
const MONEY_SLOTS: ReadonlyMap<string, MoneyPurpose> = new Map([
  ['ransom', 'ransom'],
  ['loss', 'loss'],
  ['theft', 'theft'],
  ['fine', 'fine'],
  ['funding', 'funding'],
  ['budget', 'budget'],
  ['deal', 'deal'],
  ['revenue', 'revenue'],
  ['reward', 'reward'],
  ['sum', 'other'],
]);

const THOUSANDS = new Intl.NumberFormat('en-US');

/**
 * Slots: `{home} {home:adj}` (also `other third state`), `{city} {othercity}`, `{group} {group:alias}`,
 * `{victim} {partner} {vendor} {police} {institution}`, people by role (introduced at the first mention, the
 * family name alone later), money by purpose (`{loss} {loss:range} {theft:crypto}`; always a new sum),
 * `{n:3-9}`, `{count:20-900}` in thousands, `{weekday}`, `{month}`. Throws `RangeError` for any other.
 */
export function createPen(options: PenOptions): Pen {
  const countries = new Set<string>();
  const actors = new Map<string, ActorTruth>();
  const money: MoneyTruth[] = [];

  const fillers: readonly SlotFiller[] = [
    fillCountries(options, countries),
    fillActors(options, actors, (pattern) => fill(pattern)),
    fillMoney(options, money),
    fillPlain(options),
  ];

  const fillSlot = (slot: string, argument: string): string => {
    for (const filler of fillers) {
      const text = filler(slot, argument);
      if (text !== null) return text;
    }
    throw new RangeError(`unknown slot {${slot}}: see createPen for those there are`);
  };

  const fill = (pattern: string): string =>
    chooseParts(options.random, pattern).replace(
      /\{(\w+)(?::([\w-]+))?\}/g,
      (_, slot: string, argument?: string) => fillSlot(slot, argument ?? ''),
    );

  return {
    write: (pattern) => tidySentence(fill(pattern)),
    countries: () => [...countries].sort(),
    actors: () => [...actors.values()],
    money: () => money,
  };
}

function fillCountries({ cast, random }: PenOptions, said: Set<string>): SlotFiller {
  return (slot, argument) => {
    const role = COUNTRY_ROLES.find((known) => known === slot);
    if (role === undefined) return null;
    const country = cast[role];
    said.add(country.code);
    return random.pick(argument === 'adj' ? country.adjectives : country.names);
  };
}

function fillActors(
  { cast }: PenOptions,
  said: Map<string, ActorTruth>,
  fill: (pattern: string) => string,
): SlotFiller {
  const say = (kind: ActorTruth['kind'], name: string, surface: string) => {
    said.set(`${name}|${surface}`, { name, kind, surface });
    return surface;
  };
  const sayPerson = (role: PersonRole) => {
    const { given, family } = cast.people[role];
    const name = `${given} ${family}`;
    if (said.has(`${name}|${name}`)) return say('person', name, family);
    return `${say('person', name, name)}, ${fill(PERSON_INTRODUCTIONS[role])},`;
  };
  return (slot, argument) => {
    if (slot === 'group') {
      return say('threat-actor', cast.group.name, argument === 'alias' ? cast.groupAlias : cast.groupName);
    }
    const organisation = ORGANISATION_ROLES.find((known) => known === slot);
    if (organisation !== undefined) return say('organisation', cast[organisation], cast[organisation]);
    const person = PERSON_ROLES.find((known) => known === slot);
    return person === undefined ? null : sayPerson(person);
  };
}

function fillMoney(options: PenOptions, said: MoneyTruth[]): SlotFiller {
  const { cast, charset, figures: random = options.random } = options;
  return (slot, argument) => {
    const purpose = MONEY_SLOTS.get(slot);
    if (purpose === undefined) return null;
    const unit = argument === 'crypto' ? 'crypto' : 'usual';
    const shape = argument === 'range' ? 'range' : 'exact';
    const sum = inventSum(random, { purpose, unit, shape, homeCurrency: cast.home.currency, charset });
    said.push(sum);
    return sum.text;
  };
}

function fillPlain(options: PenOptions): SlotFiller {
  const { cast, weekday, month, figures: random = options.random } = options;
  const between = (bounds: string) => {
    const [min = 1, max = min] = bounds.split('-').map(Number);
    return random.between(min, max);
  };
  return (slot, argument) => {
    switch (slot) {
      case 'city':
        return cast.city;
      case 'othercity':
        return cast.otherCity;
      case 'weekday':
        return weekday;
      case 'month':
        return month;
      case 'n':
        return spellNumber(between(argument));
      case 'count':
        return `${THOUSANDS.format(between(argument))},000`;
      default:
        return null;
    }
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
