import type { Command } from 'commander';
import { z } from 'zod';
import { parseConfig } from '../../config.js';
import { filterNdjson } from '../ndjson-filter.js';
import { readRecord } from '../read-record.js';

const input = z.object({
  url: z.string(),
  state: z
    .object({
      validators: z.object({ etag: z.string().nullable(), lastModified: z.string().nullable() }),
      intervalMs: z.number().positive(),
      failureCount: z.number().int().nonnegative(),
      fingerprint: z.string().nullable(),
      pace: z.object({
        ttlMinutes: z.number().positive().nullable(),
        skipHours: z.array(z.number().int().min(0).max(23)),
        skipDays: z.array(z.number().int().min(0).max(6)),
      }),
      freshForMs: z.number().nonnegative().nullable(),
      arrivals: z.array(z.string()),
    })
    .nullish(),
});

/** `wirewatch fetch-feed`: one polite poll per line. */
export function registerFetchFeed(program: Command): void {
  program
    .command('fetch-feed')
    .description('poll feeds named as NDJSON on stdin, write what came as NDJSON; needs no database')
    .addHelpText(
      'after',
      `
In:  {"id", "url", "state"?}; give back the state of the last answer for a conditional request
Out: {"id", "ok", "status"?, "items"?, "state", "error"?, …}

Example:
  $ echo '{"id":"1","url":"https://example.org/feed.xml"}' | wirewatch fetch-feed`,
    )
    .action(async () => {
      const { createFeedPoller } = await import('../../probe/fetch-feed.js');
      const poller = createFeedPoller(parseConfig(process.env));
      try {
        await filterNdjson(process.stdin, process.stdout, (record) => {
          const { url, state } = readRecord(input, record);
          return poller.poll(url, state ?? undefined);
        });
      } finally {
        await poller.close();
      }
    });
}
