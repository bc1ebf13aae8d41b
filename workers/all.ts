import { QUEUE_NAMES } from '../src/model/work.js';
import { runProcess } from '../src/cli/run-process.js';

// One process for everything but the HTTP server.
await runProcess(async (app) => {
  await app.startWorkers(QUEUE_NAMES);
  await app.startScheduler();
});
