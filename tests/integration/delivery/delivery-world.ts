import type { App } from '../../../src/app.js';
import type { ChannelManners, ChannelTarget } from '../../../src/model/alert.js';
import type { DeliveryListing } from '../../../src/model/delivery.js';
import { eventually } from '../../helpers/eventually.js';
import { addChannel, fireAlerts } from '../../helpers/fire-alerts.js';
import { openTestApp, startServices, type Backend } from '../../helpers/pipeline.js';

/** The application with nothing but its alerts at work. */
export interface DeliveryWorld {
  readonly app: App;
  readonly addChannel: (
    name: string,
    target: ChannelTarget,
    manners?: Partial<ChannelManners>,
  ) => Promise<void>;
  /** Fires the rule of a channel and makes the jobs, as a tagged article does. */
  readonly fire: (channel: string, ...names: string[]) => Promise<void>;
  /** Waits until the messages of a channel are as they should be. */
  readonly messages: (
    channel: string,
    are: (rows: readonly DeliveryListing[]) => boolean,
  ) => Promise<readonly DeliveryListing[]>;
  /** Ends the application and starts another one on the same services. */
  restart(): Promise<void>;
  /** Empties the tables. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the world; null when this machine lacks what the store of the queues needs. */
export async function startDeliveryWorld(
  backend: Backend,
  settings: Readonly<Record<string, string>> = {},
): Promise<DeliveryWorld | null> {
  const services = await startServices(backend);
  if (services === null) return null;
  let app = await openTestApp(services, settings);
  const start = async () => {
    await app.startWorkers(['alerts']);
    await app.startScheduler();
  };
  await start();
  return {
    get app() {
      return app;
    },
    addChannel: (name, target, manners) => addChannel(app.store, name, target, manners),
    async fire(channel, ...names) {
      const ids = await fireAlerts(app.db, app.store, channel, names);
      await app.queues.enqueue(
        'alerts',
        ids.map((deliveryId) => ({ deliveryId })),
      );
    },
    messages: (channel, are) =>
      eventually(`messages to ${channel}`, async () => {
        const rows = await app.store.listDeliveries({ channel }, 1_000);
        return are(rows) ? rows : undefined;
      }),
    async restart() {
      await app.close();
      app = await openTestApp(services, settings);
      await start();
    },
    async clear() {
      // Row by row and in a transaction, which is repeated when it loses a race against workers of the test before.
      await app.db.transaction(async (tx) => {
        await tx.query('delete from channels');
        await tx.query('delete from alert_rules');
      });
    },
    async close() {
      await app.close();
      await services.close();
    },
  };
}
