import type { RunSummary } from '../model/progress.js';
import { formatDuration } from './progress.js';
import { renderTable, sanitise } from './table.js';

/** What a run brought, for a person. */
export function renderSummary(summary: RunSummary, seconds: number): string {
  const sections = [
    `${summary.articles} articles, ${summary.tagged} tagged, in ${formatDuration(seconds)}`,
    section('Countries', renderCountries(summary)),
    section('Actors', renderActors(summary)),
    section('Largest sums', renderMoney(summary)),
    section('Failed', renderFailures(summary)),
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

function section(title: string, body: string): string {
  return body === '' ? '' : `${title}\n${body}`;
}

function renderCountries({ countries }: RunSummary): string {
  if (countries.length === 0) return '';
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  return renderTable(
    [
      { title: 'code', cell: (row) => row.code },
      { title: 'country', maxWidth: 40, cell: (row) => names.of(row.code) ?? row.code },
      { title: 'articles', align: 'right', cell: (row) => String(row.articles) },
    ],
    countries,
  );
}

function renderActors({ actors }: RunSummary): string {
  if (actors.length === 0) return '';
  return renderTable(
    [
      { title: 'actor', maxWidth: 40, cell: (row) => row.name },
      { title: 'kind', cell: (row) => (row.unverified ? `${row.kind}, unverified` : row.kind) },
      { title: 'articles', align: 'right', cell: (row) => String(row.articles) },
    ],
    actors,
  );
}

function renderMoney({ money }: RunSummary): string {
  if (money.length === 0) return '';
  return renderTable(
    [
      { title: 'sum', maxWidth: 34, cell: (row) => row.surface },
      { title: 'amount', align: 'right', cell: (row) => groupDigits(row.amount) },
      { title: 'currency', cell: (row) => row.currency },
      { title: 'for', cell: (row) => row.purpose ?? '' },
      { title: 'article', maxWidth: 50, cell: (row) => row.title ?? '' },
    ],
    money,
  );
}

function renderFailures(summary: RunSummary): string {
  const rows = [
    ...summary.failures.map((row) => ({ what: `${row.count} × ${row.code}`, where: row.example })),
    ...summary.skipped.map((row) => ({ what: `${row.count} × skipped: ${row.reason}`, where: '' })),
    ...summary.feedFailures.map((row) => ({
      what: `feed: ${row.code}`,
      where: `${row.url}: ${row.message}`,
    })),
  ];
  return rows.map((row) => `  ${row.what}${row.where === '' ? '' : `  ${sanitise(row.where)}`}`).join('\n');
}

/** `1500000.5` → `1 500 000.5`; exact, because amounts stay text. */
export function groupDigits(amount: string): string {
  const [whole = '', fraction] = amount.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ' ');
  const kept = fraction?.replace(/0+$/, '') ?? '';
  return kept === '' ? grouped : `${grouped}.${kept}`;
}
