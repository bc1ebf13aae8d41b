import { afterEach, describe, expect, it, vi } from 'vitest';
import { scoreConfidence } from '../../../bench/confidence/score-confidence.js';

afterEach(() => void vi.restoreAllMocks());

describe('measuring confidence', () => {
  it('says what to set where the kit is missing', async () => {
    const complain = vi.spyOn(console, 'error').mockReturnValue();
    expect(await scoreConfidence('/nowhere/tagging')).toBe(1);
    expect(complain.mock.calls.flat().join()).toMatch(/\/nowhere\/tagging\/score\.mjs; set WIREWATCH_KITS/);
  });
});
