import { expect, it } from 'vitest';
import { createKnownNames } from '../../../src/tagging/known-names.js';

const names = createKnownNames();

it('knows all names of a catalogued actor, by its canonical name and by any other', () => {
  expect(names.ofActor('threat-actor', 'apt29')).toEqual(expect.arrayContaining(['APT29', 'Cozy Bear']));
  expect(names.sharing('COZY BEAR')).toEqual(expect.arrayContaining(['APT29', 'Cozy Bear']));
});

it('knows nothing of others', () => {
  expect(names.ofActor('person', 'APT29')).toEqual([]);
  expect(names.ofActor('threat-actor', 'Cozy Bear')).toEqual([]);
  expect(names.sharing('Nobody At All')).toEqual([]);
});
