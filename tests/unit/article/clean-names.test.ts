import { describe, expect, it } from 'vitest';
import { sortNames } from '../../../src/article/clean-names.js';

const sort = (...raw: string[]) => sortNames(raw, (name) => name === 'harbour times' || name === 'harbour');

describe('people', () => {
  it.each([
    ['By Ana Ruiz', ['Ana Ruiz']],
    ['Von Jörg Müller und Inês Sá', ['Jörg Müller', 'Inês Sá']],
    ['Ana Ruiz and Li Wei', ['Ana Ruiz', 'Li Wei']],
    ['Ana Ruiz, Li Wei & Kofi Mensah', ['Ana Ruiz', 'Li Wei', 'Kofi Mensah']],
    ['Ana Ruiz | Senior Editor', ['Ana Ruiz']],
    ['Ana Ruiz, Chief Reporter', ['Ana Ruiz']],
    ['Ana Ruiz Content Marketing Coordinator', ['Ana Ruiz']],
    ['Ana Ruiz Co-founder, Chief Architect', ['Ana Ruiz']],
    ['Ana Ruiz, Trial Attorney at Mensah & Wei, on 9 May', ['Ana Ruiz']],
    ['Written by Ana Ruiz in Ships on 1 June 2019', ['Ana Ruiz']],
    ['Ana Ruiz 4 May 2024', ['Ana Ruiz']],
    ['Ana Ruiz May', ['Ana Ruiz']],
    ['Ana Ruiz (@anaruiz)', ['Ana Ruiz']],
    ['ana@times.example Ana Ruiz', ['Ana Ruiz']],
    ['Author Ana Ruiz', ['Ana Ruiz']],
    ['erstellt von Ana Ruiz', ['Ana Ruiz']],
    ['Autorin: Ana Ruiz, Oktober 2012', ['Ana Ruiz']],
    ['Text und Interview: Ana Ruiz', ['Ana Ruiz']],
    ['VON ANA RUIZ am 21. April 2020', ['ANA RUIZ']],
    ['Ursula von der Brügge', ['Ursula von der Brügge']],
    ['박영희 기자', ['박영희']],
    ['小暮ひさのり', ['小暮ひさのり']],
    ['投稿者 Ana Ruiz', ['Ana Ruiz']],
    ['admin', []],
    ['anónimo', []],
    ['Editorial Team', []],
    ['https://social.example/anaruiz', []],
    ['www.times.example', []],
    ['amw', []],
    ['Chief Reporter', []],
    ['Zeige alle Beiträge', []],
    ['', []],
    ['1234', []],
  ])('%j', (raw, names) => {
    expect(sort(raw).people).toEqual(names);
  });

  it('are named once, and go without accounts beside full names', () => {
    expect(sort('Ana Ruiz', 'aruiz', 'ANA RUIZ', 'Li Wei').people).toEqual(['Ana Ruiz', 'Li Wei']);
    expect(sort('aruiz').people).toEqual(['aruiz']);
  });

  it('are not taken from a paragraph', () => {
    expect(
      sort('Ana Ruiz has written about harbours and ships for as long as anyone in the newsroom can remember')
        .people,
    ).toEqual([]);
  });
});

describe('houses', () => {
  it.each([
    ['Harbour Times', ['Harbour Times'], []],
    ['Ministerium für Häfen und Schiffe', ['Ministerium für Häfen und Schiffe'], []],
    ['Ferry Lines GmbH', ['Ferry Lines GmbH'], []],
    ['Harbour, Visby, Sweden', ['Harbour'], []],
    ['Reuters', ['Reuters'], ['Reuters']],
    ['sid/dpa', ['sid', 'dpa'], ['sid', 'dpa']],
    ['Coast Staff', ['Coast Staff'], ['Coast Staff']],
  ])('%j', (raw, houses, desks) => {
    expect(sort(raw)).toEqual({ people: [], houses, desks });
  });

  it('stand apart from the people they sign with', () => {
    expect(sort('Ana Ruiz und Jörg Müller, dpa')).toEqual({
      people: ['Ana Ruiz', 'Jörg Müller'],
      houses: ['dpa'],
      desks: ['dpa'],
    });
  });
});
