import { describe, expect, it } from 'vitest';

import { actorsIn, countriesIn, moneyIn, tagText } from './tag-with.js';

const GERMAN =
  'Die Gruppe APT28 hat nach Angaben der Behörden in Polen und Frankreich einen Schaden von 1,5 Millionen Euro verursacht, und das ist nicht alles.';

describe('a text in another language', () => {
  it('is tagged by catalogue and grammar, and marked partial', () => {
    expect(tagText(GERMAN).partial).toBe(true);
    expect(countriesIn(GERMAN)).toEqual(['Polen→PL', 'Frankreich→FR']);
    expect(actorsIn(GERMAN, 'threat-actor')).toEqual(['APT28']);
    expect(moneyIn(GERMAN)).toEqual(['1,5 Millionen Euro = 1500000 EUR']);
  });

  it.each([
    ['El ministro dijo que los gastos de la campaña en Alemania son de 5 millones de euros.', 'Alemania→DE'],
    [
      "Le ministre a dit que les pertes de l'Allemagne sont pour le moment de 5 millions d'euros.",
      'Allemagne→DE',
    ],
    ['Il ministro ha detto che i fondi della Germania non sono per la Svezia.', 'Germania→DE'],
    ['De minister zei dat het geld van Duitsland niet voor de stad is.', 'Duitsland→DE'],
    ['O ministro disse que os fundos da Alemanha não são para a cidade.', 'Alemanha→DE'],
    ['Bakan, bu yıl Almanya ve Norveç için daha çok para ayrılmış olduğunu söyledi.', 'Almanya→DE'],
    ['Ministr řekl, že se peníze pro Německo ještě do konce roku nenašly a že je to tak.', 'Německo→DE'],
  ])('names countries in it: %s', (text, expected) => {
    expect(countriesIn(text)).toContain(expected);
  });

  it('is marked also where no country is known by its name in that language', () => {
    expect(
      tagText('Menteri itu mengatakan bahwa dana yang hilang akan dibayar kembali oleh bank tersebut.')
        .partial,
    ).toBe(true);
  });

  it('is not guessed at: no name is found by how English is built', () => {
    expect(actorsIn(GERMAN, 'person')).toEqual([]);
    expect(actorsIn(GERMAN, 'organisation')).toEqual([]);
  });

  it('is marked for another script, too', () => {
    expect(
      tagText('Министерство сообщило о потере трёх миллионов рублей в прошлом году после атаки').partial,
    ).toBe(true);
  });

  it.each([
    'The minister said that the funds are for the city and not for him.',
    'Berlin, Paris, Rome, Madrid, Oslo, Bern, Wien, Riga, Kyiv',
  ])('is no English, no list: %s', (text) => {
    expect(tagText(text)).not.toHaveProperty('partial');
  });

  it('takes nothing from names of other languages for an English text', () => {
    expect(countriesIn('The Polen brothers and Mr. Holanda said that it is for the best.')).toEqual([]);
  });
});
