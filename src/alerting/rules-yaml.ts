import { parseDocument, stringify } from 'yaml';
import { PermanentError, WirewatchError } from '../errors.js';
import type { RuleDefinition } from '../model/alert.js';
import { parseRule } from './parse-rule.js';

/** Aliases of YAML can blow a small file up. */
const MAX_ALIASES = 100;

/**
 * Reads rules from YAML (JSON is YAML too): a list under `rules`, or one rule by itself.
 *
 * @param text - the file
 * @param fileName - its name, for messages
 * @throws PermanentError `rule_invalid` for the first rule that is not one, with its name
 */
export function parseRulesYaml(text: string, fileName: string): RuleDefinition[] {
  const document = parseDocument(text, { prettyErrors: true });
  const [error] = document.errors;
  if (error !== undefined) {
    throw invalid(fileName, `is not valid YAML: ${error.message}. Check the indentation and quotes there.`);
  }
  const content: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
  const isList = typeof content === 'object' && content !== null && 'rules' in content;
  const entries: unknown = isList ? content.rules : [content];
  if (!Array.isArray(entries)) throw invalid(fileName, 'must hold a list of rules under "rules"');
  const rules = entries.map((entry: unknown, index) => parseEntry(entry, index, fileName));
  const names = rules.map((rule) => rule.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw invalid(fileName, `holds two rules named ${twice}: rename one`);
  return rules;
}

/** Writes rules as YAML. What {@link parseRulesYaml} reads from it is what was written. */
export function renderRulesYaml(rules: readonly RuleDefinition[]): string {
  return stringify({
    rules: rules.map(({ name, condition, corroboration, channels, includePast }) => ({
      name,
      condition,
      corroboration,
      channels,
      ...(includePast === true ? { includePast } : {}),
    })),
  });
}

function parseEntry(entry: unknown, index: number, fileName: string): RuleDefinition {
  try {
    return parseRule(entry);
  } catch (error) {
    if (!(error instanceof WirewatchError)) throw error;
    const isNamed = typeof entry === 'object' && entry !== null && 'name' in entry;
    const name = isNamed ? String(entry.name) : `no. ${index + 1}`;
    throw invalid(fileName, `has a mistake in rule ${name}: ${error.message}`);
  }
}

function invalid(fileName: string, message: string): PermanentError {
  return new PermanentError('rule_invalid', `${fileName} ${message}`, { context: { file: fileName } });
}
