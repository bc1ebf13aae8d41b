import type { Command } from 'commander';
import { z } from 'zod';
import { PermanentError } from '../../errors.js';
import { filterNdjson } from '../ndjson-filter.js';
import { readRecord } from '../read-record.js';

const input = z.union([
  z.object({ url: z.string(), html: z.string() }),
  z.object({ url: z.string(), bodyBase64: z.string(), contentType: z.string().nullish() }),
]);

/** `wirewatch extract`: a page in, its article out. */
export function registerExtract(program: Command): void {
  program
    .command('extract')
    .description('read web pages as NDJSON on stdin, write their articles as NDJSON')
    .addHelpText(
      'after',
      `
In:  {"id", "url", "html"} or {"id", "url", "bodyBase64", "contentType"?}
Out: {"id", "title", "byline", "publishedAt", "modifiedAt", "lang", "site", "canonicalUrl", "summary", "section",
      "keywords", "imageUrl", "text", "method", "isPaywalled"}

Example:
  $ jq -Rsc '{id: "1", url: "https://example.org/a", html: .}' page.html | wirewatch extract`,
    )
    .action(async () => {
      const { extractArticle } = await import('../../article/extract-article.js');
      const { decodeHtml } = await import('../../article/decode-html.js');
      const { looksLikeHtml } = await import('../../article/is-html.js');
      await filterNdjson(process.stdin, process.stdout, (record) => {
        const page = readRecord(input, record);
        if ('html' in page) return Promise.resolve(extractArticle(page));
        const body = Buffer.from(page.bodyBase64, 'base64');
        const contentType = page.contentType ?? null;
        if (!looksLikeHtml(body, contentType)) {
          throw new PermanentError(
            'not_html',
            `This is no web page but ${contentType ?? 'data of an unknown type'}`,
          );
        }
        return Promise.resolve(extractArticle({ url: page.url, html: decodeHtml(body, contentType).html }));
      });
    });
}
