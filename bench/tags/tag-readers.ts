/** What is timed, and what each does with a text. */
export const READERS = {
  wirewatch: 'countries, places, actors and sums, with offsets and reasons',
  gazetteer: 'our countries, places and sums alone',
  compromise: 'tokens, parts of speech, and its people, places, organisations and money',
} as const;

export type ReaderName = keyof typeof READERS;

export const READER_NAMES = Object.keys(READERS) as ReaderName[];

/** The reader that others are compared with. */
export const REFERENCE_READER: ReaderName = 'compromise';

/** Reads a text and answers how much it found, so that no compiler may leave the work out. */
export type ReadText = (text: string) => number;

/** Makes a reader; each imports only what it needs. */
export async function createReader(name: ReaderName): Promise<ReadText> {
  switch (name) {
    case 'wirewatch': {
      const { createTagger } = await import('../../src/tagging/tag-text.js');
      const tagger = createTagger();
      return (text) => {
        const { countries, places, actors, money } = tagger.tag({ text });
        return countries.length + places.length + actors.length + money.length;
      };
    }
    case 'gazetteer': {
      const { createGazetteerTagger } = await import('../../src/tagging/gazetteer-tagger.js');
      const tag = createGazetteerTagger();
      return (text) => {
        const { countries, places, money } = tag(text);
        return countries.length + places.length + money.length;
      };
    }
    case 'compromise': {
      const { default: nlp } = await import('compromise');
      return (text) => {
        const document = nlp(text);
        const found = [document.people(), document.places(), document.organizations(), document.money()];
        return found.reduce((sum, view) => sum + view.length, 0);
      };
    }
  }
}
