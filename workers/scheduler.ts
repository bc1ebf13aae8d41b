import { runProcess } from '../src/cli/run-process.js';

// One process that makes jobs for due feeds and sweeps up forgotten work.
await runProcess((app) => app.startScheduler());
