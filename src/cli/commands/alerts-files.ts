import { writeFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { say } from '../say.js';

/** `wirewatch alerts import`, `export` */
export function registerRuleFiles(alerts: Command): void {
  alerts
    .command('import')
    .description('add or replace the rules of a YAML file: all of them, or none when one has a mistake')
    .argument('<file>')
    .action(async (file: string) => {
      const { readRulesFile } = await import('../read-rules-file.js');
      const rules = await readRulesFile(file);
      const { withApp } = await import('../with-app.js');
      await withApp((app) => app.store.saveAlertRules(rules));
      say(`${rules.length} rules of ${file} are watching`);
    });
  alerts
    .command('export')
    .description('write the rules as YAML, without secrets: channels are only named')
    .argument('[file]', 'default: stdout')
    .action(async (file: string | undefined) => {
      const { renderRulesYaml } = await import('../../alerting/rules-yaml.js');
      const { withApp } = await import('../with-app.js');
      const text = renderRulesYaml(await withApp((app) => app.store.listAlertRules()));
      if (file === undefined) process.stdout.write(text);
      else await writeFile(file, text);
    });
}
