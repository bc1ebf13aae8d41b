import type { Tagger } from '../tagging/tag-text.js';
import { say } from './say.js';

/** Tells the person how imported actors were joined with the built-in ones: merges, ambiguous and unusable names. */
export function reportCatalogue({ merged, ambiguous, unusable }: Tagger['catalogue']): void {
  for (const { name, into } of merged) if (name !== into) say(`${name} is known as ${into}: merged`);
  for (const { alias, claimants } of ambiguous) say(`"${alias}" is ambiguous: ${claimants.join(', ')}`);
  for (const { alias, of } of unusable) say(`"${alias}" of ${of} is not looked for: it is too common a word`);
  say(
    `${merged.length} actors merged, ${ambiguous.length} names ambiguous, ${unusable.length} not looked for`,
  );
}
