import { evidenceFor, SUBJECT_RANK, type ConditionMatch } from './condition-match.js';
import type { TaggingEvent } from './tagging-event.js';

/** What a whole word has beside it on neither side. */
const ENDS_IN_WORD = /[\p{L}\p{N}_]$/u;
const BEGINS_WITH_WORD = /^[\p{L}\p{N}_]/u;

/**
 * Watched words or phrases, whole and in any case, in title or text: one match for all of them, so that a story is told
 * once, not once for each word.
 */
export function matchTopic(phrases: readonly string[], { article }: TaggingEvent): ConditionMatch[] {
  const text = fold(article.text);
  const title = fold(article.title ?? '');
  const found = phrases.flatMap((phrase) => {
    const inText = findWhole(text, fold(phrase));
    if (inText !== null) return [{ phrase, start: inText, inTitle: false }];
    return findWhole(title, fold(phrase)) === null ? [] : [{ phrase, start: 0, inTitle: true }];
  });
  const [first] = found;
  if (first === undefined) return [];
  return [
    {
      subject: {
        // Of the condition, not of the word.
        key: `topic:${(phrases[0] ?? '').toLowerCase()}`,
        scope: 'story',
        name: first.phrase,
        kind: 'topic',
        unverified: false,
        headline: `“${first.phrase}” is mentioned`,
        rank: SUBJECT_RANK.topic,
      },
      reasons: found.map(({ phrase, start, inTitle }) => ({
        condition: 'topic',
        text: inTitle ? `“${phrase}” in the title: ${article.title ?? ''}` : `“${phrase}” in the text`,
        evidence: inTitle
          ? null
          : evidenceFor(article, mentionAt(article.text, start, phrase.length), phrase),
      })),
    },
  ];
}

function mentionAt(text: string, start: number, length: number) {
  const end = start + length;
  return { start, end, text: text.slice(start, end), rule: 'topic/words', confidence: 1 };
}

/** Small letters, plain spaces and apostrophes, each at the place of the original. */
function fold(text: string): string {
  // The one capital whose small form is longer.
  return text.replaceAll('İ', 'i').toLowerCase().replace(/\s/g, ' ').replaceAll('’', "'");
}

/** Where a phrase first stands as whole words; null when nowhere. */
function findWhole(text: string, phrase: string): number | null {
  for (let start = text.indexOf(phrase); start !== -1; start = text.indexOf(phrase, start + 1)) {
    const end = start + phrase.length;
    const isJoined = ENDS_IN_WORD.test(text.slice(Math.max(0, start - 2), start));
    if (!isJoined && !BEGINS_WITH_WORD.test(text.slice(end, end + 2))) return start;
  }
  return null;
}
