import type { AlertCondition, AlertDraft, AlertRule } from '../model/alert.js';
import type { FeedSilence } from '../model/silence.js';

/**
 * The alerts that the rules ask for, given that a feed has fallen silent: one per rule and silence. A silence that
 * began before the rule did fires it only if it includes the past.
 */
export function matchSilence(rules: readonly AlertRule[], silence: FeedSilence): AlertDraft[] {
  return rules
    .filter((rule) => rule.enabled && (rule.includePast || rule.since <= silence.beganAt))
    .filter((rule) => silenceLeaves(rule.condition).some(({ feeds }) => isAbout(feeds, silence)))
    .map((rule) => draftOf(rule, silence));
}

/** Whether any rule waits for silences. */
export function awaitsSilence(rules: readonly AlertRule[]): boolean {
  return rules.some((rule) => rule.enabled && silenceLeaves(rule.condition).length > 0);
}

/** Only an `any` may hold one among others: see checkCondition. */
function silenceLeaves(condition: AlertCondition): { readonly feeds?: readonly string[] }[] {
  if ('any' in condition) return condition.any.flatMap(silenceLeaves);
  return 'silence' in condition ? [condition.silence] : [];
}

function isAbout(feeds: readonly string[] | undefined, { feed }: FeedSilence): boolean {
  if (feeds === undefined) return true;
  const names = [feed.url, feed.title ?? ''].map((name) => name.toLowerCase());
  return feeds.some((part) => names.some((name) => name.includes(part.toLowerCase())));
}

function draftOf(rule: AlertRule, { feed, lastAt, watchedUntil, expected }: FeedSilence): AlertDraft {
  const name = feed.title ?? feed.url;
  const hours = Math.floor((watchedUntil.getTime() - lastAt.getTime()) / 3_600_000);
  const duration = hours < 48 ? `${hours} hours` : `${Math.floor(hours / 24)} days`;
  return {
    ruleId: rule.id,
    dedupeKey: `silence feed:${feed.id} item:${feed.lastItemId}`,
    articleId: null,
    storyId: null,
    state: 'fired',
    card: {
      kind: 'match',
      rule: rule.name,
      headline: `${name} has fallen silent`,
      subject: { name, kind: 'feed' },
      unverified: false,
      reasons: [
        {
          condition: 'silence',
          text: `nothing new for ${duration}, since ${lastAt.toISOString().slice(0, 16).replace('T', ' ')}, where its rhythm let expect ${expected.toFixed(1)} items; it is polled without failures: ${feed.url}`,
          evidence: null,
        },
      ],
      article: null,
      story: null,
      taggerVersion: '',
    },
  };
}
