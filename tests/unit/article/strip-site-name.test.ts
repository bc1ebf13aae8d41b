import { describe, expect, it } from 'vitest';
import { stripBeyond, stripLastPart, stripSiteName } from '../../../src/article/strip-site-name.js';

describe('stripSiteName', () => {
  const sites = ['Harbour Times', 'harbourtimes.example'];

  it.each([
    ['Ferry sinks - Harbour Times', 'Ferry sinks'],
    ['Ferry sinks | Harbour Times', 'Ferry sinks'],
    ['Harbour Times: Ferry sinks', 'Harbour Times: Ferry sinks'],
    ['Harbour Times | Ferry sinks', 'Ferry sinks'],
    ['Ferry sinks – Harbour Times Europe', 'Ferry sinks'],
    ['Ferry sinks | HarbourTimes', 'Ferry sinks'],
    ['Ferry sinks - Harbourtimes online', 'Ferry sinks'],
    ['Ferry sinks › Harbour Times', 'Ferry sinks'],
    ['Ferry sinks：Harbour Times', 'Ferry sinks'],
    ['Ferry sinks - again', 'Ferry sinks - again'],
    ['Harbour Times', 'Harbour Times'],
    ['Well-known ferry sinks', 'Well-known ferry sinks'],
  ])('%s', (title, stripped) => {
    expect(stripSiteName(title, sites)).toBe(stripped);
  });
});

describe('a site name that holds a separator', () => {
  it('is taken off whole', () => {
    const sites = ['Harbour Times | News from the coast'];
    expect(stripSiteName('Ferry sinks — Harbour Times | News from the coast', sites)).toBe('Ferry sinks');
    expect(stripSiteName('Harbour Times | News from the coast | Ferry sinks', sites)).toBe('Ferry sinks');
    expect(stripSiteName('Harbour Times | News from the coast', sites)).toBe(
      'Harbour Times | News from the coast',
    );
  });
});

describe('stripBeyond', () => {
  const wordings = ['Ferry sinks off Visby', 'Ferry'];

  it('ends a title where another wording ends, at a mark', () => {
    expect(stripBeyond('Ferry sinks off Visby - Coast | Unknown Site', wordings)).toBe(
      'Ferry sinks off Visby',
    );
    expect(stripBeyond('Ferry sinks off Visby-Coast', wordings)).toBe('Ferry sinks off Visby');
  });

  it('keeps what goes on without a mark, and a label that the title begins with', () => {
    expect(stripBeyond('Ferry sinks off Visby again', wordings)).toBe('Ferry sinks off Visby again');
    expect(stripBeyond('Ferry - what we know', wordings)).toBe('Ferry - what we know');
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
