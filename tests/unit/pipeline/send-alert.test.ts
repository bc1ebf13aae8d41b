import { describe, expect, it } from 'vitest';
import { FatalError, PermanentError, ThrottledError, TransientError } from '../../../src/errors.js';
import type { DeliveryToSend } from '../../../src/model/alert.js';
import type { MessageFacts, StartedDelivery } from '../../../src/model/delivery.js';
import { sendAlert, type SendAlertDeps } from '../../../src/pipeline/send-alert.js';
import { sampleDelivery } from '../../helpers/sample-records.js';

const NOW = new Date('2026-03-01T09:00:05Z');

/** A store that starts the message as it is told, and a receiver that answers, or throws, what it is told. */
function createWorld(started: StartedDelivery, answer: Error | null = null) {
  const calls: unknown[][] = [];
  const plans: ((facts: MessageFacts) => Date | null)[] = [];
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      calls.push([name, ...args]);
      return Promise.resolve();
    };
  const deps: SendAlertDeps = {
    startDelivery(_, plan) {
      plans.push(plan);
      return Promise.resolve(started);
    },
    send({ id }: DeliveryToSend) {
      calls.push(['send', id]);
      return answer === null
        ? Promise.resolve({ answer: 'answered 204', remark: null })
        : Promise.reject(answer);
    },
    markSent: note('markSent'),
    postpone: note('postpone'),
    park: note('park'),
    takePending(channelIds) {
      calls.push(['takePending', ...channelIds]);
      return Promise.resolve(['18', '19']);
    },
    enqueueAlerts: note('enqueue'),
    report: ({ outcome }) => calls.push(['report', outcome]),
    now: () => NOW,
    random: () => 0,
    retryBaseMs: 2_000,
  };
  return { calls, plans, run: () => sendAlert(deps, { deliveryId: '17' }) };
}

const started = (fields: Partial<DeliveryToSend> = {}): StartedDelivery => ({
  outcome: 'started',
  delivery: sampleDelivery(fields),
});
const NEXT = [
  ['takePending', '5'],
  ['enqueue', ['18', '19']],
];

describe('sendAlert', () => {
  it('sends, says so, and makes the jobs of the messages that wait behind', async () => {
    const { calls, run } = createWorld(started());
    expect(await run()).toEqual({ outcome: 'sent' });
    expect(calls).toEqual([
      ['send', '17'],
      ['markSent', { deliveryId: '17', channelId: '5', remark: null }],
      ...NEXT,
    ]);
  });

  it('keeps on the message when it is tried again, and why', async () => {
    const { calls, run } = createWorld(started({ attempts: 3 }), new TransientError('http_5xx', 'not yet'));
    expect(await run()).toEqual({ outcome: 'postponed' });
    expect(calls.slice(1)).toEqual([
      [
        'postpone',
        {
          deliveryId: '17',
          channelId: '5',
          failure: { code: 'http_5xx', message: 'not yet' },
          nextTryAt: new Date(NOW.getTime() + 8_000),
          restBaseMs: 2_000,
          leastRestMs: 0,
        },
      ],
      ['report', 'postponed'],
      ...NEXT,
    ]);
  });

  it('comes back when the receiver says', async () => {
    const { calls, run } = createWorld(started(), new ThrottledError('http_429', 'slow down', 90_000));
    await run();
    expect(calls[1]?.[1]).toMatchObject({
      nextTryAt: new Date(NOW.getTime() + 90_000),
      leastRestMs: 90_000,
    });
  });

  it('keeps a bug like any other failure, so that others go on', async () => {
    const { calls, run } = createWorld(started(), new TypeError('x is not a function'));
    expect(await run()).toEqual({ outcome: 'postponed' });
    expect(calls[1]?.[1]).toMatchObject({ failure: { code: 'unexpected', message: 'x is not a function' } });
  });

  it.each([
    ['what is refused for good', new PermanentError('delivery_gone', 'gone'), NOW],
    ['what failed for a day', new TransientError('timeout', 'gone'), new Date('2026-02-28T09:00:05Z')],
  ])('parks %s', async (_, error, startedAt) => {
    const { calls, run } = createWorld(started({ startedAt }), error);
    expect(await run()).toEqual({ outcome: 'parked' });
    expect(calls.slice(1)).toEqual([
      ['park', '17', { code: error.code, message: 'gone' }],
      ['report', 'parked'],
      ...NEXT,
    ]);
  });

  it('lets a fatal error stop the process', async () => {
    const { run } = createWorld(started(), new FatalError('config_invalid', 'no'));
    await expect(run()).rejects.toBeInstanceOf(FatalError);
  });

  it.each(['held', 'paused', 'resting', 'unchanged'] as const)(
    'sends nothing that is %s',
    async (outcome) => {
      const { calls, run } = createWorld({ outcome, channelId: '5' });
      expect(await run()).toEqual({ outcome });
      expect(calls).toEqual(NEXT);
    },
  );

  it('has nothing to do for a message that is gone with its channel', async () => {
    const { calls, run } = createWorld({ outcome: 'removed' });
    expect(await run()).toEqual({ outcome: 'removed' });
    expect(calls).toEqual([]);
  });

  it('plans by its own clock', async () => {
    const { plans, run } = createWorld(started());
    await run();
    const facts: MessageFacts = {
      manners: { digest: 'hourly', quietHours: null, maxPerHour: null },
      createdAt: NOW,
      isCollected: false,
      attempts: 0,
      recentStarts: [],
    };
    expect(plans[0]?.(facts)).toEqual(new Date('2026-03-01T10:00:00Z'));
  });
});
