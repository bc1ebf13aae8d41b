import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyText } from './any-text.js';
import { renderNdjson } from '../../../src/export/ndjson.js';
import { SUM } from './listings.js';

describe('renderNdjson', () => {
  it('writes a line per row', () => {
    expect(renderNdjson([{ a: 1 }, { b: null }])).toBe('{"a":1}\n{"b":null}\n');
    expect(renderNdjson([])).toBe('');
  });

  it('keeps amounts exact and dates in UTC', () => {
    expect(JSON.parse(renderNdjson([SUM]))).toEqual({ ...SUM, occurredAt: '2026-03-04T00:00:00.000Z' });
  });

  it('never breaks a line inside a row, whatever counts as a line break', () => {
    const text = 'a\nb\r\nc\u0085d\u2028e\u2029f';
    const written = renderNdjson([{ text }]);
    expect(written.trimEnd().split(/[\n\r\u0085\u2028\u2029]/)).toHaveLength(1);
    expect(JSON.parse(written)).toEqual({ text });
  });

  it('reads back line by line', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: anyText })), (rows) => {
        const read = renderNdjson(rows)
          .split('\n')
          .slice(0, -1)
          .map((line): unknown => JSON.parse(line));
        expect(read).toEqual(JSON.parse(JSON.stringify(rows)));
      }),
    );
  });
});
