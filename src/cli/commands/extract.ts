import type { Command } from 'commander';
import { z } from 'zod';
import { PermanentError } from '../../errors.js';
import type { SiteRules } from '../../model/site-rules.js';
import { filterNdjson } from '../ndjson-filter.js';
import { readBytes } from '../read-bytes.js';
import { readRecord } from '../read-record.js';
import { renderExplanation } from '../render-explanation.js';

const input = z.union([
  z.object({ url: z.string(), html: z.string() }),
  z.object({ url: z.string(), bodyBase64: z.string(), contentType: z.string().nullish() }),
]);

/** Pages saved to a file seldom say where they came from. */
const UNKNOWN_URL = 'https://unknown.invalid/';

/** What may follow the command. */
interface ExtractOptions {
  readonly explain?: string;
  readonly url: string;
  readonly siteRules?: string;
}

/** `wirewatch extract`: a page in, its article out. */
export function registerExtract(program: Command): void {
  program
    .command('extract')
    .description('read web pages as NDJSON on stdin, write their articles as NDJSON')
    .option('--site-rules <file>', 'YAML with rules for single sites')
    .option('--explain <file>', "say why one page's article reads as it does: an HTML file, - for stdin")
    .option('--url <url>', 'where the explained page came from', UNKNOWN_URL)
    .addHelpText(
      'after',
      `
In:  {"id", "url", "html"} or {"id", "url", "bodyBase64", "contentType"?}
Out: {"id", "title", "byline", "publishedAt", "modifiedAt", "lang", "site", "canonicalUrl", "summary", "section",
      "keywords", "imageUrl", "text", "method", "confidence", "kind", "isPaywalled"}

Examples:
  $ jq -Rsc '{id: "1", url: "https://example.org/a", html: .}' page.html | wirewatch extract
  $ wirewatch extract --site-rules site-rules.yml < pages.ndjson
  $ wirewatch extract --explain page.html --url https://example.org/a`,
    )
    .action(async ({ explain, url, siteRules }: ExtractOptions) => {
      const { readSiteRules } = await import('../../read-site-rules.js');
      const rules = await readSiteRules(siteRules ?? null);
      if (explain !== undefined) await explainPage(explain, url, rules);
      else await extractPages(rules);
    });
}

async function extractPages(rules: SiteRules): Promise<void> {
  const { findSiteRule } = await import('../../article/find-site-rule.js');
  const { extractArticle } = await import('../../article/extract-article.js');
  const { decodeHtml } = await import('../../article/decode-html.js');
  const { looksLikeHtml } = await import('../../article/is-html.js');
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
}

async function explainPage(file: string, url: string, rules: SiteRules): Promise<void> {
  const { findSiteRule } = await import('../../article/find-site-rule.js');
  const { explainArticle } = await import('../../article/explain-article.js');
  const { decodeHtml } = await import('../../article/decode-html.js');
  const { html } = decodeHtml(await readBytes(file), null);
  process.stdout.write(`${renderExplanation(explainArticle({ url, html }, findSiteRule(rules, url)))}\n`);
}
