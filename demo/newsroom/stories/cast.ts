import { isWritableIn, type Charset } from '../charset.js';
import type { Random } from '../random.js';
import { COMPANY_STEMS, COMPANY_TRADES, SECURITY_STEMS, SECURITY_TRADES } from './data/companies.js';
import { COUNTRIES, type Country } from './data/countries.js';
import { POLICE_BODIES, WORLD_BODIES } from './data/institutions.js';
import { PERSON_NAMES, type Region } from './data/person-names.js';
import { THREAT_ACTORS, type GroupMotive, type ThreatActor } from './data/threat-actors.js';

/** People that stories quote, by the part they play. */
export type PersonRole =
  'spokes' | 'expert' | 'official' | 'minister' | 'envoy' | 'prosecutor' | 'resident' | 'analyst';

export interface Person {
  readonly given: string;
  readonly family: string;
}

/** Who and what a story is about: one draw serves its headline and its body. */
export interface Cast {
  readonly home: Country;
  readonly other: Country;
  readonly third: Country;
  /** The state that the group is said to work for; a further country where there is none. */
  readonly state: Country;
  readonly city: string;
  readonly otherCity: string;
  readonly group: ThreatActor;
  /** What the story calls the group, and its other name. */
  readonly groupName: string;
  readonly groupAlias: string;
  readonly victim: string;
  readonly partner: string;
  readonly vendor: string;
  readonly police: string;
  readonly institution: string;
  readonly people: Readonly<Record<PersonRole, Person>>;
}

/**
 * Draws a cast in which no two companies, countries or family names are the same.
 *
 * @param motive - which groups fit the story
 * @param charset - every name must be writable in it
 */
export function drawCast(random: Random, motive: GroupMotive, charset: Charset): Cast {
  const isWritable = (text: string) => isWritableIn(charset, text);
  const group = random.pick(THREAT_ACTORS.filter((actor) => actor.motive === motive));
  const [state, home, other, third] = drawCountries(random, group.state);
  const [groupName, groupAlias] = drawGroupNames(random, group);
  const [victim, partner] = drawCompanies(random);
  return {
    home,
    other,
    third,
    state,
    city: random.pick(home.cities.filter(isWritable)),
    otherCity: random.pick(other.cities.filter(isWritable)),
    group,
    groupName,
    groupAlias,
    victim,
    partner,
    vendor: `${random.pick(SECURITY_STEMS)} ${random.pick(SECURITY_TRADES)}`,
    police: random.pick(POLICE_BODIES),
    institution: random.pick(WORLD_BODIES),
    people: drawPeople(random, home.region, other.region, isWritable),
  };
}

/** Invents a person of a region. */
export function drawPerson(random: Random, region: Region, isWritable: (name: string) => boolean): Person {
  const { given, family } = PERSON_NAMES[region];
  return { given: random.pick(given.filter(isWritable)), family: random.pick(family.filter(isWritable)) };
}

type FourCountries = readonly [Country, Country, Country, Country];

/** The group's state first, if it has one, then others. */
function drawCountries(random: Random, stateCode: string | null): FourCountries {
  const shuffled = random.shuffle(COUNTRIES);
  const ofGroup = shuffled.filter((country) => country.code === stateCode);
  const others = shuffled.filter((country) => country.code !== stateCode);
  const [first, second, third, fourth] = [...ofGroup, ...others];
  if (!first || !second || !third || !fourth) throw new RangeError('a cast needs four countries');
  return [first, second, third, fourth];
}

function drawGroupNames(random: Random, group: ThreatActor): readonly [name: string, alias: string] {
  const [name = group.name, alias = name] = random.shuffle([group.name, ...group.aliases]);
  return [name, alias];
}

function drawCompanies(random: Random): readonly [string, string] {
  const [first = '', second = ''] = random.shuffle(COMPANY_STEMS);
  return [`${first} ${random.pick(COMPANY_TRADES)}`, `${second} ${random.pick(COMPANY_TRADES)}`];
}

function drawPeople(
  random: Random,
  home: Region,
  other: Region,
  isWritable: (name: string) => boolean,
): Record<PersonRole, Person> {
  const taken = new Set<string>();
  const draw = (region: Region): Person => {
    const person = drawPerson(random, region, isWritable);
    if (taken.has(person.family)) return draw(region);
    taken.add(person.family);
    return person;
  };
  return {
    spokes: draw(home),
    expert: draw('english'),
    official: draw(home),
    minister: draw(home),
    envoy: draw(other),
    prosecutor: draw(home),
    resident: draw(home),
    analyst: draw('nordic'),
  };
}
