import Big from 'big.js';
import type { ActorKind, ActorMention, MoneyMention, PlaceMention, Span, Tags } from '../model/mention.js';

/** What is counted apart when two taggings are compared. */
export type MentionKind = 'country' | 'place' | ActorKind | 'money';

/** A mention in the form in which two taggings are compared. */
export interface ComparedMention extends Span {
  readonly kind: MentionKind;
  /** What it says, in words: `KP`, `Lazarus Group`, `USD 5000000 (ransom, min)`. */
  readonly value: string;
  readonly rule: string;
}

/** A mention that has the same kind and place in both taggings and says something else. */
export interface ChangedMention extends ComparedMention {
  /** What it said before. */
  readonly was: string;
}

/** How two taggings of one text differ. Each list is in order of position. */
export interface TagsDiff {
  readonly kept: readonly ComparedMention[];
  readonly gained: readonly ComparedMention[];
  readonly lost: readonly ComparedMention[];
  readonly changed: readonly ChangedMention[];
}

/**
 * Compares two taggings of the same text, mention by mention: one of the same kind, start and end is kept when it says
 * the same (whatever the case of a name), else changed. Rules and confidences may differ; `taggerVersion` and `partial`
 * are not looked at. Linear in the number of mentions.
 *
 * @param before - what is stored
 * @param after - what the tagger says now
 */
export function diffTags(before: Tags, after: Tags): TagsDiff {
  const left = byPlace(listMentions(before));
  const kept: ComparedMention[] = [];
  const fresh: ComparedMention[] = [];
  for (const mention of listMentions(after)) {
    const same = take(left, mention, (other) => isSameValue(other, mention));
    if (same === null) fresh.push(mention);
    else kept.push(mention);
  }
  const gained: ComparedMention[] = [];
  const changed: ChangedMention[] = [];
  for (const mention of fresh) {
    const other = take(left, mention, () => true);
    if (other === null) gained.push(mention);
    else changed.push({ ...mention, was: other.value });
  }
  return { kept, gained, lost: inOrder([...left.values()].flat()), changed };
}

function listMentions(tags: Tags): ComparedMention[] {
  return inOrder([
    ...tags.countries.map((mention) => compared('country', mention, mention.code)),
    ...tags.places.map((mention) => compared('place', mention, describePlace(mention))),
    ...tags.actors.map((mention) => compared(mention.type, mention, describeActor(mention))),
    ...tags.money.map((mention) => compared('money', mention, describeMoney(mention))),
  ]);
}

function compared(
  kind: MentionKind,
  { start, end, text, rule }: Span & { readonly rule: string },
  value: string,
): ComparedMention {
  return { kind, start, end, text, value, rule };
}

function describePlace({ name, code }: PlaceMention): string {
  return `${name} (${code})`;
}

function describeActor({ name, unverified }: ActorMention): string {
  return unverified === true ? `${name} (unverified)` : name;
}

function describeMoney(mention: MoneyMention): string {
  const { amount, max, exact, currency, purpose, approx, bound, per, conversionOf } = mention;
  const low = decimals(exact?.amount ?? amount);
  const high = exact?.max ?? max;
  const notes = [
    purpose,
    bound ?? (approx === true ? 'approx' : undefined),
    per === undefined ? undefined : `per ${per}`,
    conversionOf === undefined ? undefined : 'converted',
  ].filter((note) => note !== undefined);
  const range = high === undefined ? low : `${low}-${decimals(high)}`;
  return `${currency} ${range}${notes.length === 0 ? '' : ` (${notes.join(', ')})`}`;
}

/** `5e6` and `5000000.00` → `5000000`. */
function decimals(amount: string | number): string {
  return new Big(amount).toFixed();
}

type Places = Map<string, ComparedMention[]>;

function byPlace(mentions: readonly ComparedMention[]): Places {
  const places: Places = new Map();
  for (const mention of mentions) {
    const here = places.get(placeOf(mention));
    if (here === undefined) places.set(placeOf(mention), [mention]);
    else here.push(mention);
  }
  return places;
}

/** Takes the first fitting mention of the same kind and place out; several stand in one place only by accident. */
function take(
  places: Places,
  mention: ComparedMention,
  fits: (other: ComparedMention) => boolean,
): ComparedMention | null {
  const here = places.get(placeOf(mention)) ?? [];
  const index = here.findIndex(fits);
  return index < 0 ? null : (here.splice(index, 1)[0] ?? null);
}

function placeOf({ kind, start, end }: ComparedMention): string {
  return `${kind} ${start} ${end}`;
}

/** Names are one identity in any case. */
function isSameValue(a: ComparedMention, b: ComparedMention): boolean {
  return a.value.toLowerCase() === b.value.toLowerCase();
}

function inOrder(mentions: readonly ComparedMention[]): ComparedMention[] {
  return [...mentions].sort((a, b) => a.start - b.start || a.end - b.end);
}
