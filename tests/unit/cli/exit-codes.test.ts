import { describe, expect, it } from 'vitest';
import { describeFailure, EXIT, exitCodeFor } from '../../../src/cli/exit-codes.js';
import { FatalError, PermanentError, TransientError, type ErrorCode } from '../../../src/errors.js';

describe('exitCodeFor', () => {
  it('has the documented codes', () => {
    expect(EXIT).toEqual({ done: 0, failed: 1, usage: 2, config: 78 });
  });

  it.each<ErrorCode>(['config_invalid', 'platform_unsupported', 'data_dir_unusable', 'database_unsupported'])(
    'is 78 for a fatal %s: the settings have to change',
    (code) => {
      expect(exitCodeFor(new FatalError(code, 'x'))).toBe(78);
    },
  );

  it('is 1 for everything else that ends a command', () => {
    const errors: unknown[] = [
      new FatalError('port_in_use', 'x'),
      new FatalError('schema_too_new', 'x'),
      new PermanentError('config_invalid', 'x'),
      new TransientError('network', 'x'),
      new TypeError('x'),
      'x',
    ];
    expect(errors.map(exitCodeFor)).toEqual([1, 1, 1, 1, 1, 1]);
  });
});

describe('describeFailure', () => {
  it('lets our errors speak for themselves', () => {
    expect(describeFailure(new PermanentError('bad_input', 'There are no feeds to poll.'))).toBe(
      'There are no feeds to poll.',
    );
  });

  it('brings the stack of a bug', () => {
    const text = describeFailure(new TypeError('x is not a function'));
    expect(text).toMatch(/^unexpected error: TypeError: x is not a function\n +at /);
  });

  it('says what was thrown when that was no error', () => {
    expect(describeFailure('gone')).toBe('unexpected error: gone');
  });
});
