import { expect, test } from 'vitest';
import { createGate } from '../../../src/cpu/gate.js';

/** Lets all pending continuations run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test('lets so many in at once, and the others in the order they came', async () => {
  const gate = createGate(2);
  const inside: string[] = [];
  for (const name of ['a', 'b', 'c', 'd']) void gate.enter().then(() => inside.push(name));
  await settle();
  expect(inside).toEqual(['a', 'b']);
  gate.leave();
  await settle();
  expect(inside).toEqual(['a', 'b', 'c']);
  gate.leave();
  await settle();
  expect(inside).toEqual(['a', 'b', 'c', 'd']);
});

test('has room again when all have left', async () => {
  const gate = createGate(1);
  for (let round = 0; round < 3; round++) {
    await gate.enter();
    gate.leave();
  }
  await gate.enter();
  let isIn = false;
  void gate.enter().then(() => (isIn = true));
  await settle();
  expect(isIn).toBe(false);
});
