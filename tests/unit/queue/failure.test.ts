import { describe, expect, it } from 'vitest';
import { FatalError, PermanentError, ThrottledError, TransientError } from '../../../src/errors.js';
import { decideFailure, isBug, type JobSituation } from '../../../src/queue/failure.js';

const FIRST_TRY: JobSituation = { attempt: 1, maxAttempts: 8, ageMs: 0, throttleDeadlineMs: 60_000 };

const transient = new TransientError('http_5xx', 'broken');
const bug = new TypeError('x is not a function');

describe('decideFailure', () => {
  it.each([
    ['a fatal error stops the process', new FatalError('schema_too_new', 'upgrade'), { kind: 'stop' }],
    [
      'a permanent error is given up at once',
      new PermanentError('http_404', 'no such page'),
      { kind: 'give-up' },
    ],
    ['a transient error is tried again', transient, { kind: 'retry' }],
    ['a bug is tried again', bug, { kind: 'retry' }],
    ['so is something thrown that is no error', 'oops', { kind: 'retry' }],
    [
      'a throttled job comes later, when it was told to',
      new ThrottledError('http_429', 'wait', 5_000),
      { kind: 'later', delayMs: 5_000 },
    ],
    [
      'a lost database puts the job off',
      new TransientError('db_unavailable', 'gone'),
      { kind: 'later', delayMs: 5_000 },
    ],
  ])('%s', (_, error, decision) => {
    expect(decideFailure(error, FIRST_TRY)).toEqual(decision);
  });

  it('gives a transient failure up with its last attempt', () => {
    expect(decideFailure(transient, { ...FIRST_TRY, attempt: 7 })).toEqual({ kind: 'retry' });
    expect(decideFailure(transient, { ...FIRST_TRY, attempt: 8 })).toEqual({ kind: 'give-up' });
  });

  it('gives a bug three tries, or fewer where the queue has fewer', () => {
    expect(decideFailure(bug, { ...FIRST_TRY, attempt: 2 })).toEqual({ kind: 'retry' });
    expect(decideFailure(bug, { ...FIRST_TRY, attempt: 3 })).toEqual({ kind: 'give-up' });
    expect(decideFailure(bug, { ...FIRST_TRY, attempt: 2, maxAttempts: 2 })).toEqual({ kind: 'give-up' });
  });

  it.each(['cpu_timeout', 'worker_crashed'] as const)(
    'gives input that is deadly to threads three tries: %s',
    (code) => {
      const deadly = new TransientError(code, 'the thread was ended');
      expect(decideFailure(deadly, { ...FIRST_TRY, attempt: 2 })).toEqual({ kind: 'retry' });
      expect(decideFailure(deadly, { ...FIRST_TRY, attempt: 3 })).toEqual({ kind: 'give-up' });
    },
  );

  it('counts no attempt of a job that waits for a host or for the database', () => {
    const last = { ...FIRST_TRY, attempt: 99 };
    expect(decideFailure(new ThrottledError('host_busy', 'wait', 10_000), last).kind).toBe('later');
    expect(decideFailure(new TransientError('db_unavailable', 'gone'), last).kind).toBe('later');
  });

  it('gives a throttled job up that would come after its deadline', () => {
    const later = new ThrottledError('http_503', 'wait', 10_000);
    expect(decideFailure(later, { ...FIRST_TRY, ageMs: 50_000 }).kind).toBe('later');
    expect(decideFailure(later, { ...FIRST_TRY, ageMs: 50_001 }).kind).toBe('give-up');
  });

  it('waits for the database past every deadline', () => {
    const lost = new TransientError('db_unavailable', 'gone');
    expect(decideFailure(lost, { ...FIRST_TRY, ageMs: 86_400_000 }).kind).toBe('later');
  });

  it('never asks again at once', () => {
    expect(decideFailure(new ThrottledError('host_busy', 'now', 0), FIRST_TRY)).toEqual({
      kind: 'later',
      delayMs: 25,
    });
  });
});

describe('isBug', () => {
  it('is true of everything that is not one of our errors', () => {
    for (const error of [bug, 'oops', null]) expect(isBug(error)).toBe(true);
    for (const error of [transient, new PermanentError('not_html', 'a picture')]) {
      expect(isBug(error)).toBe(false);
    }
  });
});
