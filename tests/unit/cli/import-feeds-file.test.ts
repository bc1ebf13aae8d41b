import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { expect, onTestFinished, test } from 'vitest';
import { importFeedsFile } from '../../../src/cli/import-feeds-file.js';
import type { FeedEntry } from '../../../src/model/feed-record.js';

async function importBytes(bytes: Uint8Array): Promise<readonly FeedEntry[]> {
  const folder = await mkdtemp(join(tmpdir(), 'wirewatch-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'list.opml');
  await writeFile(file, bytes);
  let stored: readonly FeedEntry[] = [];
  const upsertFeeds = (entries: readonly FeedEntry[]) => {
    stored = entries;
    return Promise.resolve({ ids: [], added: 0 });
  };
  await importFeedsFile({ upsertFeeds }, file);
  return stored;
}

const list = (encoding: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?><opml><body><outline text="Küstenfunk" xmlUrl="https://a.example/"/></body></opml>`;

test.each([
  ['UTF-8', 'utf-8', 'utf-8'],
  ['UTF-8 that calls itself Latin-1', 'iso-8859-1', 'utf-8'],
  ['Latin-1', 'iso-8859-1', 'latin1'],
  ['UTF-16', 'utf-16', 'utf-16'],
])('a list in %s is read', async (_, label, encoding) => {
  expect(await importBytes(iconv.encode(list(label), encoding))).toMatchObject([{ title: 'Küstenfunk' }]);
});

test('a list in YAML with a byte order mark is read', async () => {
  const yaml =
    '\ufefffeeds:\n  - url: https://a.example/\n    title: Küstenfunk\n    siteUrl: https://a.example/home\n';
  expect(await importBytes(Buffer.from(yaml))).toEqual([
    { url: 'https://a.example/', title: 'Küstenfunk', siteUrl: 'https://a.example/home' },
  ]);
});
