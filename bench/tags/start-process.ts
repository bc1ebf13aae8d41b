// `wirewatch tag` from its start to its end, as the command line starts it, with what that cost on stderr.
process.argv.splice(1, process.argv.length, 'wirewatch', 'tag');
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  const start: StartMeasurement = {
    processorSeconds: (user + system) / 1e6,
    clockSeconds: performance.now() / 1_000,
  };
  process.stderr.write(JSON.stringify(start));
});
await import('../../src/cli/main.js');

/** Both since the process began. */
export interface StartMeasurement {
  readonly processorSeconds: number;
  readonly clockSeconds: number;
}
