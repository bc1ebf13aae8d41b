import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from './any-text.js';
import { renderCsv, type CsvColumn, type CsvValue } from '../../../src/export/csv.js';
import { readCsv } from './read-csv.js';

const CELL: readonly CsvColumn<CsvValue>[] = [{ header: 'cell', cell: (value) => value }];

describe('renderCsv', () => {
  it('writes only the header when there are no rows', () => {
    expect(renderCsv(CELL, [])).toBe('cell\r\n');
  });

  it('quotes only what needs it', () => {
    const rows = ['plain', 'a,b', 'say "hi"', 'two\nlines', 'lone\rreturn', ''];
    expect(renderCsv(CELL, rows)).toBe(
      'cell\r\nplain\r\n"a,b"\r\n"say ""hi"""\r\n"two\nlines"\r\n"lone\rreturn"\r\n\r\n',
    );
  });

  it('writes dates as ISO 8601 and null as nothing', () => {
    const columns: CsvColumn<Date | null>[] = [
      { header: 'when', cell: (date) => date },
      { header: 'count', cell: () => -3 },
    ];
    expect(renderCsv(columns, [new Date(0), null])).toBe(
      'when,count\r\n1970-01-01T00:00:00.000Z,-3\r\n,-3\r\n',
    );
  });

  it.each(['=1+1', '+cmd|x', '-2+3', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1+1', '=HYPERLINK("http://x","y")'])(
    'disarms %j',
    (text) => {
      expect(readCsv(renderCsv(CELL, [text]))[1]).toEqual([`'${text}`]);
    },
  );

  it.each(['-5', '+5', '-4.50', '1000', '-0.1'])('leaves the number %j alone', (text) => {
    expect(readCsv(renderCsv(CELL, [text]))[1]).toEqual([text]);
  });

  it('reads back as it was written, but for the apostrophe before formulas', () => {
    const table = fc.array(fc.tuple(anyText, fc.string({ unit: hostileCharacter })));
    fc.assert(
      fc.property(table, (rows) => {
        const columns: CsvColumn<[string, string]>[] = [
          { header: 'first, quoted', cell: ([first]) => first },
          { header: 'second', cell: ([, second]) => second },
        ];
        const [header, ...read] = readCsv(renderCsv(columns, rows));
        expect(header).toEqual(['first, quoted', 'second']);
        expect(read.map((row) => row.map(withoutApostrophe))).toEqual(
          rows.map((row) => row.map(withoutApostrophe)),
        );
      }),
    );
  });

  it('never lets a cell start a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: hostileCharacter }), (text) => {
        const cell = readCsv(renderCsv(CELL, [text]))[1]?.[0] ?? '';
        expect(/^[=@\t\r\n]|^[+-](?!\d+(?:\.\d+)?$)/.test(cell)).toBe(false);
      }),
    );
  });
});

const hostileCharacter = fc.constantFrom('"', ',', '\r', '\n', '=', '+', '-', '@', "'", 'a', '1', '.', '\t');

function withoutApostrophe(text: string): string {
  return text.replace(/^'/, '');
}
