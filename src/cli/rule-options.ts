import { InvalidArgumentError, Option, type Command } from 'commander';
import { parseAmount, parseCurrency } from './listing-options.js';

/** A rule as the options of `alerts add` and `alerts test` say it. */
export interface RuleOptions {
  readonly firstMention?: true | string[];
  readonly actor?: string[];
  readonly country?: string[];
  readonly implied?: true;
  readonly topic?: string[];
  readonly moneyAtLeast?: number;
  readonly currency: string;
  readonly purpose?: string[];
  readonly surge?: true | string[];
  readonly silence?: true | string[];
  readonly search?: string;
  readonly source?: string;
  readonly lang?: string;
  readonly any?: true;
  readonly voices: number;
  readonly trusted?: string[];
  readonly channel?: string[];
  readonly includePast?: true;
}

/** What a rule waits for when its options name nothing. */
const DEFAULT_CONDITION = { firstMention: { kinds: ['threat-actor'] } };

/** Adds the options that make a rule. */
export function addRuleOptions(command: Command): Command {
  return command
    .option(
      '--first-mention [kind...]',
      'an actor never mentioned before: threat-actor, person, organisation (default: all)',
    )
    .option('--actor <name...>', 'one of these actors, by name or alias')
    .option('--country <code...>', 'one of these countries is said (ISO 3166), or is beside a first mention')
    .option('--implied', 'places count for their countries')
    .option('--topic <words...>', 'one of these words or phrases, whole, in title or text')
    .option(
      '--money-at-least <amount>',
      'a sum of at least this much; other currencies are not converted',
      parseAmount,
    )
    .option('--currency <code>', 'its currency (ISO 4217, or BTC, ETH …)', parseCurrency, 'USD')
    .option('--purpose <purpose...>', 'what it is for: ransom, loss, theft, fine, funding, budget, deal …')
    .option(
      '--surge [kind...]',
      'an actor in the news more than its 30 days explain; with --actor, one of these',
    )
    .option(
      '--silence [feed...]',
      'a feed quieter than its rhythm allows; part of its title or address (default: all)',
    )
    .option('--search <words>', 'full-text search: words, "a phrase", or, -not')
    .option('--source <text>', 'from a feed whose title or address holds this')
    .option('--lang <code>', 'in this language, such as en')
    .option('--any', 'one of the conditions is enough (default: all of them)')
    .addOption(
      new Option('--voices <n>', 'independent publishers that must say it').argParser(parseVoices).default(1),
    )
    .option('--trusted <publisher...>', 'publishers whose word is enough, such as reuters.com')
    .option('--channel <name...>', 'where alerts are sent')
    .option(
      '--include-past',
      'articles found before, first polls of feeds and re-tagged articles fire it too',
    );
}

/** The document of a rule that options make, still to be parsed. */
export function ruleOfOptions(name: string, options: RuleOptions): unknown {
  const parts = conditionsOf(options);
  const [only, second] = parts;
  const together = options.any === true ? { any: parts } : { all: parts };
  return {
    name,
    condition: second === undefined ? (only ?? DEFAULT_CONDITION) : together,
    corroboration: { voices: options.voices, trusted: options.trusted ?? [] },
    channels: options.channel ?? [],
    includePast: options.includePast === true,
  };
}

function conditionsOf(options: RuleOptions): object[] {
  const { firstMention, actor, country, topic, moneyAtLeast, purpose, surge, silence } = options;
  const listed = (value: true | string[]) => (value === true ? undefined : value);
  const filters = { text: options.search, source: options.source, lang: options.lang };
  const isSearch = Object.values(filters).some((filter) => filter !== undefined);
  const isOn = <Value>(value: Value | undefined, part: (value: Value) => object) =>
    value === undefined ? [] : [part(value)];
  return [
    ...isOn(firstMention, (kinds) => ({ firstMention: { kinds: listed(kinds), countries: country } })),
    ...isOn(surge, (kinds) => ({ surge: { kinds: listed(kinds), actors: actor } })),
    ...isOn(surge === undefined ? actor : undefined, (names) => ({ actor: names })),
    ...isOn(firstMention === undefined ? country : undefined, (codes) => ({
      country: codes,
      implied: options.implied,
    })),
    ...isOn(topic, (phrases) => ({ topic: phrases })),
    ...isOn(moneyAtLeast, (min) => ({ money: { min, currency: options.currency, purposes: purpose } })),
    ...isOn(isSearch ? filters : undefined, (search) => ({ search })),
    ...isOn(silence, (feeds) => ({ silence: { feeds: listed(feeds) } })),
  ];
}

function parseVoices(value: string): number {
  if (!/^[1-9]\d?$/.test(value)) throw new InvalidArgumentError('Give a whole number from 1 to 50.');
  return Number(value);
}
