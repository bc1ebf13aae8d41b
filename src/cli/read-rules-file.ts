import { readFile, stat } from 'node:fs/promises';
import { parseRulesYaml } from '../alerting/rules-yaml.js';
import { errorMessageOf, PermanentError } from '../errors.js';
import type { RuleDefinition } from '../model/alert.js';

const MAX_BYTES = 1_048_576;

/**
 * Reads the rules of a YAML or JSON file.
 *
 * @throws PermanentError `bad_input` when it can't be read, `rule_invalid` when it holds a mistake
 */
export async function readRulesFile(file: string): Promise<RuleDefinition[]> {
  let text: string;
  try {
    if ((await stat(file)).size > MAX_BYTES) throw new Error('it is larger than a megabyte');
    text = await readFile(file, 'utf8');
  } catch (error) {
    const message = `Can't read the rules of ${file}: ${errorMessageOf(error)}. \`wirewatch alerts export\` writes such a file.`;
    throw new PermanentError('bad_input', message, { cause: error, context: { file } });
  }
  return parseRulesYaml(text, file);
}

/**
 * Those rules of a file that a name picks: all of them without one.
 *
 * @throws PermanentError `not_found` when the file has none of that name
 */
export async function pickRules(file: string, name: string | undefined): Promise<RuleDefinition[]> {
  const rules = await readRulesFile(file);
  const picked = name === undefined ? rules : rules.filter((rule) => rule.name === name);
  if (picked.length > 0) return picked;
  throw new PermanentError('not_found', `There is no rule ${name ?? ''} in ${file}.`, { context: { file } });
}
