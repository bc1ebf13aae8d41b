import type { Channel, ChannelManners, ChannelTarget } from '../model/alert.js';
import type { Queryable } from './database.js';

/** All channels, by name, with their secrets: not for listings. */
export async function listChannels(db: Queryable): Promise<Channel[]> {
  return db.query<Channel>('select id, name, target, manners, enabled from channels order by name');
}

/** Adds a channel, or replaces the one of the same name. @returns its id */
export async function saveChannel(
  db: Queryable,
  channel: { readonly name: string; readonly target: ChannelTarget; readonly manners: ChannelManners },
): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `insert into channels (name, target, manners) values ($1, $2, $3)
     on conflict (name) do update set target = excluded.target, manners = excluded.manners, enabled = true
     returning id`,
    [channel.name, JSON.stringify(channel.target), JSON.stringify(channel.manners)],
  );
  if (!row) throw new Error('an upsert returned no row');
  return row.id;
}

/** Removes a channel with its messages. @returns false when there is none of that name */
export async function removeChannel(db: Queryable, name: string): Promise<boolean> {
  const rows = await db.query('delete from channels where name = $1 returning id', [name]);
  return rows.length > 0;
}
