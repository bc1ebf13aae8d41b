import { runProcess } from '../src/cli/run-process.js';

// One process that works off the queue "feeds".
await runProcess((app) => app.startWorkers(['feeds']));
