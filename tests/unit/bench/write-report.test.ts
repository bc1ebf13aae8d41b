import { describe, expect, it } from 'vitest';

import { writeReport } from '../../../bench/tags/write-report.js';

describe('writeReport', () => {
  it('writes as much as it is asked for, the same each time, another with another seed', () => {
    const report = writeReport(3_000, 1);
    expect(report.length).toBeGreaterThanOrEqual(3_000);
    expect(report.length).toBeLessThan(3_400);
    expect(writeReport(3_000, 1)).toBe(report);
    expect(writeReport(3_000, 2)).not.toBe(report);
  });
});
