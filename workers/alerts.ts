import { runProcess } from '../src/cli/run-process.js';

// One process that works off the queue "alerts".
await runProcess((app) => app.startWorkers(['alerts']));
