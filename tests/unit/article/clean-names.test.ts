import { describe, expect, it } from 'vitest';
import { cleanNames } from '../../../src/article/clean-names.js';

const clean = (...raw: string[]) => cleanNames(raw, (name) => name === 'harbour times');

describe('cleanNames', () => {
  it.each([
    ['By Ana Ruiz', ['Ana Ruiz']],
    ['Von Jörg Müller und Inês Sá', ['Jörg Müller', 'Inês Sá']],
    ['Ana Ruiz and Li Wei', ['Ana Ruiz', 'Li Wei']],
    ['Ana Ruiz, Li Wei & Kofi Mensah', ['Ana Ruiz', 'Li Wei', 'Kofi Mensah']],
    ['Ana Ruiz | Senior Editor', ['Ana Ruiz']],
    ['Ana Ruiz, Chief Reporter', ['Ana Ruiz']],
    ['Ana Ruiz 4 May 2024', ['Ana Ruiz']],
    ['Ana Ruiz May', ['Ana Ruiz']],
    ['Ana Ruiz (@anaruiz)', ['Ana Ruiz']],
    ['ana@times.example Ana Ruiz', ['Ana Ruiz']],
    ['小暮ひさのり', ['小暮ひさのり']],
    ['Author Ana Ruiz', ['Ana Ruiz']],
    ['world von Ana Ruiz', ['Ana Ruiz']],
    ['Ana Ruiz Marketing Coordinator', ['Ana Ruiz']],
    ['Ana Ruiz, Co-founder, Chief Architect', ['Ana Ruiz']],
    ['HT Staff', ['HT Staff']],
    ['Harbour Times avec AFP', ['Harbour Times', 'AFP']],
    ['Harbour Times, Kingston, Jamaica', []],
    ['Quay Publishing GmbH', []],
    ['Harbour Times', []],
    ['admin', []],
    ['Editorial Team', []],
    ['https://social.example/anaruiz', []],
    ['www.times.example', []],
    ['', []],
    ['1234', []],
  ])('%j', (raw, names) => {
    expect(clean(raw)).toEqual(names);
  });

  it('keeps each name once and drops accounts beside full names', () => {
    expect(clean('Ana Ruiz', 'aruiz', 'ANA RUIZ', 'Li Wei')).toEqual(['Ana Ruiz', 'Li Wei']);
    expect(clean('aruiz')).toEqual(['aruiz']);
  });

  it('does not take a paragraph for a name', () => {
    expect(
      clean(
        'Ana Ruiz has written about harbours and ships for as long as anyone in the newsroom can remember',
      ),
    ).toEqual([]);
  });
});
