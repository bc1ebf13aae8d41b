import { openApp, type App } from '../app.js';
import { parseConfig, type Config } from '../config.js';
import { say } from './say.js';

/** How a command wants the application. */
export interface CommandAppOptions {
  /** Default `apply`: whoever is alone with an embedded database should not have to migrate by hand. */
  readonly schema?: 'apply' | 'require' | 'leave';
  /** Changes to the configuration for this command. */
  readonly adjust?: (config: Config) => Config;
}

/**
 * Opens the application for one command and closes it whatever happens.
 *
 * @param run - the command
 */
export async function withApp<T>(run: (app: App) => Promise<T>, options: CommandAppOptions = {}): Promise<T> {
  const config = parseConfig(process.env);
  const adjusted = options.adjust?.(config) ?? config;
  // With a database of their own, people run `wirewatch migrate` when they choose to.
  const schema = options.schema ?? (adjusted.databaseUrl === null ? 'apply' : 'require');
  const app = await openApp(adjusted, { schema, announce: say });
  try {
    return await run(app);
  } finally {
    await app.close();
  }
}
