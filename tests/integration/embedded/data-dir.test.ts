import { describe, expect, it } from 'vitest';
import { defaultDataDir } from '../../../src/embedded/data-dir.js';

const USER = { home: '/home/ada', xdgDataHome: undefined, isRoot: false, platform: 'linux' } as const;

describe('defaultDataDir', () => {
  it.each([
    ['an ordinary user', USER, '/home/ada/.local/share/wirewatch'],
    ['XDG_DATA_HOME', { ...USER, xdgDataHome: '/data/ada' }, '/data/ada/wirewatch'],
    [
      'a relative XDG_DATA_HOME, which does not count',
      { ...USER, xdgDataHome: 'data' },
      '/home/ada/.local/share/wirewatch',
    ],
    [
      'macOS',
      { ...USER, home: '/Users/ada', platform: 'darwin' as const },
      '/Users/ada/Library/Application Support/wirewatch',
    ],
    ['root, whatever else is set', { ...USER, xdgDataHome: '/data', isRoot: true }, '/var/lib/wirewatch'],
  ])('%s', (_, env, expected) => {
    expect(defaultDataDir(env)).toBe(expected);
  });
});
