import { insertAlerts } from '../../src/db/alerts.js';
import type { Database } from '../../src/db/database.js';
import type { Store } from '../../src/db/store.js';
import type { ChannelManners, ChannelTarget } from '../../src/model/alert.js';
import { sampleCard } from './sample-records.js';

/** A channel that says everything at once. */
export const PLAIN_MANNERS: ChannelManners = { digest: 'immediately', quietHours: null, maxPerHour: null };

/** Adds a channel, and a rule that speaks through it alone. Both have the name. */
export async function addChannel(
  store: Store,
  name: string,
  target: ChannelTarget,
  manners: Partial<ChannelManners> = {},
): Promise<void> {
  await store.saveChannel({ name, target, manners: { ...PLAIN_MANNERS, ...manners } });
  await store.saveAlertRule({
    name,
    condition: { firstMention: {} },
    corroboration: { voices: 1, trusted: [] },
    channels: [name],
  });
}

/**
 * Fires a rule, in one transaction.
 *
 * @param names - of the actors: one alert each
 * @returns ids of the deliveries to make jobs for
 */
export async function fireAlerts(
  db: Database,
  store: Store,
  rule: string,
  names: readonly string[],
): Promise<string[]> {
  const ruleId = (await store.listAlertRules()).find((candidate) => candidate.name === rule)?.id;
  if (ruleId === undefined) throw new Error(`there is no rule ${rule}`);
  return db.transaction((tx) =>
    insertAlerts(
      tx,
      names.map((name) => ({
        ruleId,
        dedupeKey: `actor:${name}`,
        articleId: null,
        storyId: null,
        state: 'fired' as const,
        card: sampleCard({
          rule,
          headline: `First mention of ${name}`,
          subject: { name, kind: 'threat-actor' },
        }),
      })),
    ),
  );
}

/** Lets time pass for everything that waits in the tables of deliveries. */
export async function letTimePass(db: Database, ms: number): Promise<void> {
  const earlier = (column: string) => `${column} = ${column} - make_interval(secs => $1 / 1000.0)`;
  await db.query(
    `update deliveries set ${['due_at', 'created_at', 'started_at', 'queued_at', 'sent_at'].map(earlier).join(', ')}`,
    [ms],
  );
  await db.query(`update channels set ${earlier('rests_until')}`, [ms]);
}
