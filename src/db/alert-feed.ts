import type { AlertCard } from '../model/alert.js';
import type { Queryable } from './database.js';

/** An alert of a rule's feed. */
export interface FedAlert {
  readonly id: string;
  readonly card: AlertCard;
  readonly firedAt: Date;
}

/** What a rule has fired, the newest first; null when there is no rule of that name. */
export async function readAlertFeed(db: Queryable, rule: string, limit: number): Promise<FedAlert[] | null> {
  const [found] = await db.query<{ id: string }>('select id from alert_rules where name = $1', [rule]);
  if (!found) return null;
  return db.query<FedAlert>(
    `select id, card, fired_at as "firedAt" from alerts
     where rule_id = $1 and state = 'fired' order by fired_at desc, id desc limit $2`,
    [found.id, limit],
  );
}
