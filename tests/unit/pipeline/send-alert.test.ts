import { describe, expect, it } from 'vitest';
import { TransientError } from '../../../src/errors.js';
import type { DeliveryToSend } from '../../../src/model/alert.js';
import { sendAlert, type SendAlertDeps } from '../../../src/pipeline/send-alert.js';
import { sampleDelivery } from '../../helpers/sample-records.js';

/** A store with one delivery, and a receiver that fails as often as it is told. */
function createWorld(delivery: DeliveryToSend | null, failures = 0) {
  const calls: string[] = [];
  let stored = delivery;
  let left = failures;
  const deps: SendAlertDeps = {
    findDelivery: () => Promise.resolve(stored),
    send({ id }) {
      calls.push(`send ${id}`);
      left -= 1;
      return left >= 0 ? Promise.reject(new TransientError('http_5xx', 'not yet')) : Promise.resolve();
    },
    markSent(id) {
      calls.push(`mark ${id}`);
      if (stored !== null) stored = { ...stored, status: 'sent' };
      return Promise.resolve();
    },
  };
  return { calls, run: () => sendAlert(deps, { deliveryId: '17' }) };
}

describe('sendAlert', () => {
  it('sends once, however often the job comes', async () => {
    const { calls, run } = createWorld(sampleDelivery());
    expect([await run(), await run(), await run()]).toEqual([
      { outcome: 'sent' },
      { outcome: 'unchanged' },
      { outcome: 'unchanged' },
    ]);
    expect(calls).toEqual(['send 17', 'mark 17']);
  });

  it('stays pending until the receiver took it', async () => {
    const { calls, run } = createWorld(sampleDelivery(), 1);
    await expect(run()).rejects.toMatchObject({ code: 'http_5xx' });
    expect(calls).toEqual(['send 17']);
    expect(await run()).toEqual({ outcome: 'sent' });
  });

  it('sends nothing that was removed or given up', async () => {
    const removed = createWorld(null);
    expect(await removed.run()).toEqual({ outcome: 'removed' });
    const parked = createWorld(sampleDelivery({ status: 'parked' }));
    expect(await parked.run()).toEqual({ outcome: 'unchanged' });
    expect([...removed.calls, ...parked.calls]).toEqual([]);
  });
});
