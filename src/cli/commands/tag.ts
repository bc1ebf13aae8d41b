import type { Command } from 'commander';
import { z } from 'zod';
import { readActorFile } from '../read-actor-file.js';
import { reportCatalogue } from '../report-catalogue.js';
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
    .option(
      '--catalogue <files...>',
      'also look for the actors of these files (see `wirewatch actors import`)',
    )
    .addHelpText(
      'after',
      `
In:  {"id", "text", "title"?, "publishedAt"?}
Out: {"id", "countries", "places", "actors", "money", "taggerVersion", "partial"?}
  every mention   "start", "end" (UTF-16 code units), "text", "confidence" (0 to 1), "rule"
  countries       "code" (ISO 3166), "via": name, demonym or code
  places          "code" of the country implied, "name", "via": city, region or metonym
  actors          "type": threat-actor, person or organisation; "name", "id" (ATT&CK) or null;
                  "unverified": true when only the text says that it is an actor
  money           "amount" in whole units ("min" and "max" for a range), "currency" (ISO 4217), "purpose",
                  "approx", "bound": min ("more than") or max ("up to"), "per" for a rate,
                  "conversionOf": start of the sum that it says again, "exact": decimals of very long figures
"partial": true for a text in a language that the tagger does not know: it has only what can be found safely.

Example:
  $ echo '{"id":"1","text":"APT29 hit a German firm for €2 million."}' | wirewatch tag`,
    )
    .action(async ({ catalogue = [] }: { readonly catalogue?: readonly string[] }) => {
      const { createTagger } = await import('../../tagging/tag-text.js');
      const actors = (await Promise.all(catalogue.map(readActorFile))).flat();
      const tagger = createTagger({ imported: { version: 0, actors } });
      if (catalogue.length > 0) reportCatalogue(tagger.catalogue);
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
