import type { Command } from 'commander';
import { z } from 'zod';
import { filterNdjson } from '../ndjson-filter.js';
import { readRecord } from '../read-record.js';

const input = z.object({
  text: z.string(),
  title: z.string().nullish(),
  publishedAt: z.string().nullish(),
});

/** `wirewatch tag`: text in, countries, actors and sums of money out. */
export function registerTag(program: Command): void {
  program
    .command('tag')
    .description('read texts as NDJSON on stdin, write their tags as NDJSON')
    .addHelpText(
      'after',
      `
In:  {"id", "text", "title"?, "publishedAt"?}
Out: {"id", "countries", "places", "actors", "money", "taggerVersion"}; offsets are UTF-16 code units

Example:
  $ echo '{"id":"1","text":"APT29 hit a German firm for €2 million."}' | wirewatch tag`,
    )
    .action(async () => {
      const { createTagger } = await import('../../tagging/tag-text.js');
      const tagger = createTagger();
      await filterNdjson(process.stdin, process.stdout, (record) => {
        const { text, title, publishedAt } = readRecord(input, record);
        return Promise.resolve(
          tagger.tag({
            text,
            ...(title == null ? {} : { title }),
            ...(publishedAt == null ? {} : { publishedAt }),
          }),
        );
      });
    });
}
