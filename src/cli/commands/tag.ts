import type { Command } from 'commander';
import { z } from 'zod';
import type { TagInput, Tagger } from '../../tagging/tag-text.js';
import { filterNdjson } from '../ndjson-filter.js';
import { choosePalette } from '../palette.js';
import { readActorFile } from '../read-actor-file.js';
import { readBytes } from '../read-bytes.js';
import { readRecord } from '../read-record.js';
import { renderTagExplanation } from '../render-tag-explanation.js';
import { reportCatalogue } from '../report-catalogue.js';
import { sanitise } from '../table.js';

const input = z.object({
  text: z.string(),
  title: z.string().nullish(),
  publishedAt: z.string().nullish(),
});

/** What may follow the command. */
interface TagOptions {
  readonly catalogue?: readonly string[];
  readonly explain?: true;
  readonly text?: string;
  readonly json?: true;
}

/** `wirewatch tag`: text in, countries, actors and sums of money out. */
export function registerTag(program: Command): void {
  program
    .command('tag')
    .description('read texts as NDJSON on stdin, write their tags as NDJSON')
    .option(
      '--catalogue <files...>',
      'also look for the actors of these files (see `wirewatch actors import`)',
    )
    .option('--explain', 'say what was tagged by which rule, and what was turned down and why')
    .option('--text <file>', 'read one plain text instead of NDJSON: a file, - for stdin')
    .option('--json', 'explain as NDJSON, as is done anyway when NDJSON goes through a pipe')
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
With --explain also {"language", "sentences", "candidates": [{"kind", "start", "end", "text",
  "verdict": "accepted" | "rejected", "rule", "alias", "confidence" | ("reason", "message")}]}

Examples:
  $ echo '{"id":"1","text":"APT29 hit a German firm for €2 million."}' | wirewatch tag
  $ wirewatch tag --explain --text article.txt`,
    )
    .action(async ({ catalogue = [], explain, text, json }: TagOptions) => {
      const { createTagger } = await import('../../tagging/tag-text.js');
      const actors = (await Promise.all(catalogue.map(readActorFile))).flat();
      const tagger = createTagger({ imported: { version: 0, actors } });
      if (catalogue.length > 0) reportCatalogue(tagger.catalogue);
      const lines = text === undefined ? process.stdin : readAsRecord(text);
      const isForPeople = json !== true && (text !== undefined || process.stdout.isTTY);
      if (explain !== true)
        await filterNdjson(lines, process.stdout, (record) => Promise.resolve(tagger.tag(readText(record))));
      else if (isForPeople) await explainToPeople(tagger, lines);
      else await explainAsJson(tagger, lines);
    });
}

/** A plain text as the line that a filter reads. */
async function* readAsRecord(file: string): AsyncGenerator<string> {
  const text = new TextDecoder().decode(await readBytes(file));
  yield JSON.stringify({ id: file, text });
}

function readText(record: unknown): TagInput {
  const { text, title, publishedAt } = readRecord(input, record);
  return {
    text,
    ...(title == null ? {} : { title }),
    ...(publishedAt == null ? {} : { publishedAt }),
  };
}

async function explainAsJson(tagger: Tagger, lines: AsyncIterable<Buffer | string>): Promise<void> {
  await filterNdjson(lines, process.stdout, (record) => {
    const { tags, ...how } = tagger.explain(readText(record));
    return Promise.resolve({ ...tags, ...how });
  });
}

async function explainToPeople(tagger: Tagger, lines: AsyncIterable<Buffer | string>): Promise<void> {
  const palette = choosePalette(process.stdout);
  const explain = (record: unknown) => {
    const { text } = readText(record);
    return Promise.resolve({ text, explanation: tagger.explain({ text }) });
  };
  await filterNdjson(lines, process.stdout, explain, (line) =>
    'error' in line ? sanitise(`✗ ${line.error.message}`) : renderTagExplanation(line, palette),
  );
}
