import type { Command } from 'commander';
import { registerAdd } from './alerts-add.js';
import { registerDeliveries } from './alerts-deliveries.js';
import { registerAlertFeed } from './alerts-feed.js';
import { registerRuleFiles } from './alerts-files.js';
import { registerLog } from './alerts-log.js';
import { registerRules } from './alerts-rules.js';
import { registerRehearsal } from './alerts-test.js';

/** `wirewatch alerts`: what to be told of, and what was told. */
export function registerAlerts(program: Command): void {
  const alerts = program
    .command('alerts')
    .description('rules for what to be told of, and the alerts that they raised')
    .addHelpText(
      'after',
      `
Conditions combine with all, any and not in a file; options of one command hold all together.
Webhooks are signed: wirewatch-signature is sha256=HMAC-SHA256(secret, "<wirewatch-timestamp>.<body>") in hex.

Examples:
  $ wirewatch alerts add new-groups --first-mention threat-actor --voices 2 --webhook https://hooks.example.org/w
  $ wirewatch alerts add ransoms --money-at-least 1000000 --currency USD --purpose ransom --channel desk
  $ wirewatch alerts test --first-mention --country KP --days 30
  $ wirewatch alerts test new-groups --days 7
  $ wirewatch alerts mute new-groups --for 2d
  $ wirewatch alerts export rules.yml
  $ wirewatch alerts log --waiting`,
    );
  registerAdd(alerts);
  registerRules(alerts);
  registerRehearsal(alerts);
  registerRuleFiles(alerts);
  registerLog(alerts);
  registerDeliveries(alerts);
  registerAlertFeed(alerts);
}
