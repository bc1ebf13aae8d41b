import type { Command } from 'commander';
import { z } from 'zod';
import { errorCodeOf, errorMessageOf, PermanentError, WirewatchError } from '../../errors.js';
import { filterNdjson } from '../ndjson-filter.js';
import { readRecord } from '../read-record.js';

const input = z.object({
  bodyBase64: z.string(),
  contentType: z.string().nullish(),
  url: z.string().nullish(),
});

/** `wirewatch parse-feed`: bytes of a feed in, its items out. */
export function registerParseFeed(program: Command): void {
  program
    .command('parse-feed')
    .description('read feeds as NDJSON on stdin, write their items as NDJSON')
    .addHelpText(
      'after',
      `
In:  {"id", "bodyBase64", "contentType"?, "url"?}
Out: {"id", "ok", "format", "title", "items": [{"guid", "title", "link", "publishedAt", …}], "error"?}

Example:
  $ printf '{"id":"1","bodyBase64":"%s"}\\n' "$(base64 -w0 feed.xml)" | wirewatch parse-feed`,
    )
    .action(async () => {
      const { parseFeed } = await import('../../feeds/parse-feed.js');
      await filterNdjson(process.stdin, process.stdout, async (record) => {
        const { bodyBase64, contentType, url } = readRecord(input, record);
        try {
          const feed = await parseFeed({
            body: Buffer.from(bodyBase64, 'base64'),
            contentType: contentType ?? null,
            url: url ?? null,
          });
          return { ok: true, ...feed };
        } catch (error) {
          if (!(error instanceof PermanentError)) throw error;
          return { ok: false, format: null, title: null, items: [], error: describe(error) };
        }
      });
    });
}

function describe(error: WirewatchError): { code: string; message: string } {
  return { code: errorCodeOf(error), message: errorMessageOf(error) };
}
