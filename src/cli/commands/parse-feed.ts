import { gunzipSync } from 'node:zlib';
import type { Command } from 'commander';
import { z } from 'zod';
import type { WirewatchError } from '../../errors.js';
import { errorCodeOf, errorMessageOf, PermanentError } from '../../errors.js';
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
Out: {"id", "ok", "format", "title", "notes", "items": [{"guid", "title", "link", "publishedAt", …}], "error"?}

Example:
  $ printf '{"id":"1","bodyBase64":"%s"}\\n' "$(base64 -w0 feed.xml)" | wirewatch parse-feed`,
    )
    .action(async () => {
      const { parseFeed } = await import('../../feeds/parse-feed.js');
      await filterNdjson(process.stdin, process.stdout, async (record) => {
        const { bodyBase64, contentType, url } = readRecord(input, record);
        try {
          const feed = await parseFeed({
            body: inflate(Buffer.from(bodyBase64, 'base64')),
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

/** The most a compressed feed may come to: the default limit of the fetcher. */
const MAX_INFLATED_BYTES = 10 * 1024 * 1024;

/** Some feeds are kept as gzip files; RFC 1952 gives the first two bytes. */
function inflate(body: Buffer): Buffer {
  if (body[0] !== 0x1f || body[1] !== 0x8b) return body;
  try {
    return gunzipSync(body, { maxOutputLength: MAX_INFLATED_BYTES });
  } catch (error) {
    throw new PermanentError('feed_unparseable', `The gzip data can't be read: ${errorMessageOf(error)}`, {
      cause: error,
    });
  }
}

function describe(error: WirewatchError): { code: string; message: string } {
  return { code: errorCodeOf(error), message: errorMessageOf(error) };
}
