import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findPackageRoot } from '../src/package-root.js';
import { scoreConfidence } from './confidence/score-confidence.js';
import { scoreSeed } from './seed.js';

const HELP = `npm run kits -- <kit> [options of the scorer]

Runs an evaluation kit against this build. The kits are real pages, feeds and texts of other people and are not
part of the project: they are looked for in ../shared/kits, or where WIREWATCH_KITS says.

  seed      one article through the whole pipeline into Postgres: body and tags against its gold
  feeds     the feed parser
  fetch     the feed fetcher, against a misbehaving server
  articles  the article extractor
  tags      the tagger; with --confidence alone, how often each rule is right against what its mentions claim
`;

const root = findPackageRoot();
const kits = process.env.WIREWATCH_KITS ?? join(root, '..', 'shared', 'kits');
const [kit = '', ...rest] = process.argv.slice(2);
const wirewatch = (command: string) => `${process.execPath} ${join(root, 'dist/src/cli/main.js')} ${command}`;

const scorers: Readonly<Record<string, () => Promise<number>>> = {
  seed: () => scoreSeed(join(kits, 'tagging', 'seed.json')),
  feeds: () =>
    run('feeds/score.mjs', [
      '--cases',
      join(kits, 'feeds/dev.ndjson.gz'),
      '--cmd',
      `wirewatch=${wirewatch('parse-feed')}`,
    ]),
  fetch: () =>
    run('feeds/fetchlab.mjs', [
      '--cmd',
      `wirewatch=${process.execPath} ${join(root, 'dist/bench/fetchlab-adapter.js')}`,
    ]),
  articles: () => run('extraction/score.mjs', [], ['--', ...wirewatch('extract').split(' ')]),
  tags: () =>
    rest[0] === '--confidence' && rest.length === 1
      ? scoreConfidence(join(kits, 'tagging'))
      : run('tagging/score.mjs', [
          ...['--gold', join(kits, 'tagging/dev.ndjson.gz'), '--gold', join(kits, 'tagging/seed.json')],
          ...['--cmd', wirewatch('tag')],
        ]),
};

const scorer = scorers[kit];
if (scorer === undefined) {
  process.stdout.write(HELP);
  process.exitCode = kit === '' || kit === '--help' ? 0 : 2;
} else if (!existsSync(kits)) {
  console.error(`wirewatch: the evaluation kits are not at ${kits}; set WIREWATCH_KITS to where they are`);
  process.exitCode = 1;
} else {
  process.exitCode = await scorer();
}

async function run(
  script: string,
  before: readonly string[],
  behind: readonly string[] = [],
): Promise<number> {
  // The program refuses variables under its prefix that it does not know.
  const env = { ...process.env, WIREWATCH_KITS: undefined };
  const child = spawn(process.execPath, [join(kits, script), ...before, ...rest, ...behind], {
    stdio: 'inherit',
    env,
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
