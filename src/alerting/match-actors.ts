import type { TaggedActor } from '../model/alert-facts.js';
import type { AlertReason } from '../model/alert.js';
import { evidenceFor, SUBJECT_RANK, type AlertSubject, type ConditionMatch } from './condition-match.js';
import { countryName } from './rule-codes.js';
import { judgeSurge } from './detect-surge.js';
import { daysBetween, inDays } from './spans-of-time.js';
import type { TaggingEvent } from './tagging-event.js';

/** An actor that nobody has mentioned before: one match each. */
export function matchFirstMention(
  condition: { readonly kinds?: readonly string[]; readonly countries?: readonly string[] },
  event: TaggingEvent,
): ConditionMatch[] {
  const { facts } = event;
  const beside = condition.countries === undefined ? [] : besideCountries(condition.countries, event);
  if (beside === null) return [];
  const debuts = new Set(facts.debuts.map(({ actorId }) => actorId));
  return facts.actors
    .filter(({ actorId, kind }) => debuts.has(actorId) && (condition.kinds?.includes(kind) ?? true))
    .map((actor) => ({
      subject: {
        ...subjectOf(actor, 'firstMention'),
        key: `actor:${actor.actorId}`,
        scope: 'forever',
        headline: `First mention of ${actor.name}`,
      },
      reasons: [mentionReason('firstMention', neverBefore(event), actor, event), ...beside],
    }));
}

/** A watched actor, under any of its names: one match each. */
export function matchActor(names: readonly string[], event: TaggingEvent): ConditionMatch[] {
  return event.facts.actors
    .filter((actor) => answersTo(actor, names))
    .map((actor) => ({
      subject: {
        ...subjectOf(actor, 'actor'),
        key: `actor:${actor.actorId}`,
        scope: 'story',
        headline: `${actor.name} is mentioned`,
      },
      reasons: [mentionReason('actor', sinceLastTime(actor, event), actor, event)],
    }));
}

/** An actor that is in the news more than its own history explains: one match each. */
export function matchSurge(
  condition: { readonly kinds?: readonly string[]; readonly actors?: readonly string[] },
  event: TaggingEvent,
): ConditionMatch[] {
  const { kinds, actors: names } = condition;
  return event.facts.actors.flatMap((actor): ConditionMatch[] => {
    if (actor.history === null || !(kinds?.includes(actor.kind) ?? true)) return [];
    if (names !== undefined && !answersTo(actor, names)) return [];
    const [today = 0, ...before] = actor.history.stories;
    const { isSurge, stories, expected, chance } = judgeSurge(
      today,
      before.slice(0, actor.history.watchedDays),
    );
    if (!isSurge) return [];
    const text = `${stories} stories in 24 hours, where its ${actor.history.watchedDays} days before let expect ${expected.toFixed(1)}; so many come by chance in one of ${oneOf(chance)} such counts`;
    const subject: AlertSubject = {
      ...subjectOf(actor, 'surge'),
      key: `surge actor:${actor.actorId} ${event.facts.occurredAt.slice(0, 10)}`,
      scope: 'forever',
      headline: `Surge of ${actor.name}: ${stories} stories in 24 hours`,
    };
    return [{ subject, reasons: [mentionReason('surge', text, actor, event)] }];
  });
}

function subjectOf(
  actor: TaggedActor,
  condition: 'firstMention' | 'actor' | 'surge',
): Pick<AlertSubject, 'name' | 'kind' | 'unverified' | 'rank'> {
  return {
    name: actor.name,
    kind: actor.kind,
    unverified: actor.mentions.every((mention) => mention.unverified === true),
    rank: SUBJECT_RANK[condition],
  };
}

function answersTo(actor: TaggedActor, names: readonly string[]): boolean {
  const own = new Set([actor.name, ...actor.mentions.flatMap(({ text, name }) => [text, name])].map(fold));
  return names.some((name) => actor.watchedAs.includes(name) || own.has(fold(name)));
}

function fold(name: string): string {
  return name.toLowerCase();
}

function mentionReason(
  condition: string,
  text: string,
  actor: TaggedActor,
  event: TaggingEvent,
): AlertReason {
  const [first, ...others] = actor.mentions;
  const more = others.length === 0 ? '' : `; mentioned ${actor.mentions.length} times here`;
  return {
    condition,
    text: text + more,
    evidence: first === undefined ? null : evidenceFor(event.article, first, actor.name),
  };
}

function neverBefore({ facts }: TaggingEvent): string {
  if (facts.watchingSince === null) return 'never mentioned before';
  const days = daysBetween(facts.watchingSince, facts.foundAt);
  return days < 1
    ? 'never mentioned before, in the first day of watching'
    : `never mentioned before, in ${inDays(days)} of watching`;
}

function sinceLastTime(actor: TaggedActor, { facts }: TaggingEvent): string {
  if (facts.debuts.some(({ actorId }) => actorId === actor.actorId)) return 'mentioned for the first time';
  const last = actor.history?.lastBefore;
  if (last === undefined) return 'mentioned';
  if (last === null) return 'in no other story before';
  const days = daysBetween(last, facts.occurredAt);
  return days < 2 ? 'in the news, last time within two days' : `first time in ${inDays(days)}`;
}

/** @returns null when none of the countries is there */
function besideCountries(codes: readonly string[], { article, tags }: TaggingEvent): AlertReason[] | null {
  const mention = [...tags.countries, ...tags.places].find(({ code }) => codes.includes(code));
  if (mention === undefined) return null;
  const evidence = evidenceFor(article, mention, mention.code);
  return [{ condition: 'firstMention', text: `beside ${countryName(mention.code)}`, evidence }];
}

function oneOf(chance: number): string {
  return chance < 1e-9 ? 'more than a billion' : Math.round(1 / chance).toLocaleString('en-US');
}
