import { parseArgs } from 'node:util';
import { benchIngest, type IngestReport } from './bench-ingest.js';

const HELP = `npm run bench -- ingest [options]

Times the ingest of the demo newsroom, end to end, on each queue store. Every case runs in a fresh process; the
newsroom runs in another, so that memory and time are the pipeline's own.

  --stories N     stories to ingest (default 2000)
  --backend NAME  postgres, redis or both (default both; redis needs redis-server on the path)
  --json          one JSON object per case
`;

/** `npm run bench -- ingest`. Returns the exit code. */
export async function runIngestBench(args: readonly string[]): Promise<number> {
  const { values: options } = parseArgs({
    args: [...args],
    options: {
      stories: { type: 'string', default: '2000' },
      backend: { type: 'string', default: 'both' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const backends = (['postgres', 'redis'] as const).filter(
    (name) => options.backend === 'both' || options.backend === name,
  );
  for (const backend of backends) {
    const report = await benchIngest({ backend, stories: Number(options.stories) });
    console.log(options.json ? JSON.stringify(report) : renderReport(report));
  }
  return 0;
}

function renderReport(report: IngestReport): string {
  if ('skipped' in report) return `${report.backend}: skipped, ${report.skipped}`;
  const share = Object.entries(report.stageShare)
    .map(([stage, part]) => `${stage} ${(part * 100).toFixed(0)} %`)
    .join(', ');
  return [
    `${report.backend}: ${report.stored} of ${report.published} stories stored, ${report.tagged} tagged in ${report.seconds.toFixed(1)} s`,
    `  ${report.articlesPerSecond.toFixed(1)} articles/s, ${report.jobsPerSecond.toFixed(1)} jobs/s`,
    `  time in stages: ${share}`,
    `  peak memory of the process: ${report.peakMemoryMb.toFixed(0)} MB`,
  ].join('\n');
}
