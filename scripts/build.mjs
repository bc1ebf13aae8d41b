// Compiles to dist/. Run by `npm ci` (the prepare script) and before the tests; incremental, so that a
// second run costs about a second.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

let tsc;
try {
  tsc = createRequire(import.meta.url).resolve('typescript/lib/tsc.js');
} catch {
  console.error(
    'wirewatch: TypeScript is not installed, so nothing was compiled. Run `npm ci --include=dev`.',
  );
  process.exit(existsSync(`${root}dist/src/cli/main.js`) ? 0 : 1);
}

const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) process.exit(status ?? 1);
chmodSync(`${root}dist/src/cli/main.js`, 0o755);
