import { describe, expect, it } from 'vitest';
import { diffArchive, type DiffArchiveDeps, type DiffedArticle } from '../../../src/cli/diff-archive.js';
import { PermanentError, TransientError } from '../../../src/errors.js';
import type { Tags } from '../../../src/model/mention.js';
import type { TaggedArticle } from '../../../src/model/tagging.js';

const tags = (taggerVersion: string): Tags => ({
  countries: [],
  places: [],
  actors: [],
  money: [],
  taggerVersion,
});

function article(id: number, fields: Partial<TaggedArticle> = {}): TaggedArticle {
  return {
    id: String(id),
    title: `Title ${id}`,
    text: `Text ${id}`,
    url: 'https://a.example/1',
    publishedAt: null,
    tags: tags('1'),
    ...fields,
  };
}

/** Compares an archive, newest first; what was asked and told comes along. */
async function compare(
  archive: readonly TaggedArticle[],
  tagText: DiffArchiveDeps['tagText'] = () => Promise.resolve(tags('2')),
  limit = Number.POSITIVE_INFINITY,
) {
  const newestFirst = [...archive].sort((a, b) => Number(b.id) - Number(a.id));
  const pages: number[] = [];
  const seen: DiffedArticle[] = [];
  const progress: number[] = [];
  const totals = await diffArchive(
    {
      listArticles({ beforeId, limit: size }) {
        const rest = newestFirst.filter(({ id }) => beforeId === null || Number(id) < Number(beforeId));
        const page = rest.slice(0, size);
        pages.push(page.length);
        return Promise.resolve(page);
      },
      tagText,
    },
    {
      limit,
      onArticle(diffed) {
        seen.push(diffed);
        return Promise.resolve();
      },
      onProgress: (done) => progress.push(done),
    },
  );
  return { totals, seen, pages, progress };
}

const ARCHIVE = Array.from({ length: 100 }, (_, index) => article(index + 1));

describe('diffArchive', () => {
  it('goes through all pages, newest first, each article once', async () => {
    const { totals, seen, pages, progress } = await compare(ARCHIVE);
    expect(seen.map(({ id }) => Number(id))).toEqual(Array.from({ length: 100 }, (_, index) => 100 - index));
    expect(Math.max(...pages)).toBeLessThanOrEqual(40);
    expect(progress.at(-1)).toBe(100);
    expect(totals).toMatchObject({
      compared: 100,
      differing: 0,
      withoutText: 0,
      failed: 0,
      firstFailure: null,
    });
    expect([...totals.storedVersions]).toEqual([['1', 100]]);
  });

  it('looks at no more than it may', async () => {
    const { seen } = await compare(ARCHIVE, undefined, 45);
    expect(seen).toHaveLength(45);
    expect(seen.at(-1)?.id).toBe('56');
  });

  it('compares what is stored with what the tagger says now', async () => {
    const { totals, seen } = await compare([article(1), article(2)], ({ text }) =>
      Promise.resolve({
        ...tags('2'),
        countries:
          text === 'Text 2'
            ? [{ code: 'PE', via: 'name', start: 0, end: 4, text: 'Text', confidence: 1, rule: 'r' } as const]
            : [],
      }),
    );
    expect(totals.differing).toBe(1);
    expect(seen.map(({ diff }) => diff.gained.length)).toEqual([1, 0]);
  });

  it('counts an article whose text is gone, and does not tag it', async () => {
    const tagged: string[] = [];
    const { totals } = await compare([article(1, { text: null }), article(2)], ({ text }) => {
      tagged.push(text);
      return Promise.resolve(tags('2'));
    });
    expect(totals).toMatchObject({ compared: 1, withoutText: 1 });
    expect(tagged).toEqual(['Text 2']);
  });

  it.each([new TransientError('cpu_timeout', 'took too long'), new PermanentError('bad_input', 'no text')])(
    'goes on after a text that the tagger fails at: %s',
    async (fault) => {
      const { totals, seen } = await compare(ARCHIVE.slice(0, 3), ({ text }) =>
        text === 'Text 2' ? Promise.reject(fault) : Promise.resolve(tags('2')),
      );
      expect(seen.map(({ id }) => id)).toEqual(['3', '1']);
      expect(totals).toMatchObject({
        compared: 2,
        failed: 1,
        firstFailure: { id: '2', message: fault.message },
      });
    },
  );

  it('stops when the database is lost', async () => {
    const lost = new TransientError('db_unavailable', 'gone');
    await expect(compare(ARCHIVE, () => Promise.reject(lost))).rejects.toBe(lost);
  });
});
