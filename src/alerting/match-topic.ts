import { evidenceFor, SUBJECT_RANK, type ConditionMatch } from './condition-match.js';
import type { TaggingEvent } from './tagging-event.js';

const WORD_CHARACTER = /[\p{L}\p{N}_]/u;

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
        evidence: inTitle ? null : evidenceFor(article, mentionAt(article.text, start, phrase.length), phrase),
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
    if (!joins(text.slice(Math.max(0, start - 2), start), 'end') && !joins(text.slice(start + phrase.length, start + phrase.length + 2), 'start')) {
      return start;
    }
  }
  return null;
}

/** Whether a word character stands at that end of a text. */
function joins(text: string, end: 'start' | 'end'): boolean {
  const characters = [...text];
  const character = end === 'start' ? characters[0] : characters.at(-1);
  return character !== undefined && WORD_CHARACTER.test(character);
}
