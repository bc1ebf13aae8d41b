import type { ImportedActor, ImportedActors } from '../model/imported-actor.js';
import type { Queryable } from './database.js';

/**
 * Keeps what a file says of actors, in place of what the same file said before, and gives the imports a new version.
 *
 * @param source - the file
 */
export async function replaceImportedActors(
  tx: Queryable,
  actors: readonly ImportedActor[],
  source: string,
): Promise<void> {
  // First, so that imports run one after the other.
  await tx.query('update actor_imports set version = version + 1');
  await tx.query('delete from imported_actors where source = $1', [source]);
  await tx.query(
    `insert into imported_actors
       (source, name, kind, external_id, origin, aliases, shares_name_with_malware)
     select $1, name, kind, "externalId", origin, coalesce(aliases, '{}'), coalesce("sharesNameWithMalware", false)
     from jsonb_to_recordset($2::jsonb) as given (name text, kind text, "externalId" text, origin text,
       aliases text[], "sharesNameWithMalware" boolean)
     on conflict do nothing`,
    [source, JSON.stringify(actors)],
  );
}

/** The version of the imports; 0 when there were none. */
export async function readImportVersion(db: Queryable): Promise<number> {
  const [row] = await db.query<{ version: number }>('select version from actor_imports');
  return row?.version ?? 0;
}

/** All imported actors, in an order that does not change, with the version that they are. */
export async function readImportedActors(db: Queryable): Promise<ImportedActors> {
  const [row] = await db.query<{ version: number; actors: ImportedActorRow[] }>(
    `select version, coalesce((select jsonb_agg(jsonb_build_object('name', name, 'kind', kind,
         'externalId', external_id, 'origin', origin, 'aliases', aliases, 'isMalware', shares_name_with_malware)
         order by source, kind, lower(name)) from imported_actors), '[]') as actors
     from actor_imports`,
  );
  return { version: row?.version ?? 0, actors: (row?.actors ?? []).map(toActor) };
}

type ImportedActorRow = Omit<ImportedActor, 'sharesNameWithMalware'> & { readonly isMalware: boolean };

function toActor({ isMalware, ...actor }: ImportedActorRow): ImportedActor {
  return isMalware ? { ...actor, sharesNameWithMalware: true } : actor;
}
