import { describe, expect, it } from 'vitest';
import { PermanentError, TransientError } from '../../../src/errors.js';
import type { GivenUpWork, QueueName } from '../../../src/model/work.js';
import { giveUp } from '../../../src/pipeline/give-up.js';

/** Gives work of a queue up and tells where it went. */
async function giveUpIn(queue: QueueName, error: unknown) {
  const polls: [string, unknown][] = [];
  const quarantined: GivenUpWork[] = [];
  const parked: unknown[] = [];
  await giveUp(
    {
      recordPollFailure(feedId, failure) {
        polls.push([feedId, failure]);
        return Promise.resolve();
      },
      quarantine(work) {
        quarantined.push(work);
        return Promise.resolve();
      },
      parkDelivery(deliveryId, failure) {
        parked.push([deliveryId, failure]);
        return Promise.resolve();
      },
    },
    { queue, subjectId: '7', attempts: 3 },
    error,
  );
  return { polls, quarantined, parked };
}

describe('giveUp', () => {
  it('keeps a failed poll on its feed and out of quarantine', async () => {
    const error = new TransientError('timeout', 'no answer in 10 s');
    expect(await giveUpIn('feeds', error)).toEqual({
      polls: [['7', error]],
      quarantined: [],
      parked: [],
    });
  });

  it.each(['articles', 'tags'] as const)('puts work of %s in quarantine', async (queue) => {
    const error = new PermanentError('http_404', 'no such page', {
      context: { url: 'https://news.example/dam' },
    });
    expect(await giveUpIn(queue, error)).toEqual({
      polls: [],
      parked: [],
      quarantined: [
        {
          queue,
          subjectId: '7',
          attempts: 3,
          code: 'http_404',
          message: 'no such page',
          context: { url: 'https://news.example/dam' },
        },
      ],
    });
  });

  it('parks a message', async () => {
    const error = new PermanentError('delivery_gone', 'gone');
    expect(await giveUpIn('alerts', error)).toEqual({
      polls: [],
      quarantined: [],
      parked: [['7', { code: 'delivery_gone', message: 'gone' }]],
    });
  });

  it('keeps a bug in a poll on the feed and in quarantine', async () => {
    const bug = new TypeError('x is not a function');
    const { polls, quarantined } = await giveUpIn('feeds', bug);
    expect(polls).toEqual([['7', bug]]);
    expect(quarantined).toMatchObject([{ code: 'unexpected', message: 'x is not a function', context: {} }]);
  });
});
