import { load } from 'cheerio/slim';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { errorMessageOf, FatalError } from '../errors.js';
import type { SiteRule, SiteRules } from '../model/site-rules.js';

const selector = z
  .string({ error: 'must be a CSS selector' })
  .trim()
  .superRefine((value, context) => {
    const fault = faultOf(value);
    if (fault !== null)
      context.addIssue({ code: 'custom', message: `"${value}" is no CSS selector (${fault})` });
  });
/** One selector, or a list of them. */
const selectors = z
  .preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(selector))
  .default([]);
const optional = selector.nullable().default(null);

const rule: z.ZodType<SiteRule> = z.strictObject(
  { keep: selectors, drop: selectors, title: optional, author: optional, date: optional },
  { error: 'must hold any of keep, drop, title, author and date, and nothing else' },
);

/** Names and addresses alike, without scheme, port and path. */
const HOST = /^[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){0,20}$/u;

/**
 * Reads the rules that a user wrote for single sites: YAML, a rule under each host.
 *
 * @param text - the file
 * @param fileName - its name, for messages
 * @returns the rules, every selector known to be readable
 * @throws FatalError `config_invalid` that names every wrong line, host and selector at once
 */
export function parseSiteRules(text: string, fileName: string): SiteRules {
  const document = parseDocument(text);
  const faults = document.errors.map((error) => `this is not valid YAML: ${error.message.split('\n', 1)[0]}`);
  const rules = new Map<string, SiteRule>();
  const content: unknown = faults.length > 0 ? {} : (document.toJS() ?? {});
  const hosts = z.record(z.string(), z.unknown()).safeParse(content);
  if (!hosts.success) faults.push('write each host with a colon, and its rule indented below it');
  for (const [host, value] of Object.entries(hosts.data ?? {})) {
    const parsed = rule.safeParse(value);
    if (!HOST.test(host)) faults.push(`${host}: must be a host such as example.org`);
    for (const issue of parsed.error?.issues ?? []) {
      faults.push([host, ...issue.path.slice(0, 1), issue.message].join(': '));
    }
    if (parsed.success) rules.set(asciiHost(host), parsed.data);
  }
  if (faults.length > 0) {
    throw new FatalError(
      'config_invalid',
      `Wrong rules for sites in ${fileName}:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
      { context: { file: fileName, faults: faults.length } },
    );
  }
  return rules;
}

/** As URLs write it: small letters, and Punycode for the others. */
function asciiHost(host: string): string {
  return URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : host.toLowerCase();
}

const EMPTY_PAGE = load('<html></html>', { xml: false });

/** Why a selector cannot be used; null when it can. */
function faultOf(value: string): string | null {
  if (value === '') return 'it is empty';
  try {
    EMPTY_PAGE.root().find(value);
    return null;
  } catch (error) {
    return errorMessageOf(error);
  }
}
