import { describe, expect, it } from 'vitest';
import {
  errorCodeOf,
  errorMessageOf,
  FatalError,
  PermanentError,
  ThrottledError,
  TransientError,
  WirewatchError,
} from '../../src/errors.js';

describe('the errors', () => {
  it.each([
    [new TransientError('network', 'no answer'), 'TransientError', 'network'],
    [new ThrottledError('http_429', 'too fast', 5_000), 'ThrottledError', 'http_429'],
    [new PermanentError('http_404', 'no such page'), 'PermanentError', 'http_404'],
    [new FatalError('config_invalid', 'no such host'), 'FatalError', 'config_invalid'],
  ])('%s has a literal name and a code', (error, name, code) => {
    expect(error).toBeInstanceOf(WirewatchError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name, code, context: {} });
    expect(error.stack).toContain(error.message);
    expect('cause' in error).toBe(false);
  });

  it('carry what they are about and what caused them', () => {
    const cause = new Error('socket hang up');
    const error = new TransientError('network', 'no answer', {
      context: { url: 'http://a.example/' },
      cause,
    });
    expect(error.context).toEqual({ url: 'http://a.example/' });
    expect(error.cause).toBe(cause);
  });

  it('say when to come back', () => {
    expect(new ThrottledError('host_busy', 'wait', 250).retryAfterMs).toBe(250);
  });
});

describe('errorCodeOf', () => {
  it('is the code of ours, and "unexpected" of anything else', () => {
    expect(errorCodeOf(new PermanentError('not_html', 'a picture'))).toBe('not_html');
    const thrown: unknown[] = [new TypeError('x'), { code: 'network' }, 'network', null, undefined];
    for (const other of thrown) expect(errorCodeOf(other)).toBe('unexpected');
  });
});

describe('errorMessageOf', () => {
  it('is the message of an error, and the text of anything else', () => {
    expect(errorMessageOf(new TypeError('x is not a function'))).toBe('x is not a function');
    expect(errorMessageOf('gone')).toBe('gone');
    expect(errorMessageOf(undefined)).toBe('undefined');
  });
});
