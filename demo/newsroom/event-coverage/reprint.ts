import type { Random } from '../random.js';
import type { Report } from './tell-event.js';

/** What outlets do to a report that they reprint. */
export const REPRINT_WAYS = [
  'verbatim',
  'trimmed',
  're-headlined',
  'rewritten',
  'lightly-edited',
  'boilerplate',
] as const;
export type ReprintWay = (typeof REPRINT_WAYS)[number];

/** Share of the sentences that a rewriting desk replaces. */
const REWRITTEN_SHARE = 0.3;

/** Share of the words that a careful desk changes. */
const EDITED_SHARE = 0.03;

const BEFORE = [
  'This report was first published by a partner of this newspaper.',
  'Listen to this article. Estimated reading time: four minutes.',
  'You are reading a free article of our evening edition.',
];
const AFTER = [
  'Sign up for our morning newsletter to get the five stories that matter, sent to your inbox before breakfast.',
  'Our journalism is paid for by readers. If you value what you read here, think about a subscription from next month on.',
  'Copyright of this newspaper and its partners. All rights reserved. This material may not be published, broadcast or rewritten without permission.',
  'Do you know more about this? Our reporters can be reached by telephone, by letter and through an encrypted form on our website.',
  'The editors corrected a spelling mistake in an earlier version of this article.',
];

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['said', 'stated'],
  ['about', 'around'],
  ['company', 'firm'],
  ['also', 'further'],
  ['because', 'since'],
  ['people', 'persons'],
  ['had', 'has'],
  ['which', 'that'],
  ['after', 'following'],
  ['attack', 'assault'],
  ['money', 'cash'],
  ['such', 'similar'],
  ['by', 'through'],
  ['with', 'alongside'],
]);

/**
 * Reprints a report in one of the ways.
 *
 * @param report - the original
 * @param other - another telling of the same event: where rewriting desks take their sentences and headlines from
 */
export function reprint(report: Report, other: Report, way: ReprintWay, random: Random): Report {
  const paragraphs = report.body.split('\n\n');
  switch (way) {
    case 'verbatim':
      return report;
    case 're-headlined':
      return { title: other.title, body: report.body };
    case 'trimmed':
      return {
        title: report.title,
        body: paragraphs
          .slice(0, Math.max(2, Math.round(paragraphs.length * (0.25 + random.next() / 2))))
          .join('\n\n'),
      };
    case 'rewritten':
      return { title: other.title, body: rewrite(paragraphs, other.body.split('\n\n'), random) };
    case 'lightly-edited':
      return { title: report.title, body: edit(report.body, random) };
    case 'boilerplate':
      return {
        title: report.title,
        body: [
          ...random.shuffle(BEFORE).slice(0, random.between(0, 1)),
          ...paragraphs,
          ...random.shuffle(AFTER).slice(0, random.between(1, 3)),
        ].join('\n\n'),
      };
  }
}

/** So many sentences, drawn anywhere, are replaced by those of the other telling. */
function rewrite(paragraphs: readonly string[], others: readonly string[], random: Random): string {
  const count = paragraphs.flatMap(sentencesOf).length;
  const places = random.shuffle(Array.from({ length: count }, (_, index) => index));
  const replaced = new Set(places.slice(0, Math.round(count * REWRITTEN_SHARE)));
  const spare = random.shuffle(others.flatMap(sentencesOf));
  let place = 0;
  return paragraphs
    .map((paragraph) =>
      sentencesOf(paragraph)
        .map((sentence) => (replaced.has(place++) ? (spare.pop() ?? sentence) : sentence))
        .join(' '),
    )
    .join('\n\n');
}

function sentencesOf(paragraph: string): string[] {
  return paragraph.split(/(?<=[.!?]"?)\s+(?=["\p{Lu}])/u);
}

/** Here and there another word, or one left out. */
function edit(body: string, random: Random): string {
  return body
    .split(' ')
    .map((word) => {
      const other = SYNONYMS.get(word);
      if (other !== undefined && random.chance(0.5)) return other;
      return /^\p{Ll}{3,}$/u.test(word) && random.chance(EDITED_SHARE) ? '' : word;
    })
    .join(' ')
    .replace(/ {2,}/g, ' ');
}
