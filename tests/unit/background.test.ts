import { expect, it } from 'vitest';
import { createBackground } from '../../src/background.js';

/** Work that ends when it is told to. */
function startable() {
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (finish = resolve));
  return { work: () => ended, finish };
}

it('does so much at once and no more', async () => {
  const background = createBackground(2, () => undefined);
  const [first, second, third] = [startable(), startable(), startable()];
  expect(background.start(first.work)).toBe(true);
  expect(background.start(second.work)).toBe(true);
  expect(background.start(third.work)).toBe(false);
  first.finish();
  second.finish();
  await background.drain();
  expect(background.start(third.work)).toBe(true);
  third.finish();
  await background.drain();
});

it('waits at the end for what is under way', async () => {
  const background = createBackground(2, () => undefined);
  const { work, finish } = startable();
  background.start(work);
  let isDrained = false;
  const drained = background.drain().then(() => (isDrained = true));
  await Promise.resolve();
  expect(isDrained).toBe(false);
  finish();
  await drained;
  expect(isDrained).toBe(true);
});

it('tells of work that fails, and goes on', async () => {
  const failures: unknown[] = [];
  const background = createBackground(1, (error) => failures.push(error));
  const failure = new Error('broken');
  background.start(() => Promise.reject(failure));
  await background.drain();
  expect(failures).toEqual([failure]);
  expect(background.start(() => Promise.resolve())).toBe(true);
});
