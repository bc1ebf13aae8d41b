import { openApp, type App } from '../app.js';
import { parseConfig } from '../config.js';
import { describeFailure, EXIT, exitCodeFor } from './exit-codes.js';
import { say } from './say.js';

/** Work in hand is finished within this time after Ctrl-C; what is not comes again after the next start. */
const DRAIN_MS = 9_000;

/** A terminal and npm may both send the same Ctrl-C: a second one counts only after this time. */
const IMPATIENT_AFTER_MS = 1_000;

export interface ProcessOptions {
  /** Whether this process may change the schema: one of many workers should not. */
  readonly schema?: 'apply' | 'require';
}

/**
 * Runs a long-lived process: opens the application, starts what it is told, waits for SIGINT or SIGTERM (or a
 * fatal error), drains and exits.
 *
 * @param start - starts the parts of this process
 */
export async function runProcess(
  start: (app: App) => Promise<void>,
  options: ProcessOptions = {},
): Promise<void> {
  const stopping = nextSignal();
  try {
    const app = await openApp(parseConfig(process.env), {
      schema: options.schema ?? 'require',
      announce: say,
    });
    await start(app);
    const signal = await Promise.race([stopping, app.fatal]).catch(async (fatal: unknown) => {
      await drain(app);
      throw fatal;
    });
    say(`${signal}: finishing the work in hand…`);
    const drained = await drain(app);
    say(drained ? 'stopped' : 'stopped; work that was cut off is done again after the next start');
    process.exit(EXIT.done);
  } catch (error) {
    say(describeFailure(error));
    process.exit(exitCodeFor(error));
  }
}

/** Resolves at the first signal; a second one, if it is no echo of the first, ends the process at once. */
function nextSignal(): Promise<string> {
  return new Promise((resolve) => {
    let firstAt: number | undefined;
    const onSignal = (signal: string) => {
      if (firstAt === undefined) {
        firstAt = performance.now();
        resolve(signal);
      } else if (performance.now() - firstAt > IMPATIENT_AFTER_MS) {
        process.exit(EXIT.failed);
      }
    };
    process.on('SIGINT', onSignal);
    process.on('SIGTERM', onSignal);
  });
}

/** @returns false when time ran out */
async function drain(app: App): Promise<boolean> {
  const deadline = new Promise<false>((resolve) => {
    setTimeout(() => {
      resolve(false);
    }, DRAIN_MS).unref();
  });
  return Promise.race([app.close().then(() => true), deadline]);
}
