import type { ActorCandidate } from './actor-candidate.js';
import context from './gazetteer/country-context.json' with { type: 'json' };
import type { Reading, TokenRange } from './reading.js';
import { isCapitalised } from './tokenise.js';

const FIRM_WORDS: ReadonlySet<string> = new Set(context.firmWords);

/**
 * Marks the tokens at which no country or place is said by itself: those inside names.
 *
 * An organisation's name does say a country where the country tells whose it is: at its head ("Russian Foreign
 * Ministry", "U.S. Navy") or at its end behind "of" ("Communist Party of China"). Firms, banks, media and schools
 * say none ("American Airlines", "Bank of China"): their name is not where they act for. Nor do persons, groups
 * and "… of America".
 *
 * @returns one byte a token, 1 where no country may be tagged
 */
export function markNames(reading: Reading, actors: readonly ActorCandidate[]): Uint8Array {
  const taken = new Uint8Array(reading.tokens.length);
  for (const actor of actors) {
    if (actor.rule === 'organisation/government') continue;
    taken.fill(1, actor.first, actor.end);
  }
  const byStart = new Map(actors.map((actor) => [actor.first, actor]));
  const byEnd = new Map(actors.map((actor) => [actor.end, actor]));
  for (const match of reading.matches) {
    if (match.value.type !== 'country') continue;
    const actor = byStart.get(match.first) ?? byEnd.get(match.end);
    if (actor !== undefined && saysCountry(reading, actor, match)) taken.fill(0, match.first, match.end);
  }
  return taken;
}

function saysCountry(reading: Reading, actor: ActorCandidate, match: TokenRange): boolean {
  const { tokens } = reading;
  // "A Russian group": the adjective alone is no name.
  if (actor.rule === 'threat-actor/unverified') return match.first === actor.first && match.end === actor.end;
  if (actor.kind !== 'organisation' || actor.rule === 'organisation/suffix') return false;
  for (let i = actor.first; i < actor.end; i++) if (FIRM_WORDS.has(tokens[i]?.key ?? '')) return false;
  if (match.end >= actor.end && match.first <= actor.first) return false;
  // "US-CERT" is one word.
  if (match.first === actor.first) return tokens[match.end]?.text !== '-' && match.end < actor.end;
  const link = tokens[match.first - 1]?.key === 'the' ? match.first - 2 : match.first - 1;
  return (
    tokens[link]?.key === 'of' && tokens[match.first]?.key !== 'america' && isCapitalised(tokens[match.first])
  );
}
