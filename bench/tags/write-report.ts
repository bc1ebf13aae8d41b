import { createRandom, type Random } from '../schedule/create-random.js';

const COUNTRIES = [
  'Norway',
  'Peru',
  'Kenya',
  'Japan',
  'Poland',
  'Ukraine',
  'Chile',
  'the U.S.',
  'the UK',
  'India',
];
const ADJECTIVES = [
  'Norwegian',
  'Peruvian',
  'Japanese',
  'Polish',
  'Brazilian',
  'German',
  'Chinese-linked',
  'Russian',
];
const CITIES = [
  'Oslo',
  'Lima',
  'Nairobi',
  'Osaka',
  'Gdansk',
  'Kyiv',
  'Santiago',
  'Washington',
  'Leeds',
  'Pune',
];
const PERSONS = [
  'Ingrid Solheim',
  'Tomas Quiroga',
  'Amina Odhiambo',
  'Kenji Mori',
  'Ewa Nowak',
  'Peter Langley',
];
const BODIES = [
  'the Ministry of Transport',
  'Microsoft',
  'Europol',
  'the Harbour Authority',
  'Northlight Bank Ltd.',
];
const GROUPS = ['APT29', 'Lazarus Group', 'LockBit', 'Volt Typhoon', 'FIN7', 'Sandworm'];
const SUMS = [
  '$5 million',
  '€3-5m',
  'nearly £400,000',
  '75 bitcoin',
  '300 million yen',
  'half a billion dollars',
];

/** How a sentence is built: each part is drawn anew. */
const SENTENCES: readonly ((draw: (words: readonly string[]) => string) => string)[] = [
  (draw) =>
    `${draw(ADJECTIVES)} officials told reporters in ${draw(CITIES)} that ${draw(BODIES)} had lost ${draw(SUMS)} in the breach.`,
  (draw) =>
    `The group known as ${draw(GROUPS)} had demanded ${draw(SUMS)}, ${draw(PERSONS)} said on Tuesday.`,
  (draw) =>
    `A spokesman for ${draw(BODIES)} declined to comment on the attack, which began weeks ago with a message to a clerk.`,
  (draw) =>
    `${draw(PERSONS)}, who leads the inquiry, said that the intruders had read letters and plans for most of the winter.`,
  (draw) =>
    `Envoys of ${draw(COUNTRIES)} and ${draw(COUNTRIES)} met in ${draw(CITIES)} and promised each other help.`,
  (draw) =>
    `By the time the pumps were switched off, the damage had reached ${draw(SUMS)}, and a fine of ${draw(SUMS)} may follow.`,
  () =>
    'Nobody knows how the door came to be open, but the guard remembers that the lights went out twice that night.',
  (draw) =>
    `Researchers at Microsoft blamed ${draw(GROUPS)} and said that the same tools had been used against firms in ${draw(COUNTRIES)}.`,
];

/** Sentences of a paragraph. */
const PARAGRAPH_SENTENCES = 4;

/**
 * Writes a report of the kind that the tagger is made for. The same arguments give the same text.
 *
 * @param minCharacters - the report ends with the sentence that reaches them
 * @param seed - any whole number
 */
export function writeReport(minCharacters: number, seed: number): string {
  const random = createRandom(seed);
  let text = '';
  for (let sentences = 0; text.length < minCharacters; sentences += 1) {
    const write = pickFrom(SENTENCES, random);
    const gap = sentences === 0 ? '' : sentences % PARAGRAPH_SENTENCES === 0 ? '\n\n' : ' ';
    text += gap + write((words) => pickFrom(words, random));
  }
  return text;
}

function pickFrom<Choice>(choices: readonly Choice[], random: Random): Choice {
  const choice = choices[Math.floor(random.next() * choices.length)];
  if (choice === undefined) throw new Error('nothing to choose from');
  return choice;
}
