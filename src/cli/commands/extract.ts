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
    .option('--site-rules <file>', 'YAML with rules for single sites')
    .addHelpText(
      'after',
      `
In:  {"id", "url", "html"} or {"id", "url", "bodyBase64", "contentType"?}
Out: {"id", "title", "byline", "publishedAt", "lang", "site", "canonicalUrl", "summary", "text", "method", "kind"}

Examples:
  $ jq -Rsc '{id: "1", url: "https://example.org/a", html: .}' page.html | wirewatch extract
  $ wirewatch extract --site-rules site-rules.yml < pages.ndjson`,
    )
    .action(async (options: { readonly siteRules?: string }) => {
      const { extractArticle } = await import('../../article/extract-article.js');
      const { decodeHtml } = await import('../../article/decode-html.js');
      const { findSiteRule } = await import('../../article/find-site-rule.js');
      const { looksLikeHtml } = await import('../../article/is-html.js');
      const { readSiteRules } = await import('../../read-site-rules.js');
      const rules = await readSiteRules(options.siteRules ?? null);
      const extract = (url: string, html: string) => extractArticle({ url, html }, findSiteRule(rules, url));
      await filterNdjson(process.stdin, process.stdout, (record) => {
        const page = readRecord(input, record);
        if ('html' in page) return Promise.resolve(extract(page.url, page.html));
        const body = Buffer.from(page.bodyBase64, 'base64');
        const contentType = page.contentType ?? null;
        if (!looksLikeHtml(body, contentType)) {
          throw new PermanentError(
            'not_html',
            `This is no web page but ${contentType ?? 'data of an unknown type'}`,
          );
        }
        return Promise.resolve(extract(page.url, decodeHtml(body, contentType).html));
      });
    });
}
