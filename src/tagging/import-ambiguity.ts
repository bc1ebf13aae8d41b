import type { ImportEntries, ImportEntry, ImportProblem } from './import-entry.js';
import { foldName } from './import-tidy-entry.js';

/**
 * Settles which actor a name of the file stands for, so that no text is ever tagged by the order of a file.
 * Of two actors with the same name the second is left out. An alias that is also the name of another actor
 * stays with that actor; an alias that several actors claim goes to none of them. Each case is reported.
 */
export function settleNames({ entries, problems }: ImportEntries): ImportEntries {
  const named = leaveOutNamesakes(entries);
  const owners = new Map(named.entries.map((entry) => [foldName(entry.name), entry]));
  const claims = collectClaims(named.entries);
  const settled = named.entries.map((entry) => ({
    ...entry,
    aliases: entry.aliases.filter((alias) => {
      const key = foldName(alias);
      return !owners.has(key) && claims.get(key)?.claimants.length === 1;
    }),
  }));
  const ambiguities = [...claims].flatMap(([key, claim]) => describeAmbiguity(claim, owners.get(key)));
  return { entries: settled, problems: [...problems, ...named.problems, ...ambiguities] };
}

/** Who claims an alias, and how the first of them writes it. */
interface Claim {
  readonly alias: string;
  readonly claimants: ImportEntry[];
}

function leaveOutNamesakes(entries: readonly ImportEntry[]): ImportEntries {
  const byName = new Map<string, ImportEntry>();
  const problems: ImportProblem[] = [];
  for (const entry of entries) {
    const key = foldName(entry.name);
    const first = byName.get(key);
    if (first === undefined) byName.set(key, entry);
    else {
      problems.push({
        where: `${entry.where} (${entry.name})`,
        message: `ambiguous: left out, ${first.where} has the same name; merge them or rename one`,
      });
    }
  }
  return { entries: [...byName.values()], problems };
}

function collectClaims(entries: readonly ImportEntry[]): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const entry of entries) {
    for (const alias of entry.aliases) {
      const key = foldName(alias);
      const claim = claims.get(key);
      if (claim === undefined) claims.set(key, { alias, claimants: [entry] });
      else claim.claimants.push(entry);
    }
  }
  return claims;
}

function describeAmbiguity(claim: Claim, owner: ImportEntry | undefined): ImportProblem[] {
  const { alias, claimants } = claim;
  if (owner === undefined && claimants.length === 1) return [];
  const where = claimants.map((entry) => `${entry.where} (${entry.name})`).join(', ');
  const outcome =
    owner === undefined
      ? `several actors claim the alias "${alias}": none of them gets it`
      : `the alias "${alias}" is the name of ${owner.where}, which keeps it`;
  return [{ where, message: `ambiguous: ${outcome}` }];
}
