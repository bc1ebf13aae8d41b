import { makeScratchDir } from '../../demo/scratch-dir.js';
import { openApp, type App } from '../../src/app.js';
import { parseConfig } from '../../src/config.js';

/** The application on a database of its own. */
export interface BenchStore {
  readonly app: App;
  close(): Promise<void>;
}

/** Starts a server for the bench alone. */
export async function openBenchStore(): Promise<BenchStore> {
  const scratch = await makeScratchDir();
  const app = await openApp(parseConfig({ WIREWATCH_LOG_LEVEL: 'error', WIREWATCH_DATA_DIR: scratch.path }), {
    schema: 'apply',
  });
  return {
    app,
    async close() {
      await app.close();
      await scratch.remove();
    },
  };
}

/** Stores an article as the fetch stage leaves it. @returns its id */
export async function addFetched(
  { db }: App,
  article: {
    readonly url: string;
    readonly title: string;
    readonly body: string;
    readonly publishedAt: Date;
  },
): Promise<string> {
  const [row] = await db.query<{ id: string }>(
    `insert into articles (url, title, text, published_at, status) values ($1, $2, $3, $4, 'fetched') returning id`,
    [article.url, article.title, article.body, article.publishedAt],
  );
  if (row === undefined) throw new Error('the article was not stored');
  return row.id;
}
