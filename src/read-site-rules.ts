import { readFile } from 'node:fs/promises';
import { parseSiteRules } from './article/parse-site-rules.js';
import { errorMessageOf, FatalError } from './errors.js';
import type { SiteRules } from './model/site-rules.js';

/**
 * Reads the user's rules for single sites.
 *
 * @param file - its path; null: there are none
 * @throws FatalError `config_invalid` when the file can't be read or is wrong
 */
export async function readSiteRules(file: string | null): Promise<SiteRules> {
  if (file === null) return new Map();
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new FatalError(
      'config_invalid',
      `The rules for sites in ${file} can't be read: ${errorMessageOf(error)}`,
      { cause: error, context: { file } },
    );
  }
  return parseSiteRules(text, file);
}
