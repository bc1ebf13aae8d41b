import { parseArgs } from 'node:util';
import { describeMachine } from '../describe-machine.js';
import { benchSchedule } from './bench-schedule.js';
import { renderReport } from './render-report.js';
import { findMissedTargets } from './schedule-report.js';

const HELP = `npm run bench -- schedule [options]

Imports feeds all at once into a database of its own and lets days pass: every 5 simulated seconds the real scheduler
takes the feeds that are due, and the real rule says when each is polled next. The publishers are simulated; one poll of
500, and the first fiftieth of the feeds, are real ones from a server on loopback. Then the clock leaps over half a day,
as after a standstill. Exit code 1 when a target is missed: 20 ms for a tick (99 of 100), and in the days after the
import no minute with more than twice the mean of polls.

  --feeds N   feeds (default 100000)
  --days N    simulated days (default 2)
  --json      one JSON object
`;

/** `npm run bench -- schedule`. Returns the exit code. */
export async function runScheduleBench(args: readonly string[]): Promise<number> {
  const { values: options } = parseArgs({
    args: [...args],
    options: {
      feeds: { type: 'string', default: '100000' },
      days: { type: 'string', default: '2' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const [feeds, days] = [Number(options.feeds), Number(options.days)];
  if (!(Number.isInteger(feeds) && feeds >= 100 && days >= 0.25 && days <= 30)) {
    process.stderr.write(`wirewatch: give 100 feeds or more and a quarter of a day to 30 days\n\n${HELP}`);
    return 2;
  }
  const announce = (message: string) => void process.stderr.write(`${message}\n`);
  const report = await benchSchedule({ feeds, days, announce });
  const missed = findMissedTargets(report);
  if (options.json) console.log(JSON.stringify({ machine: describeMachine(), ...report, missed }));
  else console.log([renderReport(report), describeMachine()].join('\n'));
  for (const target of missed) announce(`missed: ${target}`);
  return missed.length > 0 ? 1 : 0;
}
