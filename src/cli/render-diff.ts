import type { DiffCounts, DiffReport, DiffValue } from '../tagging/diff-summary.js';
import type { DiffTotals } from './diff-archive.js';
import { renderTable, type TableColumn } from './table.js';

const COUNT_COLUMNS: readonly TableColumn<DiffCounts>[] = [
  { title: 'kept', align: 'right', cell: (row) => String(row.kept) },
  { title: 'gained', align: 'right', cell: (row) => String(row.gained) },
  { title: 'lost', align: 'right', cell: (row) => String(row.lost) },
  { title: 'changed', align: 'right', cell: (row) => String(row.changed) },
];

/** What a re-tagging would change, for a person. */
export function renderDiff(report: DiffReport, totals: DiffTotals, version: string): string {
  return [
    describeTotals(totals, version),
    renderTable<DiffReport['byKind'][number]>(
      [{ title: 'kind', cell: (row) => row.kind }, ...COUNT_COLUMNS],
      report.byKind,
    ),
    section('By rule', renderRules(report)),
    section('Gained most often', renderValues(report.gained)),
    section('Lost most often', renderValues(report.lost)),
    section('Changed most often', renderValues(report.changed)),
  ]
    .filter((text) => text !== '')
    .join('\n\n');
}

/** The outcome in a few lines: how many articles, of which version, and which could not be compared. */
export function describeTotals(totals: DiffTotals, version: string): string {
  const { compared, differing, withoutText, failed, firstFailure, storedVersions } = totals;
  const stored = [...storedVersions].map(([name, count]) => `${name || 'none'} (${count})`).join(', ');
  return [
    `${compared} articles compared, ${differing} would get other tags; nothing was written`,
    `tagger ${version} against stored tags of version ${stored || 'none'}`,
    ...(withoutText > 0 ? [`without a text any more, left as they are: ${withoutText}`] : []),
    ...(firstFailure === null
      ? []
      : [`could not be tagged: ${failed}, such as article ${firstFailure.id}: ${firstFailure.message}`]),
  ].join('\n');
}

function section(title: string, body: string): string {
  return body === '' ? '' : `${title}\n${body}`;
}

function renderRules({ byRule }: DiffReport): string {
  if (byRule.length === 0) return '';
  return renderTable<DiffReport['byRule'][number]>(
    [{ title: 'rule', cell: (row) => row.rule }, ...COUNT_COLUMNS],
    byRule,
  );
}

function renderValues(values: readonly DiffValue[]): string {
  if (values.length === 0) return '';
  return renderTable(
    [
      { title: 'mentions', align: 'right', cell: (row) => String(row.count) },
      { title: 'kind', cell: (row) => row.kind },
      { title: 'value', maxWidth: 50, cell: (row) => row.value },
      { title: 'such as', maxWidth: 120, cell: (row) => row.example },
    ],
    values,
  );
}
