import { InvalidArgumentError, type Command } from 'commander';
import { QUEUE_NAMES, type QueueName } from '../../model/work.js';

const PARTS = ['schedule', ...QUEUE_NAMES] as const;
type Part = (typeof PARTS)[number];

/** `wirewatch work`: workers without the web server. Run as many as you like. */
export function registerWork(program: Command): void {
  program
    .command('work')
    .description('run workers (and the scheduler) without the web server')
    .option('--queues <list>', `which parts, of ${PARTS.join(',')}`, parseParts)
    .option('--concurrency <n>', 'jobs at once in each queue of this process', parseCount)
    .addHelpText(
      'after',
      `
Any number of processes on any number of machines may work on one database. Run \`wirewatch migrate\` first.

Examples:
  $ wirewatch work
  $ wirewatch work --queues tags --concurrency 8`,
    )
    .action(async (options: { readonly queues?: readonly Part[]; readonly concurrency?: number }) => {
      const { runProcess } = await import('../run-process.js');
      const parts = options.queues ?? PARTS;
      const names = parts.filter((part): part is QueueName => part !== 'schedule');
      await runProcess(async (app) => {
        await app.startWorkers(names, options.concurrency);
        if (parts.includes('schedule')) await app.startScheduler();
      });
    });
}

function parseParts(value: string): Part[] {
  const parts = value.split(',').map((part) => part.trim());
  const unknown = parts.filter((part) => !PARTS.some((known) => known === part));
  if (unknown.length > 0) {
    throw new InvalidArgumentError(`There is no ${unknown.join(', ')}; choose from ${PARTS.join(', ')}.`);
  }
  return PARTS.filter((part) => parts.includes(part));
}

function parseCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 1_000) {
    throw new InvalidArgumentError('Give a whole number from 1 to 1000.');
  }
  return count;
}
