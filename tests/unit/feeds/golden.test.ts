import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseFeed } from '../../../src/feeds/parse-feed.js';

const folder = new URL('../../golden/feeds/', import.meta.url);
const names = readdirSync(folder);
const documents = names.filter((name) => !name.endsWith('.expected.json'));

/** Every document beside what it must be read as: `x.xml` and `x.expected.json`. */
describe('golden feeds', () => {
  it.each(documents)('%s', async (name) => {
    const feed = await parseFeed({ body: readFileSync(new URL(name, folder)) });
    const expected: unknown = JSON.parse(
      readFileSync(new URL(name.replace(/\.[^.]+$/, '.expected.json'), folder), 'utf8'),
    );
    expect(feed).toEqual(expected);
  });

  it('pairs every expectation with a document', () => {
    expect(names.length).toBe(2 * documents.length);
  });
});
