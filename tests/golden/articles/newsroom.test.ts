import { describe, expect, it } from 'vitest';
import { createArchive } from '../../../demo/newsroom/archive.js';
import { OUTLETS } from '../../../demo/newsroom/outlets/outlets.js';
import { createSite } from '../../../demo/newsroom/site.js';
import { decodeHtml } from '../../../src/article/decode-html.js';
import { extractArticle } from '../../../src/article/extract-article.js';
import { scoreText } from './score-golden.js';

const now = new Date('2026-03-04T12:00:00Z');
const archive = createArchive({ seed: 7, stories: 240, reprints: 0, now, port: 80 });
const site = createSite({ archive, withdrawn: [], port: 80, startedAt: now });

/** F1 of the body, and whether title, author and time are right, of the stories of an outlet. */
function readOutlet(outlet: (typeof OUTLETS)[number]) {
  return archive.idsOf(outlet).map((id) => {
    const { path, url, title, byline, publishedAt } = archive.header(id);
    const answer = site(outlet.name, path);
    if (answer.kind !== 'content') throw new Error(`${path} is not there`);
    const { bytes, contentType } = answer.representation;
    const article = extractArticle({ url, html: decodeHtml(bytes, contentType).html });
    return {
      body: scoreText(article.text, archive.story(id).body),
      title: article.title === title,
      byline: article.byline === byline,
      // Some outlets give the day only, one no date at all.
      date:
        article.publishedAt === null ||
        article.publishedAt.slice(0, 10) === publishedAt.toISOString().slice(0, 10),
    };
  });
}

/**
 * What is not reached: a page whose words run together without its JSON-LD, a title with the site's name before it, an
 * author whom library data in the head names and the page shows to nobody.
 */
const NOT_YET: Readonly<Record<string, { body?: number; title?: true; byline?: true }>> = {
  'tessera-intel': { byline: true },
  'prism-dispatch': { body: 0.92 },
  'quay-gazette': { title: true },
};

describe('pages of the newsroom', () => {
  it.each(OUTLETS)('$name: whole articles and nothing else', (outlet) => {
    const read = readOutlet(outlet);
    const floor = NOT_YET[outlet.name] ?? {};
    expect(read.length).toBeGreaterThan(5);
    expect(read.reduce((sum, { body }) => sum + body, 0) / read.length).toBeGreaterThanOrEqual(
      floor.body ?? 0.99,
    );
    for (const field of ['title', 'byline', 'date'] as const) {
      if (field !== 'date' && floor[field] === true) continue;
      expect({ [field]: read.filter((story) => !story[field]).length }).toEqual({ [field]: 0 });
    }
  });
});
