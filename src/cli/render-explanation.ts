import type { ExplainedAttempt, ExplainedBlock, Explanation } from '../article/explain-article.js';
import { renderTable, sanitise } from './table.js';

const MAX_TEXT_WIDTH = 90;
const MAX_PATH_WIDTH = 60;

/**
 * Lays out for people why an article reads as it does.
 *
 * @returns text for a terminal, sections parted by blank lines
 */
export function renderExplanation({ article, doubts, attempts }: Explanation): string {
  return [
    renderArticle(article),
    renderDoubts(doubts),
    ...attempts.map((attempt, index) => renderAttempt(attempt, index + 1)),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

function renderArticle(article: Explanation['article']): string {
  const { title, byline, publishedAt, lang, method, text } = article;
  const rows: [string, string][] = [
    ['title', title ?? '–'],
    ['byline', byline ?? '–'],
    ['published', publishedAt ?? '–'],
    ['language', lang ?? '–'],
    ['method', method],
    ['confidence', article.confidence.toFixed(2)],
    ['text', `${text.length} characters in ${text === '' ? 0 : text.split('\n\n').length} blocks`],
  ];
  return rows.map(([name, value]) => `${name.padEnd(12)}${sanitise(value)}`).join('\n');
}

function renderDoubts(doubts: Explanation['doubts']): string {
  const lines = doubts.map(({ reason, factor }) => `  × ${factor.toFixed(2)}  ${sanitise(reason)}`);
  return section('Doubts', lines.join('\n'));
}

function renderAttempt(attempt: ExplainedAttempt, number: number): string {
  const { name, method, letters, isChosen, body } = attempt;
  const head = `Attempt ${number}: ${name}, by method ${method}: ${letters} letters${isChosen ? ', chosen' : ''}`;
  const sections = [
    section('Body', body.map((path) => `  ${sanitise(path)}`).join('\n')),
    section('Candidates', renderCandidates(attempt)),
    section('Cut before the search', renderCuts(attempt)),
    section('Blocks of the body', attempt.blocks.map(renderBlock).join('\n')),
  ];
  return [head, ...sections.filter((text) => text !== '')].join('\n\n');
}

function section(title: string, content: string): string {
  return content === '' ? '' : `${title}\n${content}`;
}

function renderCandidates({ candidates }: ExplainedAttempt): string {
  if (candidates.length === 0) return '';
  return renderTable(
    [
      { title: 'score', align: 'right', cell: ({ score }) => score.toFixed(0) },
      { title: 'letters', align: 'right', cell: ({ letters }) => String(letters) },
      { title: 'linked', align: 'right', cell: ({ linkLetters }) => String(linkLetters) },
      { title: 'in body', cell: ({ isChosen }) => (isChosen ? 'yes' : '') },
      { title: 'element', maxWidth: MAX_PATH_WIDTH, cell: ({ path }) => path },
    ],
    candidates,
  );
}

function renderCuts({ cuts }: ExplainedAttempt): string {
  if (cuts.length === 0) return '';
  return renderTable(
    [
      { title: 'rule', cell: ({ rule }) => rule },
      { title: 'element', maxWidth: MAX_PATH_WIDTH, cell: ({ path }) => path },
      { title: 'text', maxWidth: MAX_TEXT_WIDTH, cell: ({ text }) => text },
    ],
    cuts,
  );
}

function renderBlock({ kind, rule, text }: ExplainedBlock): string {
  const line = sanitise(text);
  const start = line.length > MAX_TEXT_WIDTH ? `${line.slice(0, MAX_TEXT_WIDTH)}…` : line;
  return rule === null ? `  + ${kind}: ${start}` : `  - ${kind}: ${start}\n      ${rule}`;
}
