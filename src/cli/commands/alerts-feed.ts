import type { Command } from 'commander';
import { alertFeedKey } from '../../alerting/feed-key.js';
import { PermanentError } from '../../errors.js';

/** `wirewatch alerts feed`: where a feed reader finds what a rule fires. */
export function registerAlertFeed(alerts: Command): void {
  alerts
    .command('feed')
    .description('the addresses of the feed of a rule (RSS and JSON Feed), with the key that opens it')
    .argument('<rule>')
    .action(async (rule: string) => {
      const { withApp } = await import('../with-app.js');
      await withApp(async (app) => {
        if ((await app.store.readAlertFeed(rule, 1)) === null) {
          throw new PermanentError('not_found', `There is no rule ${rule}; see \`wirewatch alerts list\`.`);
        }
        const { apiToken, publicUrl, host, port } = app.config.http;
        const base = publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
        const query = apiToken === null ? '' : `?key=${alertFeedKey(apiToken, rule)}`;
        for (const format of ['rss', 'json']) {
          console.log(`${base}/alerts/${encodeURIComponent(rule)}.${format}${query}`);
        }
      });
    });
}
