import { randomBytes } from 'node:crypto';
import { InvalidArgumentError, type Command } from 'commander';
import type { App } from '../../app.js';
import { PermanentError } from '../../errors.js';
import type { RuleDefinition } from '../../model/alert.js';
import { addRuleOptions, ruleOfOptions, type RuleOptions } from '../rule-options.js';
import { say } from '../say.js';

interface AddOptions extends RuleOptions {
  readonly file?: string;
  readonly webhook?: string;
  readonly secret?: string;
}

/** `wirewatch alerts add` */
export function registerAdd(alerts: Command): void {
  const command = alerts
    .command('add')
    .description('add a rule, or replace the one of that name')
    .argument('[name]', 'needed but with --file, of which it picks one rule')
    .option('--file <rule.yml>', 'the rules of a file, in place of options')
    .option(
      '--webhook <url>',
      'makes a channel of the name of the rule that posts to this address',
      parseWebhook,
    )
    .option('--secret <text>', 'key of its signatures (default: a new one, shown once)');
  addRuleOptions(command).action(async (name: string | undefined, options: AddOptions) => {
    const rules = await rulesOf(name, options);
    const { withApp } = await import('../with-app.js');
    const newSecret = await withApp(async (app) => {
      const secret =
        options.webhook === undefined ? null : await addWebhook(app, rules, options.webhook, options.secret);
      await app.store.saveAlertRules(rules);
      return secret;
    });
    for (const rule of rules) {
      say(`${rule.name} is watching; it takes effect with the next tagged article`);
      if (rule.channels.length === 0)
        say(`${rule.name} has no channel: its alerts are only kept, see \`wirewatch alerts log\``);
    }
    if (newSecret !== null) say(`the key of its signatures, shown only now: ${newSecret}`);
  });
}

async function rulesOf(name: string | undefined, options: AddOptions): Promise<RuleDefinition[]> {
  const { parseRule } = await import('../../alerting/parse-rule.js');
  const rules = await readDefinitions(name, options);
  if (options.webhook === undefined) return rules;
  return rules.map((rule) => parseRule({ ...rule, channels: [...new Set([...rule.channels, rule.name])] }));
}

async function readDefinitions(name: string | undefined, options: AddOptions): Promise<RuleDefinition[]> {
  if (options.file !== undefined) {
    const { pickRules } = await import('../read-rules-file.js');
    return pickRules(options.file, name);
  }
  if (name === undefined)
    throw new PermanentError('bad_input', 'Name the rule, or a file of rules with --file.');
  const { parseRule } = await import('../../alerting/parse-rule.js');
  return [parseRule(ruleOfOptions(name, options))];
}

/** @returns the secret when it is new */
async function addWebhook(
  app: App,
  rules: readonly RuleDefinition[],
  url: string,
  given: string | undefined,
): Promise<string | null> {
  const secret = given ?? randomBytes(24).toString('base64url');
  for (const { name } of rules) {
    await app.store.saveChannel({
      name,
      target: { type: 'webhook', url, secret },
      manners: { digest: 'immediately', quietHours: null, maxPerHour: null },
    });
  }
  return given === undefined ? secret : null;
}

function parseWebhook(value: string): string {
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw new InvalidArgumentError('Give a full http or https address.');
  }
  return new URL(value).href;
}
