import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

// Maps the variables of the fetch lab to ours and runs `wirewatch fetch-feed`.
const {
  FETCH_TIMEOUT_MS = '3000',
  FETCH_MAX_BYTES = '8388608',
  FETCH_ALLOW_HOSTS = '',
  ...env
} = process.env;
const child = spawn(
  process.execPath,
  [fileURLToPath(new URL('../src/cli/main.js', import.meta.url)), 'fetch-feed'],
  {
    stdio: 'inherit',
    env: {
      ...env,
      WIREWATCH_FETCH_TIMEOUT_MS: FETCH_TIMEOUT_MS,
      WIREWATCH_FIRST_BYTE_TIMEOUT_MS: FETCH_TIMEOUT_MS,
      WIREWATCH_FEED_MAX_BYTES: FETCH_MAX_BYTES,
      WIREWATCH_ALLOW_HOSTS: FETCH_ALLOW_HOSTS,
      WIREWATCH_HOST_DELAY_MS: '0',
    },
  },
);
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
