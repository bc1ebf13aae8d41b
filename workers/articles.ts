import { runProcess } from '../src/cli/run-process.js';

// One process that works off the queue "articles".
await runProcess((app) => app.startWorkers(['articles']));
