import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startNewsroom, type Newsroom } from '../../../demo/newsroom/start-newsroom.js';
import type { App } from '../../../src/app.js';
import { runIngest } from '../../../src/cli/run-ingest.js';
import { BACKENDS, openTestApp, startServices, type Services } from '../../helpers/pipeline.js';
import { NO_REDIS } from '../../helpers/start-redis.js';

describe.each(BACKENDS)('reprints on their way through the pipeline on %s', (backend) => {
  let services: Services | null;
  let newsroom: Newsroom;
  let app: App;

  beforeAll(async () => {
    services = await startServices(backend);
    if (services === null) return;
    newsroom = await startNewsroom({ stories: 64, seed: 3, reprints: 0.5, misbehaving: false });
    app = await openTestApp(services);
    const { ids } = await app.store.upsertFeeds(newsroom.feeds.map(({ url, title }) => ({ url, title })));
    await runIngest(app, { feedIds: ids, onProgress: () => undefined });
  }, 180_000);
  afterAll(async () => {
    if (services === null) return;
    await app.close();
    await newsroom.close();
    await services.close();
  });

  it('end in the story of their original, as one voice, and nothing else does', async (test) => {
    if (services === null) test.skip(NO_REDIS);
    const rows = await app.db.query<{ url: string; canonical: string; story: string; voice: string }>(
      `select url, canonical_url as canonical, story_id as story, voice from articles where status = 'tagged'`,
    );
    const { stories } = newsroom.truth;
    const rowOf = new Map(
      stories.map(({ id, url }) => [id, rows.find((row) => row.url === url || row.canonical === url)]),
    );
    expect([...rowOf.values()].every((row) => row !== undefined)).toBe(true);
    expect(stories.filter(({ reprintOf }) => reprintOf !== null).length).toBeGreaterThan(5);

    // The truth: a story for each text.
    const texts = new Map<string, string[]>();
    for (const { id, reprintOf } of stories)
      texts.set(reprintOf ?? id, [...(texts.get(reprintOf ?? id) ?? []), id]);
    const asStored = [...texts.values()].map((ids) => new Set(ids.map((id) => rowOf.get(id)?.story)).size);
    expect(asStored).toEqual(asStored.map(() => 1));
    expect(new Set(rows.map(({ story }) => story)).size).toBe(texts.size);
    for (const ids of texts.values()) expect(new Set(ids.map((id) => rowOf.get(id)?.voice)).size).toBe(1);
  });
});
