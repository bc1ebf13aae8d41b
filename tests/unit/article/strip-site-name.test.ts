import { describe, expect, it } from 'vitest';
import { stripLastPart, stripSiteName } from '../../../src/article/strip-site-name.js';

describe('stripSiteName', () => {
  const sites = ['Harbour Times', 'harbourtimes.example'];

  it.each([
    ['Ferry sinks - Harbour Times', 'Ferry sinks'],
    ['Ferry sinks | Harbour Times', 'Ferry sinks'],
    ['Harbour Times: Ferry sinks', 'Harbour Times: Ferry sinks'],
    ['Harbour Times | Ferry sinks', 'Ferry sinks'],
    ['Ferry sinks – Harbour Times Europe', 'Ferry sinks'],
    ['Ferry sinks | HarbourTimes', 'Ferry sinks'],
    ['Ferry sinks - again', 'Ferry sinks - again'],
    ['Harbour Times', 'Harbour Times'],
    ['Well-known ferry sinks', 'Well-known ferry sinks'],
  ])('%s', (title, stripped) => {
    expect(stripSiteName(title, sites)).toBe(stripped);
  });
});

describe('stripLastPart', () => {
  it('takes off a short last part and nothing else', () => {
    expect(stripLastPart('Bank clerks foil invoice swindle | Valley News')).toBe(
      'Bank clerks foil invoice swindle',
    );
    expect(stripLastPart('Bank run - what now')).toBe('Bank run - what now');
    expect(stripLastPart('No separator at all')).toBe('No separator at all');
  });
});
