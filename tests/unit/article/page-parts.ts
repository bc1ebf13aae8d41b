import type { PageKind } from '../../../src/model/article.js';

/** A page as its site would serve it. */
export interface KindCase {
  readonly name: string;
  readonly kind: PageKind;
  readonly url: string;
  readonly html: string;
}

/** Two sentences of body text, no more than a brief. */
export const BRIEF =
  'The harbour master closed the north quay on Monday after divers found a crack. Ferries leave from the south quay until the repair is done, the port said.';
const SENTENCES = [
  'The council met on Tuesday to decide on the new bridge, which has been planned for nine years.',
  'Engineers told the members that the old piers, built in 1931, would carry no more than two lanes.',
  'A third design, drawn up by students, costs less and keeps the footpath along the river open.',
  'The vote was put off until spring, because two members asked for another look at the figures.',
  'Shopkeepers on both banks had asked for a decision before the summer, when most visitors come.',
  'The mayor said that nobody would be helped by a bridge that the town could not pay for.',
  'Until then lorries take the road by the mill, which adds twenty minutes to the way to the port.',
  'A ferry for pedestrians, run by volunteers, will carry people across from seven until ten at night.',
];
export const STORY = SENTENCES.map((sentence) => `<p>${sentence} ${sentence.toLowerCase()}</p>`).join('');

export const page = (head: string, body: string) =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
export const title = (text: string) => `<title>${text}</title>`;
export const jsonLd = (value: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...(value as object) })}</script>`;
export const teasers = (count: number) =>
  Array.from(
    { length: count },
    (_, index) =>
      `<div class="card"><h3><a href="/2026/05/story-${index}">Ferry timetable changes again, part ${index}</a></h3><p>Short note ${index} on quays.</p></div>`,
  ).join('');
export const images = (count: number) =>
  Array.from({ length: count }, (_, index) => `<figure><img src="/${index}.jpg"></figure>`).join('');
export const NAV = '<nav><a href="/">Home</a><a href="/news">News</a></nav>';
