import { writeCoverage } from '../../demo/newsroom/event-coverage/write-coverage.js';
import { fingerprintArticle } from '../../src/stories/fingerprint-article.js';
import type { Tagger } from '../../src/tagging/tag-text.js';

/** Milliseconds of processor time of one fingerprint of a usual report, once the compiler has seen the code. */
export function measureFingerprint(tagger: Tagger): number {
  const articles = writeCoverage({ seed: 1, events: 20 }).map(({ url, body: text }) => ({
    url,
    byline: null,
    text,
    tags: tagger.tag({ text }),
  }));
  const run = () => {
    for (const article of articles) fingerprintArticle(article);
  };
  for (let warmUp = 0; warmUp < 5; warmUp += 1) run();
  const start = process.cpuUsage();
  const rounds = 20;
  for (let round = 0; round < rounds; round += 1) run();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1_000 / (rounds * articles.length);
}
