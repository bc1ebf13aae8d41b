import { runProcess } from '../src/cli/run-process.js';

// One process that works off the queue "tags".
await runProcess((app) => app.startWorkers(['tags']));
