import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderTable, sanitise, type TableColumn } from '../../../src/cli/table.js';

interface Row {
  readonly name: string;
  readonly count: number;
}

const COLUMNS: readonly TableColumn<Row>[] = [
  { title: 'name', maxWidth: 8, cell: (row) => row.name },
  { title: 'n', align: 'right', cell: (row) => String(row.count) },
  { title: 'last', cell: () => 'x' },
];

describe('renderTable', () => {
  it('aligns columns under their titles, figures to the right', () => {
    const table = renderTable(COLUMNS, [
      { name: 'Heron', count: 5 },
      { name: 'Owl', count: 1_200 },
    ]);
    expect(table.split('\n')).toEqual([
      'name      n  last',
      '─────  ────  ────',
      'Heron     5  x',
      'Owl    1200  x',
    ]);
  });

  it('is as wide as its titles when there are no rows', () => {
    expect(renderTable(COLUMNS, [])).toBe('name  n  last\n────  ─  ────');
  });

  it('cuts long cells with an ellipsis, and leaves those that fit', () => {
    const table = renderTable(COLUMNS, [
      { name: '12345678', count: 1 },
      { name: '123456789', count: 2 },
    ]);
    expect(table).toContain('12345678  1');
    expect(table).toContain('1234567…  2');
  });

  it('cuts no character in half', () => {
    const table = renderTable(COLUMNS, [{ name: `123456${'\u{1F426}'.repeat(5)}`, count: 1 }]);
    expect(table.isWellFormed()).toBe(true);
    expect(table).toContain('123456…');
  });

  it('keeps a cell with line breaks on its line', () => {
    expect(renderTable(COLUMNS, [{ name: 'a\r\nb\tc', count: 1 }]).split('\n')[2]).toBe('a b c  1  x');
  });
});

describe('sanitise', () => {
  it.each([
    ['escape sequences', '\x1b[31mred\x1b[0m', '[31mred[0m'],
    ['a window title', '\x1b]0;owned\x07news', ']0;ownednews'],
    ['controls of eight bits', '\x9b31mred', '31mred'],
    ['bells, backspaces and nulls', 'a\x07b\x08c\x00d\x7f', 'abcd'],
    ['direction overrides', 'exe.\u202efdp\u202c', 'exe.fdp'],
    ['direction isolates', '\u2066a\u2067b\u2068c\u2069', 'abc'],
    ['space at its ends', '  a  ', 'a'],
  ])('removes %s', (_, text, expected) => {
    expect(sanitise(text)).toBe(expected);
  });

  it('leaves the letters of all languages', () => {
    const text = 'Überfall · Москва · القاهرة · 東京 · 🐦';
    expect(sanitise(text)).toBe(text);
  });

  it('leaves nothing that a terminal obeys', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(sanitise(text)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
      }),
    );
  });
});
