import { expect, test } from 'vitest';
import { createLocalHostSlots } from '../../../src/fetch/host-slots.js';

const restOf = (delayMs: number, crawlDelayMs: number | null = null) => ({ delayMs, crawlDelayMs });

function setUp() {
  const clock = { nowMs: 1_000 };
  return { clock, slots: createLocalHostSlots(() => clock.nowMs) };
}

test('one holder at a time, and a rest after it', async () => {
  const { clock, slots } = setUp();
  expect(await slots.claim('a:80', 'one', 500, 9_000)).toEqual({ granted: true, crawlDelayMs: 0 });
  expect(await slots.claim('a:80', 'two', 500, 9_000)).toEqual({ granted: false, waitMs: 500 });
  expect(await slots.claim('b:80', 'two', 500, 9_000)).toEqual({ granted: true, crawlDelayMs: 0 });
  await slots.release('a:80', 'one', restOf(500));
  clock.nowMs += 100;
  expect(await slots.claim('a:80', 'one', 500, 9_000)).toEqual({ granted: false, waitMs: 400 });
  clock.nowMs += 400;
  expect(await slots.claim('a:80', 'two', 500, 9_000)).toEqual({ granted: true, crawlDelayMs: 0 });
});

test('a lease ends by itself, and its old holder can no longer release', async () => {
  const { clock, slots } = setUp();
  await slots.claim('a:80', 'dead', 500, 9_000);
  clock.nowMs += 9_000;
  expect(await slots.claim('a:80', 'alive', 500, 9_000)).toEqual({ granted: true, crawlDelayMs: 0 });
  await slots.release('a:80', 'dead', restOf(0));
  expect(await slots.claim('a:80', 'third', 500, 9_000)).toMatchObject({ granted: false });
});

test('thousands of hosts do not make it forget a rest', async () => {
  const { slots } = setUp();
  await slots.claim('a:80', 'one', 500, 9_000);
  for (let i = 0; i < 5_000; i++) {
    await slots.claim(`${i}:80`, 'one', 0, 9_000);
    await slots.release(`${i}:80`, 'one', restOf(0));
  }
  expect(await slots.claim('a:80', 'two', 500, 9_000)).toMatchObject({ granted: false });
});

test('what one holder has read of the wishes of a host, the later ones are told', async () => {
  const { clock, slots } = setUp();
  await slots.claim('a:80', 'one', 500, 9_000);
  await slots.release('a:80', 'one', restOf(500, 3_000));
  clock.nowMs += 500;
  expect(await slots.claim('a:80', 'two', 500, 9_000)).toEqual({ granted: true, crawlDelayMs: 3_000 });
  await slots.release('a:80', 'two', restOf(3_000));
  clock.nowMs += 3_000;
  expect(await slots.claim('a:80', 'three', 500, 9_000)).toEqual({ granted: true, crawlDelayMs: 3_000 });
});
