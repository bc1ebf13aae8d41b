import { expect, test } from 'vitest';
import { createCloser } from '../../src/closer.js';

/** A closer with three things on it, which note when they are closed; `failing` ones fail. */
function stackOfThree(failing: readonly string[] = []) {
  const closed: string[] = [];
  const closer = createCloser();
  for (const name of ['database', 'queue', 'server']) {
    closer.add(() => {
      closed.push(name);
      return failing.includes(name) ? Promise.reject(new Error(`${name} is stuck`)) : Promise.resolve();
    });
  }
  return { closer, closed };
}

test('what was opened last is closed first', async () => {
  const { closer, closed } = stackOfThree();
  await closer.closeAll();
  expect(closed).toEqual(['server', 'queue', 'database']);
});

test('one thing is closed before the next one is begun', async () => {
  const events: string[] = [];
  const closer = createCloser();
  for (const name of ['first', 'second']) {
    closer.add(async () => {
      events.push(`${name} begins`);
      await Promise.resolve();
      events.push(`${name} ends`);
    });
  }
  await closer.closeAll();
  expect(events).toEqual(['second begins', 'second ends', 'first begins', 'first ends']);
});

test('goes on after a failure, and throws the first one at the end', async () => {
  const { closer, closed } = stackOfThree(['server', 'queue']);
  await expect(closer.closeAll()).rejects.toThrow('server is stuck');
  expect(closed).toEqual(['server', 'queue', 'database']);
});

test('goes on after something that throws before it returns a promise', async () => {
  const { closer, closed } = stackOfThree();
  closer.add(() => {
    throw new Error('thrown at once');
  });
  await expect(closer.closeAll()).rejects.toThrow('thrown at once');
  expect(closed).toEqual(['server', 'queue', 'database']);
});

test('closes each thing once, however often and from wherever it is told to', async () => {
  const { closer, closed } = stackOfThree(['queue']);
  const both = await Promise.allSettled([closer.closeAll(), closer.closeAll()]);
  await closer.closeAll();
  expect([...closed].sort()).toEqual(['database', 'queue', 'server']);
  expect(both.filter(({ status }) => status === 'rejected')).toHaveLength(1);
});

test('has nothing to do when nothing was opened', async () => {
  await expect(createCloser().closeAll()).resolves.toBeUndefined();
});
