import type { ChangedMention, ComparedMention, MentionKind, TagsDiff } from './diff-tags.js';

/** How many mentions ended in which way. */
export interface DiffCounts {
  readonly kept: number;
  readonly gained: number;
  readonly lost: number;
  readonly changed: number;
}

/** A value that many mentions gained, lost or changed. */
export interface DiffValue {
  readonly kind: MentionKind;
  /** For a change, `old → new`. */
  readonly value: string;
  readonly count: number;
  /** A sentence with the first mention of it. */
  readonly example: string;
}

/** What a re-tagging would change, summed up. */
export interface DiffReport {
  readonly byKind: readonly (DiffCounts & { readonly kind: MentionKind })[];
  /** A changed or kept mention counts for the rule that finds it now. Rules that change nothing are left out. */
  readonly byRule: readonly (DiffCounts & { readonly rule: string })[];
  readonly gained: readonly DiffValue[];
  readonly lost: readonly DiffValue[];
  readonly changed: readonly DiffValue[];
}

/** Adds up the differences of any number of texts in flat memory. */
export interface DiffSummary {
  /**
   * @param diff - of one text
   * @param quote - the sentence around a mention of that text
   */
  add(diff: TagsDiff, quote: (mention: ComparedMention) => string): void;
  /** @param top - most values of each list, the most frequent first */
  report(top: number): DiffReport;
}

/**
 * Different values kept at once. Names follow Zipf's law: those that are frequent come early and often, so dropping the
 * rarest half when there are too many costs the top of the list nothing.
 */
const MAX_VALUES = 20_000;

const KINDS: readonly MentionKind[] = ['country', 'place', 'threat-actor', 'person', 'organisation', 'money'];

const NOTHING: DiffCounts = { kept: 0, gained: 0, lost: 0, changed: 0 };

/** An empty sum. */
export function createDiffSummary(): DiffSummary {
  const kinds = new Map<MentionKind, DiffCounts>();
  const rules = new Map<string, DiffCounts>();
  const values = { gained: createTally(), lost: createTally(), changed: createTally() };
  const count = (way: keyof DiffCounts, mentions: readonly ComparedMention[]) => {
    for (const { kind, rule } of mentions) {
      kinds.set(kind, increment(kinds.get(kind), way));
      rules.set(rule, increment(rules.get(rule), way));
    }
  };
  return {
    add(diff, quote) {
      count('kept', diff.kept);
      count('gained', diff.gained);
      count('lost', diff.lost);
      count('changed', diff.changed);
      for (const mention of diff.gained) values.gained.add(mention, mention.value, quote);
      for (const mention of diff.lost) values.lost.add(mention, mention.value, quote);
      for (const mention of diff.changed) values.changed.add(mention, describeChange(mention), quote);
    },
    report: (top) => ({
      byKind: KINDS.map((kind) => ({ kind, ...(kinds.get(kind) ?? NOTHING) })),
      byRule: [...rules]
        .map(([rule, counts]) => ({ rule, ...counts }))
        .filter(({ gained, lost, changed }) => gained + lost + changed > 0)
        .sort((a, b) => (a.rule < b.rule ? -1 : 1)),
      gained: values.gained.top(top),
      lost: values.lost.top(top),
      changed: values.changed.top(top),
    }),
  };
}

function describeChange({ was, value }: ChangedMention): string {
  return `${was} → ${value}`;
}

function increment(counts: DiffCounts | undefined, way: keyof DiffCounts): DiffCounts {
  const known = counts ?? NOTHING;
  return { ...known, [way]: known[way] + 1 };
}

function createTally() {
  let values = new Map<string, DiffValue>();
  const ranked = () => [...values].sort(([, a], [, b]) => b.count - a.count);
  return {
    add(mention: ComparedMention, value: string, quote: (mention: ComparedMention) => string) {
      const key = `${mention.kind} ${value}`;
      const known = values.get(key);
      const { kind } = mention;
      values.set(
        key,
        known === undefined
          ? { kind, value, count: 1, example: quote(mention) }
          : { ...known, count: known.count + 1 },
      );
      if (values.size > MAX_VALUES) values = new Map(ranked().slice(0, MAX_VALUES / 2));
    },
    top: (count: number): DiffValue[] =>
      ranked()
        .slice(0, count)
        .map(([, value]) => value),
  };
}
